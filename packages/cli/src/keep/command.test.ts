import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedLink, Held, Keeper, LinkKey, LinkStatus, Overview } from '@amend/keep';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';
import { ageOf, readAge } from './age.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-cli-keep-'));
afterAll(() => rmSync(folder, { recursive: true }));
const moduleOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const hour = 3_600_000;
const ago = (milliseconds: number): number => Date.now() - milliseconds;

const asked: unknown[][] = [];
let held: (Held & LinkKey)[] = [];
let links: LinkStatus[] = [];
let read: CheckedLink['read'] = 'done';
let due: number[] = [];

const providers = (): Overview[] => [
  { provider: 'one', pending: 12, held: { locked: 318, unknown: 2 }, oldest: ago(72 * hour), links: 400 },
  {
    provider: 'two',
    pending: 0,
    held: {},
    links: 5,
    paused: { until: Date.UTC(2000, 0, 1, 14, 5), reason: 'down', failures: 37 },
  },
];

/** A keeper that says what the test has, and remembers what it was asked. */
const keeper = new Proxy({} as Keeper<string>, {
  has: () => true,
  get: (_, name) =>
    name === 'then'
      ? undefined
      : (...args: unknown[]) => {
          asked.push([name, ...args]);
          const answers: Readonly<Record<string, () => unknown>> = {
            overview: async () => providers(),
            held: async ({ limit }: { limit: number } = { limit: 1 }) => held.slice(0, limit),
            status: async () => links,
            check: async () => links.map((link): CheckedLink => ({ ...link, read })),
            tick: async () => due.shift() ?? 0,
            stop: async () => {},
            decide: async () => {},
            run: () => {},
          };
          return answers[String(name)]?.call(undefined, ...(args as []));
        },
});
Object.assign(globalThis, { keeperOfTheTest: keeper, closeOfTheTest: () => asked.push(['close']) });
const file = moduleOf(
  'keeper.mjs',
  'export default async () => globalThis.keeperOfTheTest; export const close = () => globalThis.closeOfTheTest();',
);

beforeEach(() => {
  asked.length = 0;
  read = 'done';
  due = [];
  held = [{ userId: 'u7', provider: 'one', reason: 'locked', since: ago(48 * hour), message: 'email is locked.' }];
  links = [
    {
      provider: 'one',
      account: 'a1',
      state: 'held',
      reason: 'locked',
      verification: 'verified',
      fields: [
        { field: 'phone', state: 'kept', since: ago(hour), change: 'c1' },
        {
          field: 'email',
          state: 'held',
          reason: 'locked',
          since: ago(hour),
          change: 'c1',
          message: 'email is locked.',
        },
      ],
      drift: {},
    },
  ];
});

const keep = (...args: string[]) => amend(['keep', ...args, '--keeper', file]);
const json = async (...args: string[]) => JSON.parse((await keep(...args, '--json')).out);

test('status shows each provider, and lets go of the keeper', async () => {
  const { code, out, err } = await keep('status');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^provider +kept +pending +held +oldest +next$/m);
  expect(out).toMatch(/^one +68 +12 +318 locked, 2 unknown +3 d +–$/m);
  expect(out).toMatch(/^two +5 +0 +– +– +paused until .*14:05Z \(down, 37 failures\)$/m);
  expect(asked).toEqual([['overview', { links: false }], ['close']]);
  expect(await json('status')).toMatchObject({ providers: [{ provider: 'one', pending: 12 }, { provider: 'two' }] });
});

test('status of a user shows each field, and why it waits', async () => {
  const { out } = await keep('status', 'u7');
  expect(out).toMatch(/^one +held +locked +verified$/m);
  expect(out).toMatch(/^ +phone +kept +1 h$/m);
  expect(out).toMatch(/^ +email +held +1 h +email is locked\.$/m);
  expect(await json('status', 'u7')).toMatchObject({ userId: 'u7', links: [{ provider: 'one', state: 'held' }] });
  links = [];
  expect(await keep('status', 'nobody')).toMatchObject({ code: 2, err: expect.stringMatching(/nobody is linked/) });
});

test('held lists what waits, as far as is asked', async () => {
  const { out } = await keep('held', '--provider', 'one', '--limit', '5');
  expect(out).toMatch(/^u7 +one +locked +2 d +email is locked\.$/m);
  expect(asked[0]).toEqual(['held', { limit: 5, provider: 'one' }]);
  expect(await json('held')).toEqual({ held: [expect.objectContaining({ userId: 'u7', reason: 'locked' })] });
  held = [];
  expect((await keep('held')).out).toBe('Nothing is held.');
});

test.each([
  ['1d', 1],
  ['3d', 0],
  ['47h', 1],
])('what is held for longer than %s: exit code %i', async (age, code) => {
  for (const args of [['status'], ['status', 'u7'], ['held'], ['run', '--once']])
    expect((await keep(...args, '--max-age', age)).code).toBe(code);
});

