import { watchDrift } from '@amend/client/drift';
import { createMock } from '@amend/mock';
import { providers } from 'amend/providers';
import { describe, expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';

const user = '#/components/schemas/User/properties';

const report = (at: string, times: number, more: object = {}): object => ({
  provider: 'hpay',
  contract: 'hpay@v1',
  operation: 'getUser',
  status: 200,
  kind: 'property',
  at: `${user}/${at}`,
  times,
  ...more,
});

const drift = async (files: Record<string, string>, ...args: readonly string[]) => {
  const { code, out, err } = await amend(['drift', ...Object.keys(files), ...args, '--json'], { files });
  return { code, err, ...JSON.parse(out) };
};

const lines = (...all: readonly object[]): string => all.map((line) => JSON.stringify(line)).join('\n');

describe('reports', () => {
  test('of several logs are one list, the most frequent first', async () => {
    const files = {
      'a.log': lines(report('nick_name', 1), report('score', 1), report('nick_name', 9)),
      'b.log': lines(report('nick_name', 90, { operation: 'updateUser' })),
    };
    const { drift: list, reports } = await drift(files);
    expect(reports).toBe(4);
    expect(list).toEqual([
      {
        contract: 'hpay@v1',
        at: `${user}/nick_name`,
        kind: 'property',
        times: 100,
        operations: ['getUser 200', 'updateUser 200'],
        change: 'add it to the properties of #/components/schemas/User, with its source',
      },
      expect.objectContaining({ at: `${user}/score`, times: 1 }),
    ]);
  });

  const forms: readonly (readonly [name: string, text: string])[] = [
    ['beside what a logger adds', lines({ level: 30, time: 1, ...report('x', 1) })],
    ['below a name', lines({ level: 30, drift: report('x', 1) })],
    ['after a time', `2026-11-27T08:00:00Z INFO ${lines(report('x', 1))}`],
    ['between other lines', `started\n{"level":30}\n{broken\n${lines(report('x', 1))}\r\n`],
    ['as one list', JSON.stringify([report('x', 1)], undefined, 2)],
    ['after words in braces', `[app] {worker 1} {} ${lines(report('x', 1))}`],
    ['as a text of another logger', lines({ log: `${lines(report('x', 1))}\n`, stream: 'stdout' })],
    ['as a text in a list of them', JSON.stringify([{ message: `INFO ${lines(report('x', 1))}` }])],
    ['in what a check prints', JSON.stringify({ answers: [report('x', 1)] }, undefined, 2)],
  ];
  test.each(forms)('%s', async (_, text) => {
    expect((await drift({ log: text })).drift).toMatchObject([{ at: `${user}/x`, times: 1 }]);
  });

  const none: readonly (readonly [name: string, more: object])[] = [
    ['another kind', { kind: 'value' }],
    ['a place that is none', { at: 'Jane Doe' }],
    ['a count that is none', { times: -1 }],
    ['a name that is none', { operation: 'get user' }],
  ];
  test.each(none)('%s is no report', async (_, more) => {
    const { code, drift: list, err } = await drift({ log: lines(report('x', 1, more)) });
    expect([code, list]).toEqual([0, []]);
    expect(err).toBe('amend: log holds no report, and is no HTTP Archive with calls in it.');
  });

  test('are read however many there are', async () => {
    const { drift: list, reports } = await drift({ log: `${lines(report('x', 1))}\n`.repeat(150_000) });
    expect([reports, list[0].times]).toEqual([150_000, 150_000]);
  });

  test('are no reason to say that all is known where there is none', async () => {
    const { code, out, err } = await amend(['drift', 'app.log'], { files: { 'app.log': 'started\n' } });
    expect([code, out]).toEqual([0, 'Nothing was read that a contract could know.']);
    expect(err).toBe('amend: app.log holds no report, and is no HTTP Archive with calls in it.');
  });

  test('are what a watch reports', async () => {
    const tables = Object.values(providers.hpay.contracts).map(async ({ answers }) => (await answers()).answers);
    const told: string[] = [];
    const watch = watchDrift(await Promise.all(tables), { report: (seen) => told.push(JSON.stringify(seen)) });
    for (let count = 0; count < 10; count += 1)
      watch({ operation: 'getUser', status: 418, type: null, body: undefined });
    const { drift: list } = await drift({ log: told.join('\n') });
    expect(list).toMatchObject([
      { kind: 'status', times: 10, at: '#/paths/~1api~1v1~1users~1{user_id}~1/get/responses/418' },
    ]);
  });
});

const entry = (url: string, body: unknown, { method = 'GET', status = 200, mimeType = 'application/json' } = {}) => ({
  request: { method, url },
  response: { status, content: { mimeType, text: typeof body === 'string' ? body : JSON.stringify(body) } },
});

const har = (...entries: readonly object[]): string => JSON.stringify({ log: { version: '1.2', entries } });

const jane = { id: 'user_1', app_user_id: '1', name: 'Jane Doe', phone_number: '+12105550132', nick_name: 'Jay' };

describe('an HTTP Archive', () => {
  const addresses: readonly (readonly [url: string, args: readonly string[], known: number])[] = [
    ['https://hpay-api.host-sl.com/api/v1/users/user_1/', [], 1],
    ['http://localhost:4010/hpay/api/v1/users/user_1/?x=1', [], 1],
    ['https://proxy.example/api/v1/users/user_1/', [], 0],
    ['https://proxy.example/api/v1/users/user_1/', ['--provider', 'hpay'], 1],
    ['https://hpay-api.host-sl.com/api/v1/users/user_1/other', [], 0],
  ];
  test.each(addresses)('%s %j', async (url, args, known) => {
    const { drift: list, calls, otherCalls } = await drift({ 'a.har': har(entry(url, jane)) }, ...args);
    expect([calls, otherCalls]).toEqual([known, 1 - known]);
    expect(list).toMatchObject(known ? [{ at: `${user}/nick_name`, operations: ['getUser 200'] }] : []);
  });

  test('tells contracts of one provider apart by their version', async () => {
    const at = 'https://api.sdev.banking.ingopayments.tech/api';
    const calls = ['v3/user/create', 'v4/user/update'].map((path) =>
      entry(`${at}/${path}`, '', { method: 'POST', status: 418 }),
    );
    const { drift: list } = await drift({ 'a.har': har(...calls) });
    expect(list.map(({ contract }: { contract: string }) => contract)).toEqual(['ingo@v3', 'ingo@v4']);
  });

  test('of what a mock answers tells nothing', async () => {
    const mock = await createMock({ only: ['hpay'] });
    const url = 'http://localhost/hpay/api/v1/users/user_abc123/';
    const headers = { 'api-key': 'x', 'secret-key': 'x' };
    const answer = await mock.fetch(url, { headers });
    const entries = [entry(url, await answer.text(), { mimeType: answer.headers.get('content-type') ?? '' })];
    expect(await drift({ 'a.har': har(...entries) })).toMatchObject({ drift: [], calls: 1 });
    const { out } = await amend(['drift', 'a.har'], { files: { 'a.har': har(...entries) } });
    expect(out).toBe('Nothing that the contracts do not know.');
  });

  test('of other calls says so', async () => {
    const { out, err } = await amend(['drift', 'a.har'], { files: { 'a.har': har(entry('https://x.example/', {})) } });
    expect(out).toBe('Nothing was read that a contract could know.');
    expect(err).toBe(
      'amend: of the calls, 1 is of no contract by its address; where it is, name whose it is with --provider.',
    );
  });

  test('with calls that came to nothing, or are none, is read all the same', async () => {
    const odd = [
      {},
      { request: 1 },
      entry('nonsense', jane),
      entry('https://hpay-api.host-sl.com/api/v1/users/1/', jane, { status: 0 }),
    ];
    expect(await drift({ 'a.har': har(...odd) })).toMatchObject({ drift: [], calls: 1, otherCalls: 3 });
  });

  test('no value of it is told', async () => {
    const odd = { ...jane, is_active: 'Jay', 'jane@example.com': 1 };
    const url = 'https://hpay-api.host-sl.com/api/v1/users/user_1/';
    const { out } = await amend(['drift', 'a.har'], {
      files: { 'a.har': har(entry(url, odd), entry(url, '<p>Jane</p>')) },
    });
    expect(out).toMatch(/property +hpay@v1 #\/components\/schemas\/User\/properties\/\* /);
    expect(out).toMatch(/type +hpay@v1 #\/components\/schemas\/User\/properties\/is_active/);
    expect(out).not.toMatch(/Jay|Jane|jane|2105550132|user_1/);
  });
});

test('a file in another encoding is refused in words', async () => {
  const readFile = async () => {
    throw Object.assign(new TypeError('no'), { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
  };
  const { code, err } = await amend(['drift', 'app.log'], { readFile });
  expect(code).toBe(2);
  expect(err).toContain('app.log is not in UTF-8; write it in that encoding.');
});

test.each([
  [['drift'], 'name a file, or - for standard input.'],
  [['drift', 'absent.log'], 'absent.log cannot be read (ENOENT).'],
  [['drift', 'a.har', '--provider', 'hpey'], 'hpay'],
])('%j is refused', async (args, why) => {
  const { code, err } = await amend(args, { files: { 'a.har': '{}' } });
  expect(code).toBe(2);
  expect(err).toContain(why);
});
