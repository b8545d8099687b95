import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { createClient } from './create-client.ts';
import type { Observe, ObservedAttempt, ObservedCall, ObservedEnd } from './observe.ts';
import type { ClientOptions } from './options.ts';
import { has } from './testing/has.ts';

interface Operations {
  getUser: {
    parameters: { query?: { email?: string }; path: { id: string } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
  updateUser: {
    parameters: { path: { id: string } };
    requestBody: { content: { 'application/json': { name: string } } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

type Answer = Response | Error;

const setUp = (answers: readonly Answer[], options: ClientOptions = {}) => {
  const left = [...answers];
  const headers: unknown[] = [];
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com/v1',
      operations: {
        getUser: { method: 'GET', path: '/users/{id}', query: ['email'], retry: 'safe' },
        updateUser: { method: 'PATCH', path: '/users/{id}', query: [], retry: 'never' },
      },
      validators: {
        getUser: { response: [has('id')], error: [] },
        updateUser: { request: [has('name')], response: [has('id')], error: [] },
      },
      sign: () => ({ 'X-Secret': 's3cret' }),
    },
    {
      random: () => 0.5,
      fetch: async (_, init) => {
        headers.push(init.headers);
        const answer = left.shift();
        if (answer instanceof Error) throw answer;
        return answer ?? new Response('{"id":"7"}');
      },
      ...options,
    },
  );
  return { client, headers };
};

type Told = { call: ObservedCall } | { attempt: ObservedAttempt } | { end: ObservedEnd };

const listen = (told: Told[]): ClientOptions => ({
  observe: (call) => {
    told.push({ call });
    return { attempt: (attempt) => told.push({ attempt }), end: (end) => told.push({ end }) };
  },
});

const path = { id: 'planted-id' };
const milliseconds = expect.any(Number);
const none = { status: undefined, kind: undefined, requestId: undefined };
const answer = (status: number, headers: Record<string, string> = {}, body = '{"id":"7"}') =>
  new Response(body, { status, headers });

describe('what is told of a call', () => {
  const call = { provider: 'example', operation: 'getUser', method: 'GET', template: '/users/{id}' };
  const end = { ...none, isUncertain: false, milliseconds };

  test.each<[name: string, answers: Answer[], attempts: object[], end: object]>([
    ['a success', [answer(200)], [{ ...none, status: 200 }], { status: 200, attempts: 1 }],
    [
      'a repetition, with its wait',
      [answer(503, { 'X-Request-Id': 'a' }), answer(200, { 'Request-Id': 'b' })],
      [
        { status: 503, kind: 'unavailable', requestId: 'a', retryIn: 50 },
        { ...none, status: 200, requestId: 'b' },
      ],
      { status: 200, requestId: 'b', attempts: 2 },
    ],
    [
      'a connection that breaks',
      [new TypeError('fetch failed'), answer(404)],
      [
        { ...none, kind: 'network', retryIn: 50 },
        { ...none, status: 404, kind: 'not-found' },
      ],
      { status: 404, kind: 'not-found', attempts: 2 },
    ],
    [
      'an answer that the contract does not know, which is judged at the end',
      [answer(200, {}, '{}')],
      [{ ...none, status: 200 }],
      { status: 200, kind: 'malformed', attempts: 1 },
    ],
    [
      'half an answer',
      [answer(200, {}, '{"id"')],
      [{ ...none, status: 200, kind: 'malformed' }],
      { status: 200, kind: 'malformed', attempts: 1 },
    ],
  ])('%s', async (_, answers, attempts, last) => {
    const told: Told[] = [];
    const { client } = setUp(answers, listen(told));
    const result = await client.getUser({ path, query: { email: 'planted@example.com' } });
    expect(told).toEqual([
      { call },
      ...attempts.map((attempt, index) => ({ attempt: { milliseconds, ...attempt, attempt: index + 1 } })),
      { end: { ...end, ...last } },
    ]);
    const { attempts: count, requestId, status } = result;
    expect({ attempts: count, requestId, status }).toEqual({ status: undefined, requestId: undefined, ...pick(last) });
    expect(JSON.stringify(told)).not.toMatch(/planted|s3cret/);
  });

  test('one that is not sent begins and ends', async () => {
    const told: Told[] = [];
    const { client } = setUp([], listen(told));
    await client.updateUser({ path, body: {} as never });
    expect(told).toEqual([
      { call: { ...call, operation: 'updateUser', method: 'PATCH' } },
      { end: { ...end, kind: 'invalid', attempts: 0 } },
    ]);
  });

  test('an update whose end nobody saw is uncertain', async () => {
    const told: Told[] = [];
    const { client } = setUp([answer(500)], listen(told));
    await client.updateUser({ path, body: { name: 'Ann' } });
    expect(told.at(-1)).toMatchObject({ end: { kind: 'unavailable', isUncertain: true } });
  });

  test('one that is given up while it waits ends without another attempt', async () => {
    const told: Told[] = [];
    const controller = new AbortController();
    const observe: ClientOptions['observe'] = (begun) => {
      told.push({ call: begun });
      return { attempt: () => controller.abort(), end: (last) => told.push({ end: last }) };
    };
    const { client } = setUp([answer(503)], { observe });
    await client.getUser({ path }, { signal: controller.signal });
    expect(told).toEqual([{ call }, { end: { ...end, kind: 'aborted', attempts: 1 } }]);
  });
});

/** Of what is told at the end, what the result says too. */
const pick = ({ kind: _, ...facts }: { kind?: unknown }) => facts;

describe('an observer that fails changes nothing', () => {
  const fail = () => {
    throw new Error('The log is full.');
  };
  const reject = async () => fail();
  /** A function of a Jest test, whose promises are not this module's. */
  const elsewhere = runInNewContext("async () => { throw new Error('The log is full.'); }");
  test.each<[name: string, observe: Observe]>([
    ['at the start', fail],
    ['at an attempt', () => ({ attempt: fail })],
    ['at the end', () => ({ end: fail })],
    ['later', () => ({ attempt: reject, end: reject })],
    ['in a promise', reject as never],
    ["in a promise of another realm's", elsewhere],
    ["later, in a promise of another realm's", () => ({ attempt: elsewhere, end: elsewhere })],
    ['by being none', () => 7 as never],
  ])('%s', async (_, observe) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { client } = setUp([answer(503)], { observe });
    expect(await client.getUser({ path })).toMatchObject({ ok: true, attempts: 2 });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('an observer that is no function is refused when the client is made', () => {
    expect(() => setUp([], { observe: {} as never })).toThrow('observe must be a function.');
  });
});

describe('the request id', () => {
  test.each<[headers: Record<string, string>, id: string | undefined]>([
    [{ 'X-Request-Id': 'req_1' }, 'req_1'],
    [{ 'Request-Id': 'req_2' }, 'req_2'],
    [{ 'X-Correlation-Id': 'req_3' }, 'req_3'],
    [{ 'x-amzn-requestid': 'req_4' }, 'req_4'],
    [{ 'X-Request-Id': 'req_1', 'X-Correlation-Id': 'req_3' }, 'req_1'],
    [{ 'X-Request-Id': 'a b', 'X-Correlation-Id': 'req_3' }, 'req_3'],
    [{ 'X-Request-Id': '\u009b2J' }, undefined],
    [{ 'X-Request-Id': 'x'.repeat(128) }, 'x'.repeat(128)],
    [{ 'X-Request-Id': 'x'.repeat(129) }, undefined],
    [{}, undefined],
  ])('of an answer with %j', async (headers, id) => {
    const refused = await setUp([answer(403, headers)]).client.getUser({ path });
    expect(refused).toMatchObject({ requestId: id, error: { requestId: id } });
    expect(await setUp([answer(200, headers)]).client.getUser({ path })).toMatchObject({ requestId: id });
  });
});

describe('the User-Agent', () => {
  test.each<[options: ClientOptions, sent: string]>([
    [{}, 'amend-example'],
    [{ userAgent: 'payouts/2.3 (ops)' }, 'payouts/2.3 (ops)'],
  ])('of %j', async (options, sent) => {
    const { client, headers } = setUp([], options);
    await client.getUser({ path });
    expect(headers).toEqual([{ 'User-Agent': sent, 'X-Secret': 's3cret' }]);
  });

  test.each(['', 'a\r\nb', 'né', 7])('cannot be %j', (userAgent) => {
    expect(() => setUp([], { userAgent: userAgent as string })).toThrow(/^userAgent must be a text of visible ASCII/);
  });
});