test.each<[args: string[], decided: string[], says: RegExp]>([
  [['retry', 'u7', 'one', 'email'], ['u7', 'one', 'email', 'retry'], /^email at one is tried again\.$/],
  [['withdraw', 'u7', 'one'], ['u7', 'one', '*', 'withdraw'], /^What waits at one is given up there\.$/],
])('%j', async (args, decided, says) => {
  const { code, out } = await keep(...args);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(says) });
  expect(asked).toEqual([['decide', ...decided], ['close']]);
  expect(await json(...args)).toMatchObject({ userId: 'u7', provider: 'one', decision: decided[3] });
});

test('check exits with 1 where a provider has something else', async () => {
  expect((await keep('check', 'u7')).code).toBe(0);
  links = links.map((link) => ({ ...link, drift: { 'address.city': ago(hour) } }));
  const { code, out } = await keep('check', 'u7');
  expect(code).toBe(1);
  expect(out).toMatch(/^ +address\.city +drifted +1 h/m);
});

test.each<[name: string, read: CheckedLink['read'], more: Partial<LinkStatus>, code: number, says: RegExp]>([
  ['was not read', 'failed', {}, 1, /^one .*could not be read now; what is shown is older$/m],
  ['can never be read', 'impossible', {}, 0, /^one .*is read by no call, so nobody knows what it has$/m],
  ['is not there', 'done', { reason: 'not-found', message: 'gone' }, 1, /^one .*gone$/m],
])('check of a user who %s', async (_, how, more, code, says) => {
  read = how;
  links = links.map((link) => ({ ...link, ...more }));
  expect(await keep('check', 'u7')).toMatchObject({ code, out: expect.stringMatching(says) });
  expect(await json('check', 'u7')).toMatchObject({ links: [{ read }] });
});

test('run works until it is stopped, and says how far it is; once, until nothing is due', async () => {
  due = [3, 2, 0];
  expect((await keep('run', '--once')).out).toMatch(/^one +/m);
  expect(asked.map(([name]) => name)).toEqual(['tick', 'tick', 'tick', 'overview', 'close']);
  asked.length = 0;
  const stop = new AbortController();
  const running = amend(['keep', 'run', '--keeper', file], { signal: stop.signal });
  await expect.poll(() => asked.map(([name]) => name)).toEqual(['run', 'overview']);
  stop.abort();
  const { code, out } = await running;
  expect(code).toBe(0);
  expect(out).toMatch(/^one: 12 pending, 320 held; two: 0 pending, 0 held, paused until .*\.?$/);
  expect(asked.map(([name]) => name)).toEqual(['run', 'overview', 'stop', 'close']);
});

const broken = moduleOf('broken.mjs', "throw new TypeError('postgres://planted@host');");
const importing = moduleOf('importing.mjs', "import './absent.mjs';");
const tooNew = moduleOf('too-new.mjs', "import 'node:of-tomorrow';");
const refusing = moduleOf(
  'refusing.mjs',
  "export default () => { throw Object.assign(new Error('The keeper has no key k1.'), { name: 'KeepError' }); };",
);

describe('what cannot be done is one sentence', () => {
  test.each<[args: string[], code: number, says: RegExp]>([
    [['--keeper', file], 2, /say what to do: run, status, held/],
    [['stauts', '--keeper', file], 2, /unknown verb stauts; did you mean status\?/],
    [['retry', 'u7', '--keeper', file], 2, /retry takes USER PROVIDER \[FIELD\]\./],
    [['held', 'u7', '--keeper', file], 2, /held takes no arguments\./],
    [['held', '--limit', '0', '--keeper', file], 2, /--limit must be a number/],
    [['status', '--max-age', 'long', '--keeper', file], 2, /--max-age must be a number with a unit/],
    [['status'], 2, /name the module that makes your keeper/],
    [['status', '--keeper', join(folder, 'missing.mjs')], 2, /missing\.mjs cannot be read \(ENOENT\)\.$/m],
    [['status', '--keeper', folder], 2, /^amend: .* is a folder; name the module in it\.$/m],
    [['status', '--keeper', importing], 2, /failed with Error: Cannot find module '.*absent\.mjs'/],
    [
      ['status', '--keeper', tooNew],
      2,
      /needs a Node that has node:of-tomorrow, and this is [0-9.]+; @amend\/keep needs 22\.13 or newer\.$/m,
    ],
    [['status', '--keeper', moduleOf('empty.mjs', 'export default 1;')], 2, /must have a keeper as its default export/],
    [['status', '--keeper', broken], 2, /^amend: the module of --keeper failed with TypeError\.$/m],
    [['status', '--keeper', refusing], 1, /^amend: The keeper has no key k1\.$/m],
  ])('%j', async (args, code, says) => {
    const left = await amend(['keep', ...args]);
    expect(left).toMatchObject({ code, err: expect.stringMatching(says) });
    expect(JSON.stringify(left)).not.toContain('planted');
  });

  test('the module may be named in the environment', async () => {
    expect((await amend(['keep', 'status'], { env: { AMEND_KEEPER: file } })).code).toBe(0);
  });
});

test('ages are told in their largest unit', () => {
  expect([0, 59, 60, 3_599, 3_600, 86_400].map((seconds) => ageOf(0, seconds * 1000))).toEqual([
    '0 s',
    '59 s',
    '1 min',
    '59 min',
    '1 h',
    '1 d',
  ]);
  expect(readAge('15m')).toBe(900_000);
});
