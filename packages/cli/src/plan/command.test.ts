import type { Plan } from 'amend';
import { describe, expect, test } from 'vitest';
import { amend, type World } from '../testing/fake-io.ts';

const id = '4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const verified = ['plan', `machnet:${id}`, '--status', 'verified'];

interface Plans {
  readonly plans: Pick<Plan, 'provider' | 'operation' | 'state' | 'fields'>[];
}

const verdicts = async (args: readonly string[], world?: World): Promise<string[]> => {
  const { out, err } = await amend([...args, '--json'], world);
  expect(err).toMatch(/^$|^amend: these are machnet's rules for the type individual; /);
  const { plans }: Plans = JSON.parse(out);
  return plans.flatMap(({ provider, operation, state, fields }) => [
    `${provider} ${operation} ${state}`,
    ...fields.map(({ field, verdict }) => `${field} ${verdict}`),
  ]);
};

const cases: [name: string, args: string[], want: string[], files?: Record<string, string>][] = [
  ['a flag', [...verified, '--set', 'phone=+12105550132'], ['machnet updateUser ready', 'phone send']],
  ['a locked field', [...verified, '--set', 'email=a@example.com'], ['machnet updateUser blocked', 'email locked']],
  [
    'a locked field, skipped',
    [...verified, '--set', 'email=a@example.com', '--set', 'phone=+12105550132', '--on-locked', 'skip'],
    ['machnet updateUser ready', 'email locked', 'phone send'],
  ],
  [
    '--id',
    ['plan', 'machnet', '--id', id, '--status', 'unverified', '--set', 'email=a@example.com'],
    ['machnet updateUser ready', 'email send'],
  ],
  [
    'no status: fail closed',
    ['plan', `machnet:${id}`, '--set', 'email=a@example.com'],
    ['machnet updateUser blocked', 'email locked'],
  ],
  [
    'a business',
    ['plan', `machnet:${id}`, '--type', 'business', '--status', 'verified', '--set', 'email=a@example.com'],
    ['machnet updateUser ready', 'email send'],
  ],
  ['a part', [...verified, '--set', 'address.city=Austin'], ['machnet updateUser ready', 'address.city send']],
  [
    'a file',
    [...verified, '--patch', 'p.json'],
    ['machnet updateUser ready', 'phone send'],
    { 'p.json': '\uFEFF{"phone": "+12105550132"}' },
  ],
  [
    'a flag beside a file, and one that overrules it',
    [...verified, '--patch', 'p.json', '--set', 'address.city=Austin', '--set', 'address.state=TX'],
    ['machnet updateUser ready', 'address.city send', 'address.state send', 'address.postalCode send'],
    { 'p.json': '{"address": {"postalCode": "78701", "city": "Boston"}}' },
  ],
  ['a clear flag', ['plan', 'hpay:user_abc123', '--clear', 'username'], ['hpay patchUser ready', 'username send']],
  ['a boolean', ['plan', 'hpay:user_abc123', '--set', 'active=false'], ['hpay patchUser ready', 'active send']],
  [
    'an integer',
    ['plan', `machnet:${id}`, '--type', 'business', '--status', 'verified', '--set', 'transactions.perMonth=12'],
    ['machnet updateUser ready', 'transactions.perMonth send'],
  ],
  [
    'what a provider lacks',
    [...verified, '--set', 'username=jane', '--set', 'phone=+12105550132'],
    ['machnet updateUser ready', 'phone send', 'username unsupported'],
  ],
  [
    'a create',
    ['plan', 'stilt', '--operation', 'create', '--set', 'firstName=Jane'],
    ['stilt createUser blocked', 'firstName send'],
  ],
  [
    "a property of the provider's own",
    [
      'plan',
      `machnet:${id}`,
      '--status',
      'unverified',
      '--patch',
      'p.json',
      '--native',
      'user_scope=ARTS_ENTERTAINMENT',
    ],
    ['machnet updateUser ready', 'native.user_scope send'],
    { 'p.json': '{}' },
  ],
  [
    'a file of them',
    ['plan', `machnet:${id}`, '--status', 'unverified', '--patch', 'p.json', '--native', 'n.json'],
    ['machnet updateUser ready', 'native.user_scope send'],
    { 'p.json': '{}', 'n.json': '{"user_scope": "ARTS_ENTERTAINMENT"}' },
  ],
  [
    'what an answer says',
    ['plan', 'machnet', '--answer', 'a.json', '--set', 'email=a@example.com'],
    ['machnet updateUser blocked', 'email locked'],
    { 'a.json': JSON.stringify({ id, status: 'VERIFIED', business: false, email: 'b@example.com' }) },
  ],
  [
    'an answer about a business',
    ['plan', 'machnet', '--answer', 'a.json', '--set', 'email=a@example.com'],
    ['machnet updateUser ready', 'email send'],
    { 'a.json': JSON.stringify({ id, status: 'VERIFIED', business: true }) },
  ],
  [
    'what is unchanged',
    ['plan', 'machnet', '--current', 'c.json', '--set', 'email=a@example.com'],
    ['machnet updateUser empty', 'email unchanged'],
    { 'c.json': JSON.stringify({ id, verification: 'verified', email: 'a@example.com' }) },
  ],
  [
    'two statements about the status',
    ['plan', 'machnet', '--current', 'c.json', '--status', 'unverified', '--set', 'email=a@example.com'],
    ['machnet updateUser blocked', 'email locked'],
    { 'c.json': JSON.stringify({ id, verification: 'verified' }) },
  ],
  [
    'several providers, each with its status',
    ['plan', `machnet:${id}`, 'hpay:user_abc123', '--status', 'machnet:verified', '--set', 'email=a@example.com'],
    ['machnet updateUser blocked', 'email locked', 'hpay patchUser ready', 'email send'],
  ],
  [
    'several providers, each with its operation',
    [
      'plan',
      'stilt:u1',
      'hpay:user_abc123',
      '--operation',
      'hpay:replace',
      '--operation',
      'stilt:create',
      '--set',
      'email=a@example.com',
    ],
    ['stilt createUser blocked', 'hpay updateUser blocked'],
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
    "amend: these are machnet's rules for the type individual; if the user is of another, pass --type business.",
  );
  const sure = await amend([...verified, '--type', 'individual', '--set', 'email=a@example.com']);
  expect([sure.code, sure.err]).toEqual([1, '']);
});

