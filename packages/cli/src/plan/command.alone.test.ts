import type { Plan } from 'amend';
import { describe, expect, test, vi } from 'vitest';
import { amend, type World } from '../testing/fake-io.ts';

vi.mock('amend/providers', async (original) => ({
  ...(await original<object>()),
  ...(await import('../testing/golden-providers.ts')),
}));

const id = '4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const verified = ['plan', `golden:${id}`, '--status', 'verified'];

interface Plans {
  readonly plans: Pick<Plan, 'provider' | 'operation' | 'state' | 'fields'>[];
}

const verdicts = async (args: readonly string[], world?: World): Promise<string[]> => {
  const { out, err } = await amend([...args, '--json'], world);
  expect(err).toMatch(/^$|^amend: these are golden's rules for the type individual; /);
  const { plans }: Plans = JSON.parse(out);
  return plans.flatMap(({ provider, operation, state, fields }) => [
    `${provider} ${operation} ${state}`,
    ...fields.map(({ field, verdict }) => `${field} ${verdict}`),
  ]);
};

const cases: [name: string, args: string[], want: string[], files?: Record<string, string>][] = [
  ['a flag', [...verified, '--set', 'phone=+12105550132'], ['golden updateUser ready', 'phone send']],
  ['a locked field', [...verified, '--set', 'email=a@example.com'], ['golden updateUser blocked', 'email locked']],
  [
    'a locked field, skipped',
    [...verified, '--set', 'email=a@example.com', '--set', 'phone=+12105550132', '--on-locked', 'skip'],
    ['golden updateUser ready', 'email locked', 'phone send'],
  ],
  [
    '--id',
    ['plan', 'golden', '--id', id, '--status', 'unverified', '--set', 'email=a@example.com'],
    ['golden updateUser ready', 'email send'],
  ],
  [
    'no status: fail closed',
    ['plan', `golden:${id}`, '--set', 'email=a@example.com'],
    ['golden updateUser blocked', 'email locked'],
  ],
  [
    'a business',
    ['plan', `golden:${id}`, '--type', 'business', '--status', 'verified', '--set', 'email=a@example.com'],
    ['golden updateUser ready', 'email send'],
  ],
  ['a part', [...verified, '--set', 'address.city=Austin'], ['golden updateUser ready', 'address.city send']],
  [
    'a file',
    [...verified, '--patch', 'p.json'],
    ['golden updateUser ready', 'phone send'],
    { 'p.json': '\uFEFF{"phone": "+12105550132"}' },
  ],
  [
    'a flag beside a file, and one that overrules it',
    [...verified, '--patch', 'p.json', '--set', 'address.city=Austin', '--set', 'address.state=TX'],
    ['golden updateUser ready', 'address.city send', 'address.state send', 'address.line1 send'],
    { 'p.json': '{"address": {"line1": "1 Main St", "city": "Boston"}}' },
  ],
  [
    'a clear flag',
    ['plan', 'silver:user_abc123', '--clear', 'username'],
    ['silver updateMember ready', 'username send'],
  ],
  ['a boolean', ['plan', 'silver:user_abc123', '--set', 'active=false'], ['silver updateMember ready', 'active send']],
  [
    'an integer',
    ['plan', `golden:${id}`, '--type', 'business', '--status', 'verified', '--set', 'transactions.perMonth=12'],
    ['golden updateUser ready', 'transactions.perMonth send'],
  ],
  [
    'what a provider lacks',
    [...verified, '--set', 'username=jane', '--set', 'phone=+12105550132'],
    ['golden updateUser ready', 'phone send', 'username unsupported'],
  ],
  [
    'a create',
    ['plan', 'silver', '--operation', 'create', '--set', 'firstName=Jane'],
    ['silver createMember blocked', 'firstName send'],
  ],
  [
    "a property of the provider's own",
    ['plan', `golden:${id}`, '--status', 'unverified', '--patch', 'p.json', '--native', 'scope=ARTS_ENTERTAINMENT'],
    ['golden updateUser ready', 'native.scope send'],
    { 'p.json': '{}' },
  ],
  [
    'a file of them',
    ['plan', `golden:${id}`, '--status', 'unverified', '--patch', 'p.json', '--native', 'n.json'],
    ['golden updateUser ready', 'native.scope send'],
    { 'p.json': '{}', 'n.json': '{"scope": "ARTS_ENTERTAINMENT"}' },
  ],
  [
    'what an answer says',
    ['plan', 'golden', '--answer', 'a.json', '--set', 'email=a@example.com'],
    ['golden updateUser blocked', 'email locked'],
    { 'a.json': JSON.stringify({ id, status: 'DONE', business: false, email: 'b@example.com' }) },
  ],
  [
    'an answer about a business',
    ['plan', 'golden', '--answer', 'a.json', '--set', 'email=a@example.com'],
    ['golden updateUser ready', 'email send'],
    { 'a.json': JSON.stringify({ id, status: 'DONE', business: true }) },
  ],
  [
    'what is unchanged',
    ['plan', 'golden', '--current', 'c.json', '--set', 'email=a@example.com'],
    ['golden updateUser empty', 'email unchanged'],
    { 'c.json': JSON.stringify({ id, verification: 'verified', email: 'a@example.com' }) },
  ],
  [
    'two statements about the status',
    ['plan', 'golden', '--current', 'c.json', '--status', 'unverified', '--set', 'email=a@example.com'],
    ['golden updateUser blocked', 'email locked'],
    { 'c.json': JSON.stringify({ id, verification: 'verified' }) },
  ],
  [
    'several providers, each with its status',
    ['plan', `golden:${id}`, 'silver:user_abc123', '--status', 'golden:verified', '--set', 'email=a@example.com'],
    ['golden updateUser blocked', 'email locked', 'silver updateMember ready', 'email send'],
  ],
  [
    'several providers, each with its operation',
    [
      'plan',
      'golden:u1',
      'silver:user_abc123',
      '--operation',
      'silver:replace',
      '--operation',
      'golden:update',
      '--set',
      'email=a@example.com',
    ],
    ['golden updateUser blocked', 'silver replaceMember blocked'],
  ],
];

test.each(cases)('%s', async (_, args, want, files = {}) => {
  expect(await verdicts(args, { files })).toEqual(expect.arrayContaining(want));
});

test('the exit code is 1 if a plan is blocked', async () => {
  expect((await amend([...verified, '--set', 'phone=+12105550132'])).code).toBe(0);
  const { code, err } = await amend([...verified, '--set', 'email=a@example.com']);
  expect(code).toBe(1);
  expect(err).toBe(
    "amend: these are golden's rules for the type individual; if the user is of another, pass --type business.",
  );
  const sure = await amend([...verified, '--type', 'individual', '--set', 'email=a@example.com']);
  expect([sure.code, sure.err]).toEqual([1, '']);
});

test('the table names field, verdict and reason, and wraps on a terminal', async () => {
  const args = [...verified, '--set', 'email=a@example.com', '--set', 'phone=+12105550132'];
  const { out } = await amend(args);
  expect(out).toBe(
    [
      'golden updateUser: blocked: nothing is sent',
      '  email  locked  email cannot change once the user is verified (Golden, Update, persons); leave it out.',
      '  phone  send',
    ].join('\n'),
  );
  const narrow = await amend(args, { isTTY: true, columns: 60, env: { NO_COLOR: '1' } });
  expect(narrow.out.split('\n').every((line) => line.length <= 60)).toBe(true);
  expect(narrow.out).toMatch(/^ {17}verified \(Golden/m);
});

test('standard input is a patch', async () => {
  const stdin = '{"ssn": "123-45-6789", "phone": "+12105550132"}';
  expect(await verdicts(['plan', `golden:${id}`, '--status', 'unverified', '--patch', '-'], { stdin })).toEqual([
    'golden updateUser ready',
    'ssn send',
    'phone send',
  ]);
});

describe('a status may be the provider’s own word', () => {
  test.each([
    ['DONE', 'locked', 'email cannot change once the user is verified'],
    ['done', 'locked', 'email cannot change once the user is verified'],
    ['OPEN', 'send', ''],
    ['CLOSED', 'locked', 'email cannot change while the user is neither verified nor unverified'],
  ])('%s', async (word, verdict, why) => {
    const { out } = await amend(['plan', `golden:${id}`, '--status', word, '--set', 'email=a@example.com']);
    expect(out).toMatch(new RegExp(`^ {2}email +${verdict}`, 'm'));
    expect(out).toContain(why);
  });
});

test('what the library calls its options, the command calls its flags', async () => {
  const replace = ['plan', 'silver:u1', '--operation', 'replace', '--set', 'email=a@example.com'];
  const { out } = await amend(replace);
  expect(out).toContain('pass it with --current');
  expect(out).not.toMatch(/in current|reread/);
  expect((await amend(['plan', 'golden', '--set', 'email=a@example.com'])).out).toContain('with --id');
});

describe('wrong usage', () => {
  const files = {
    'p.json': '{"ssn": "123-45-6789", ',
    'list.json': '["123-45-6789"]',
    'odd.json': '{"address": ["123-45-6789"]}',
  };
  test.each([
    [
      ['plan', 'golden', '--patch', 'odd.json', '--set', 'address.city=x'],
      /address must be an object in the file, so that address\.city can be set in it/,
    ],
    [
      ['plan', 'golden', '--native', 'scope=A', '--native', 'scope=B', '--set', 'phone=x'],
      /--native sets a property twice/,
    ],
    [['plan', 'golden'], /say what changes: --patch FILE, --set FIELD=VALUE or --clear FIELD/],
    [['plan', '--set', 'email=x'], /name a provider/],
    [['plan', 'golden', 'golden', '--set', 'email=x'], /golden is named twice/],
    [['plan', 'golden:', '--set', 'email=x'], /golden: is not followed by an identifier/],
    [['plan', 'golden:1', '--id', '2', '--set', 'email=x'], /the identifier is given twice/],
    [
      ['plan', 'golden', 'silver', '--id', '2', '--set', 'email=x'],
      /--id is for one provider; with several, write golden:ID/,
    ],
    [
      ['plan', 'golden', 'silver', '--current', 'c.json', '--set', 'email=x'],
      /--current is for one provider; with several, write --current golden:VALUE/,
    ],
    [
      ['plan', 'golden', '--status', 'verified', '--status', 'golden:unverified', '--set', 'email=x'],
      /--status is given twice for golden/,
    ],
    [
      ['plan', 'golden', '--status', 'verifeid', '--set', 'email=x'],
      /unknown status verifeid; did you mean verified\?/,
    ],
    [
      ['plan', 'golden', '--current', 'list.json', '--answer', 'list.json', '--set', 'email=x'],
      /--current and --answer say the same; give one of them/,
    ],
    [['plan', 'golden', '--set', 'emial=x'], /unknown field emial; did you mean email\?/],
    [['plan', 'golden', '--set', 'city=x'], /unknown field city; did you mean address\.city\?/],
    [['plan', 'golden', '--clear', 'constructor'], /unknown field constructor/],
    [['plan', 'golden', '--set', 'native.scope=x'], /is the provider's own; use --native NAME=VALUE/],
    [['plan', 'golden', '--set', 'email'], /--set must have the form FIELD=VALUE/],
    [['plan', 'golden', '--set', 'email=x', '--clear', 'email'], /email is given twice/],
    [
      ['plan', 'golden', '--set', 'ssn=123-45-6789'],
      /ssn may not stand on a command line, which others can see; use --patch FILE or --patch -/,
    ],
    [
      ['plan', 'golden', '--set', 'documents.virtual=123-45-6789'],
      /documents\.virtual is no single text or number; use --patch FILE/,
    ],
    [['plan', 'silver', '--set', 'active=maybe'], /active must be true or false/],
    [
      ['plan', 'golden', '--type', 'business', '--set', 'transactions.perMonth=many'],
      /transactions\.perMonth must be a whole number/,
    ],
    [
      ['plan', 'golden', '--on-locked', 'skp', '--set', 'email=x'],
      /unknown choice for --on-locked skp; did you mean skip\?/,
    ],
    [['plan', 'golden', '--patch', 'nowhere.json'], /nowhere\.json cannot be read \(ENOENT\)/],
    [['plan', 'golden', '--patch', 'p.json'], /^amend: p\.json is not JSON\.\n/],
    [['plan', 'golden', '--patch', 'list.json'], /list\.json must hold a JSON object/],
    [['plan', 'golden', '--patch', '-'], /standard input is not JSON/],
    [['plan', 'golden', '--base-url', 'https://example.com', '--set', 'email=x'], /unknown flag --base-url/],
    [['plan', 'golden', '--set', 'email=x', '--shw-request'], /unknown flag --shw-request/],
  ])('%j', async (args, err) => {
    const left = await amend(args, { files });
    expect(left).toEqual({ code: 2, out: '', err: expect.stringMatching(err) });
    expect(left.err).not.toContain('6789');
  });
});
