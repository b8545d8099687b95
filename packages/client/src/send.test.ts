import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from './create-client.ts';
import { startDeadline } from './deadline.ts';
import { readText } from './read-response.ts';
import { createQuota } from './retry.ts';
import { type SendOptions, send } from './send.ts';

// What nobody sees of a call but by its timers and listeners. The clock is ours.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const request = { method: 'GET', url: 'https://api.example.com', body: undefined };
const policy = { rule: 'safe', body: undefined } as const;

const optionsWith = (options: Partial<SendOptions>): SendOptions => ({
  fetch: async () => new Response('{}', { status: 503 }),
  sign: () => ({}),
  userAgent: 'test',
  maxAttempts: 1,
  maxResponseBytes: 2 ** 20,
  quota: createQuota(),
  random: () => 0.5,
  now: () => 0,
  ...options,
});

test('the waits grow from attempt to attempt', async () => {
  const times: number[] = [];
  const fetch = async () => {
    times.push(performance.now());
    return new Response('{}', { status: 503 });
  };
  const deadline = startDeadline(Number.POSITIVE_INFINITY, undefined);
  const sending = send(request, policy, deadline, optionsWith({ fetch, maxAttempts: 5 }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await sending).attempts).toBe(5);
  expect(times.slice(1).map((time, index) => Math.round(time - (times[index] ?? 0)))).toEqual([50, 100, 200, 400]);
});

test('a call that ends while it is signed is not sent', async () => {
  const controller = new AbortController();
  const fetch = vi.fn();
  const sign = () => {
    controller.abort();
    return {};
  };
  const deadline = startDeadline(Number.POSITIVE_INFINITY, controller.signal);
  expect(await send(request, policy, deadline, optionsWith({ fetch, sign }))).toMatchObject({
    outcome: { kind: 'aborted' },
    attempts: 0,
    isOpen: false,
  });
  expect(fetch).not.toHaveBeenCalled();
});

test('nor is it sent again, if it ends while it is signed again', async () => {
  const controller = new AbortController();
  const fetch = vi.fn(async () => new Response('{}', { status: 503 }));
  const sign = () => {
    if (fetch.mock.calls.length > 0) controller.abort();
    return {};
  };
  const deadline = startDeadline(Number.POSITIVE_INFINITY, controller.signal);
  const sending = send(request, policy, deadline, optionsWith({ fetch, sign, maxAttempts: 2 }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await sending).toMatchObject({ outcome: { kind: 'aborted' }, attempts: 1, isOpen: true });
  expect(fetch).toHaveBeenCalledOnce();
});

test.each([
  ['a success', '{}', 200, [0]],
  ['a success that cannot be read', '<h1>Hello</h1>', 200, []],
  ['a refusal', '{}', 400, []],
])('what %s gives back to the retries: %s, %i, %j', async (_, body, status, want) => {
  const rewards: number[] = [];
  const quota = { take: () => true, reward: (retries: number) => void rewards.push(retries) };
  const deadline = startDeadline(Number.POSITIVE_INFINITY, undefined);
  await send(request, policy, deadline, optionsWith({ fetch: async () => new Response(body, { status }), quota }));
  expect(rewards).toEqual(want);
});

test('a retry that there is no time for costs nothing, and is not waited for', async () => {
  const quota = { take: vi.fn(() => true), reward: () => {} };
  const ends: number[] = [];
  for (const [headers, milliseconds] of [
    [{ 'Retry-After': '3600' }, Number.POSITIVE_INFINITY],
    [{}, 50],
  ] as const) {
    const deadline = startDeadline(milliseconds, undefined);
    const fetch = async () => new Response('{}', { status: 503, headers });
    const start = performance.now();
    const sending = send(request, policy, deadline, optionsWith({ fetch, quota, maxAttempts: 2 })).then((sent) => {
      ends.push(performance.now() - start);
      return sent;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(await sending).toMatchObject({ outcome: { status: 503 }, attempts: 1 });
  }
  expect(ends).toEqual([0, 0]);
  expect(quota.take).not.toHaveBeenCalled();
});

test('an aborted wait keeps no timer and no listener', async () => {
  const controller = new AbortController();
  const deadline = startDeadline(Number.POSITIVE_INFINITY, controller.signal);
  const headers = { 'Retry-After': '25' };
  const fetch = async () => new Response('{}', { status: 429, headers });
  const sending = send(request, policy, deadline, optionsWith({ fetch, maxAttempts: 2 }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(vi.getTimerCount()).toBe(1);
  controller.abort();
  expect(await sending).toMatchObject({ outcome: { kind: 'aborted' }, attempts: 1, isOpen: false });
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(deadline.signal, 'abort')).toEqual([]);
});

test('a wait that ends by itself keeps no listener', async () => {
  const deadline = startDeadline(10_000, undefined);
  const sending = send(request, policy, deadline, optionsWith({ maxAttempts: 3 }));
  await vi.advanceTimersByTimeAsync(1000);
  await sending;
  expect(getEventListeners(deadline.signal, 'abort')).toEqual([]);
  deadline.clear();
  expect(vi.getTimerCount()).toBe(0);
});

test('a call without a limit has no timer, and one of more than 24 days none that overflows', () => {
  for (const milliseconds of [Number.POSITIVE_INFINITY, 2 ** 31]) {
    const deadline = startDeadline(milliseconds, undefined);
    expect(vi.getTimerCount()).toBe(0);
    expect(deadline.reason()).toBeUndefined();
    expect(deadline.remaining()).toBeGreaterThan(2 ** 30);
  }
});

test('a deadline goes by a clock that nobody sets, and the first end counts', async () => {
  const controller = new AbortController();
  const deadline = startDeadline(1000, controller.signal);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(deadline.remaining()).toBe(1000);
  await vi.advanceTimersByTimeAsync(1000);
  controller.abort();
  expect(deadline.reason()).toBe('timeout');
});

test('after a call neither a timer is left nor a listener', async () => {
  const { signal } = new AbortController();
  const client = createClient<{ stop: { parameters: { path?: never; query?: never }; responses: object } }>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: { stop: { method: 'POST', path: '/stop', query: [], retry: 'never' } },
      validators: { stop: { response: [], error: [] } },
      sign: () => ({}),
    },
    { fetch: async () => new Response(null, { status: 204 }) },
  );
  expect(await client.stop({}, { signal })).toMatchObject({ ok: true });
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

/** A body that never ends, and says when it is let go. */
const endless = () => {
  let isLetGo = false;
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array([0x22])),
    cancel: () => {
      isLetGo = true;
    },
  });
  return { response: new Response(stream), isLetGo: () => isLetGo };
};

test('a body is let go when the call ends, and nobody listens any more', async () => {
  const controller = new AbortController();
  const { response, isLetGo } = endless();
  const reading = readText(response, 100, controller.signal);
  await vi.advanceTimersByTimeAsync(0);
  expect([getEventListeners(controller.signal, 'abort').length, isLetGo()]).toEqual([1, false]);
  controller.abort();
  expect(isLetGo()).toBe(true);
  await reading;
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

test('nobody listens after a body that was read', async () => {
  const { signal } = new AbortController();
  expect(await readText(new Response('"x"'), 3, signal)).toEqual({ text: '"x"' });
  expect(await readText(new Response('"xy"'), 3, signal)).toEqual({ flaw: 'too large' });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