test('the table names field, verdict and reason, and wraps on a terminal', async () => {
  const args = [...verified, '--set', 'email=a@example.com', '--set', 'phone=+12105550132'];
  const { out } = await amend(args);
  expect(out).toBe(
    [
      'machnet updateUser: blocked: nothing is sent',
      '  email  locked  email cannot change once the user is verified (Machnet, Update User, updatable fields for send user (individual)); leave it out.',
      '  phone  send',
    ].join('\n'),
  );
  const narrow = await amend(args, { isTTY: true, columns: 60, env: { NO_COLOR: '1' } });
  expect(narrow.out.split('\n').every((line) => line.length <= 60)).toBe(true);
  expect(narrow.out).toMatch(/^ {17}verified \(Machnet/m);
});

test('standard input is a patch', async () => {
  const stdin = '{"ssn": "123-45-6789", "phone": "+12105550132"}';
  expect(await verdicts(['plan', `machnet:${id}`, '--status', 'unverified', '--patch', '-'], { stdin })).toEqual([
    'machnet updateUser ready',
    'ssn send',
    'phone send',
  ]);
});

describe('wrong usage', () => {
  const files = {
    'p.json': '{"ssn": "123-45-6789", ',
    'list.json': '["123-45-6789"]',
    'odd.json': '{"address": ["123-45-6789"]}',
  };
  test.each([
    [
      ['plan', 'machnet', '--patch', 'odd.json', '--set', 'address.city=x'],
      /address must be an object in the file, so that address\.city can be set in it/,
    ],
    [
      ['plan', 'machnet', '--native', 'user_scope=A', '--native', 'user_scope=B', '--set', 'phone=x'],
      /--native sets a property twice/,
    ],
    [['plan', 'machnet'], /say what changes: --patch FILE, --set FIELD=VALUE or --clear FIELD/],
    [['plan', '--set', 'email=x'], /name a provider/],
    [['plan', 'machnet', 'machnet', '--set', 'email=x'], /machnet is named twice/],
    [['plan', 'machnet:', '--set', 'email=x'], /machnet: is not followed by an identifier/],
    [['plan', 'machnet:1', '--id', '2', '--set', 'email=x'], /the identifier is given twice/],
    [
      ['plan', 'machnet', 'hpay', '--id', '2', '--set', 'email=x'],
      /--id is for one provider; with several, write machnet:ID/,
    ],
    [
      ['plan', 'machnet', 'hpay', '--current', 'c.json', '--set', 'email=x'],
      /--current is for one provider; with several, write --current machnet:VALUE/,
    ],
    [
      ['plan', 'machnet', '--status', 'verified', '--status', 'machnet:unverified', '--set', 'email=x'],
      /--status is given twice for machnet/,
    ],
    [
      ['plan', 'machnet', '--status', 'verifeid', '--set', 'email=x'],
      /unknown status verifeid; did you mean verified\?/,
    ],
    [
      ['plan', 'machnet', '--current', 'list.json', '--answer', 'list.json', '--set', 'email=x'],
      /--current and --answer say the same; give one of them/,
    ],
    [['plan', 'machnet', '--set', 'emial=x'], /unknown field emial; did you mean email\?/],
    [['plan', 'machnet', '--set', 'city=x'], /unknown field city; did you mean address\.city\?/],
    [['plan', 'machnet', '--clear', 'constructor'], /unknown field constructor/],
    [['plan', 'machnet', '--set', 'native.user_scope=x'], /is the provider's own; use --native NAME=VALUE/],
    [['plan', 'machnet', '--set', 'email'], /--set must have the form FIELD=VALUE/],
    [['plan', 'machnet', '--set', 'email=x', '--clear', 'email'], /email is given twice/],
    [
      ['plan', 'machnet', '--set', 'ssn=123-45-6789'],
      /ssn may not stand on a command line, which others can see; use --patch FILE or --patch -/,
    ],
    [
      ['plan', 'machnet', '--set', 'documents.virtual=123-45-6789'],
      /documents\.virtual is no single text or number; use --patch FILE/,
    ],
    [['plan', 'hpay', '--set', 'active=maybe'], /active must be true or false/],
    [
      ['plan', 'machnet', '--type', 'business', '--set', 'transactions.perMonth=many'],
      /transactions\.perMonth must be a whole number/,
    ],
    [
      ['plan', 'machnet', '--on-locked', 'skp', '--set', 'email=x'],
      /unknown choice for --on-locked skp; did you mean skip\?/,
    ],
    [['plan', 'machnet', '--patch', 'nowhere.json'], /nowhere\.json cannot be read \(ENOENT\)/],
    [['plan', 'machnet', '--patch', 'p.json'], /^amend: p\.json is not JSON\.\n/],
    [['plan', 'machnet', '--patch', 'list.json'], /list\.json must hold a JSON object/],
    [['plan', 'machnet', '--patch', '-'], /standard input is not JSON/],
    [['plan', 'machnet', '--base-url', 'https://example.com', '--set', 'email=x'], /unknown flag --base-url/],
    [['plan', 'machnet', '--set', 'email=x', '--shw-request'], /unknown flag --shw-request/],
  ])('%j', async (args, err) => {
    const left = await amend(args, { files });
    expect(left).toEqual({ code: 2, out: '', err: expect.stringMatching(err) });
    expect(left.err).not.toContain('6789');
  });
});
