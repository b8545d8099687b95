import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { amend, type Left, type World } from './testing/fake-io.ts';
import { mockedWorld } from './testing/mocked.ts';

// Nobody's words but ours steer the terminal, or pass for a line of ours.

const forged = 'hpay updateUser: ready';
const signs = [
  '\u001b]0;owned\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u200b',
  '\r',
  '\n',
  '\t',
];
const hostile = `A${signs.join('')}${forged}`;

const id = '4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const answered = {
  id,
  status: 'VERIFIED',
  business: false,
  first_name: hostile,
  mobile_phone: '2105550132',
  [hostile]: hostile,
  physical_documents: [{ id: 'd1', document_type: hostile }],
  virtual_documents: [{ id: 'd2', document_type: hostile, document_value: `*****${hostile}` }],
};
const current = {
  id: hostile,
  verification: hostile,
  firstName: hostile,
  ssn: { masked: hostile },
  documents: { physical: [{ type: hostile }], virtual: [{ type: hostile, number: { masked: hostile } }] },
  native: { [hostile]: hostile },
};
const files = {
  'answer.json': JSON.stringify({ ...answered, status: hostile, id: hostile }),
  'current.json': JSON.stringify(current),
  'patch.json': JSON.stringify({ occupation: 'Baker', [hostile]: hostile, native: { [hostile]: hostile } }),
  [hostile]: 'no JSON',
};

const { env = {}, mock } = await mockedWorld();
const json = (body: unknown, status: number) => new Response(JSON.stringify(body), { status });

/** How a provider may answer the read and the change. */
const providers: Readonly<Record<string, NonNullable<World['fetch']>>> = {
  'does what it is asked': async () => json(answered, 200),
  'cannot be read': async () => json({ [hostile]: hostile, id: 7 }, 200),
  'is of another status': async () => json({ ...answered, status: hostile }, 200),
  refuses: async (_, { method }) => (method === 'GET' ? json(answered, 200) : json({ message: hostile }, 400)),
  fails: async (_, { method }) => {
    if (method === 'GET') return json(answered, 200);
    throw Object.assign(new TypeError(hostile), {
      code: hostile,
      cause: Object.assign(new Error(hostile), { code: hostile }),
    });
  },
};

const user = `machnet:${id}`;
const commands: string[][] = [
  ['update', user, '--set', 'occupation=Baker'],
  ['update', user, '--patch', 'patch.json'],
  ['update', user, '--set', 'email=a@example.com', '--on-locked', 'skip', '--dry-run'],
  ['plan', user, '--patch', 'patch.json'],
  ['plan', user, '--answer', 'answer.json', '--set', 'occupation=Baker'],
  ['plan', user, '--current', 'current.json', '--set', 'occupation=Baker'],
  // What a caller typed is repeated to the caller, and no more obeyed.
  ['plan', user, '--patch', hostile],
  ['plan', user, '--patch', `no ${hostile}`],
  ['plan', user, '--native', `x=${hostile}`, '--set', 'occupation=Baker'],
  ['plan', `machnet:${hostile}`, '--set', `email=${hostile}`],
  ['plan', user, '--status', hostile, '--set', 'occupation=Baker'],
  ['plan', user, `--${hostile}`],
  ['update', user, '--set', 'occupation=Baker', '--base-url', hostile],
  ['matrix', '--output', hostile],
  ['mock', '--port', '0', '--host', hostile],
  ['mock', '--only', hostile],
  ['demo', '--once', '--host', hostile],
  [hostile],
  ['help', hostile],
];

const colour = /\p{Cc}\[\d+m/gu;
const unwelcome = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--\n]/v;

/** Our own colours are taken away where there are any; what then is left steers. */
const expectNoSteering = ({ out, err }: Left): void => {
  const shown = `${out}\n${err}`;
  expect(shown.trim()).not.toBe('');
  expect(shown.replaceAll(colour, '')).not.toMatch(unwelcome);
  expect(stripVTControlCharacters(shown).split('\n')).not.toContainEqual(expect.stringMatching(`^ *${forged}`));
};

const writeNothing = () => Promise.reject(Object.assign(new Error(hostile), { code: hostile }));

describe.each(Object.entries(providers))('a provider that %s', (_, fetch) => {
  test.each(commands.slice(0, 3).map((args) => [args.join(' '), args] as const))('%s', async (_name, args) => {
    for (const world of [{}, { isTTY: true, columns: 80 }])
      for (const format of [[], ['--json']])
        expectNoSteering(await amend([...args, ...format], { env, fetch, files, ...world }));
  });
});

test.each(commands.slice(3).map((args) => [JSON.stringify(args), args]))('%s', async (_, args) => {
  const world = { env, fetch: mock.fetch, files, writeFile: writeNothing };
  for (const terminal of [{}, { isTTY: true, columns: 80 }])
    for (const format of [[], ['--json']])
      expectNoSteering(await amend([...args, ...format], { ...world, ...terminal }));
});

test('a program gets the very text, however it is written', async () => {
  const fetch = async () => json(answered, 200);
  const { out } = await amend(['update', user, '--set', 'occupation=Baker', '--json'], { env, fetch });
  expect(JSON.parse(out).users[0].user.firstName).toBe(hostile);
});

test('no text passes for a colour of ours', async () => {
  const { out } = await amend(['update', user, '--set', 'occupation=Baker'], {
    env,
    isTTY: true,
    fetch: async () => json({ ...answered, first_name: '\u001b[31mred' }, 200),
  });
  expect(out).toContain('\u001b[32mready\u001b[39m');
  expect(out).toContain('?[31mred');
  expect(out).not.toContain('\u001b[31m');
});

test('an error that nobody knows is named on one line', async () => {
  const fetch = () => {
    throw Object.assign(new Error('x'), { name: hostile });
  };
  for (const name of ['readFile', 'stdin'] as const)
    expectNoSteering(await amend(['plan', user, '--patch', name === 'stdin' ? '-' : 'x'], { [name]: fetch } as World));
});
