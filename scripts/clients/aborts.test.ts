import { getEventListeners } from 'node:events';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { answer } from './answers.ts';
import { type Call, calls, createAny } from './calls.ts';
import { faults } from './faults.ts';
import { type Answer, type FaultyServer, startFaultyServer } from './faulty-server.ts';

/** A moment of a call, and what makes its caller give up just then. */
interface Moment {
  readonly answer: (call: Call) => Answer;
  /** Calls `abort` at that moment, from outside or from what the client calls. */
  readonly when: (abort: () => void, server: FaultyServer) => Hooks;
  readonly attempts: number;
}

interface Hooks {
  readonly onHeaders?: () => void;
  readonly random?: () => number;
}

const exchange = (call: Call) => ({
  success: JSON.stringify(call.success),
  refusal: JSON.stringify(call.refusal),
  elsewhere: '',
});

const longWait = () => answer('429 Too Many Requests', '{}', { 'Retry-After': '25' });

const moments: Record<string, Moment> = {
  'before the call': {
    answer: () => answer('500 Internal Server Error'),
    when: (abort) => {
      abort();
      return {};
    },
    attempts: 0,
  },
  'before the headers': {
    answer: (call) => faults['stall before headers'](exchange(call)),
    when: (abort, server) => {
      void server.seen(1).then(abort);
      return {};
    },
    attempts: 1,
  },
  'in the headers': {
    answer: (call) => faults['stall in the headers'](exchange(call)),
    when: (abort, server) => {
      void server
        .seen(1)
        .then(() => setTimeout(20))
        .then(abort);
      return {};
    },
    attempts: 1,
  },
  'at the headers': {
    answer: (call) => faults['stall in the body'](exchange(call)),
    when: (abort) => ({ onHeaders: abort }),
    attempts: 1,
  },
  'in the body': {
    answer: (call) => faults['stall in the body'](exchange(call)),
    when: (abort) => ({ onHeaders: () => void setTimeout(20).then(abort) }),
    attempts: 1,
  },
  'as the wait begins': {
    answer: longWait,
    when: (abort) => ({
      random: () => {
        abort();
        return 0;
      },
    }),
    attempts: 1,
  },
  'during the wait': {
    answer: longWait,
    when: (abort) => ({
      random: () => {
        void setImmediate().then(abort);
        return 0;
      },
    }),
    attempts: 1,
  },
};

const waits = ['as the wait begins', 'during the wait'];

describe.each(Object.entries(moments))('aborted %s', (name, { answer, when, attempts }) => {
  const concerned = calls.filter(({ repeats }) => repeats === 'repeatable' || !waits.includes(name));

  test.concurrent.for(concerned)('$name', async (call) => {
    const server = await startFaultyServer(answer(call));
    const controller = new AbortController();
    const abort = () => controller.abort(new Error('The caller has gone.'));
    const { onHeaders, random = () => 0 } = when(abort, server);
    const client = createAny(call.provider, server.origin, {
      random,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        onHeaders?.();
        return response;
      },
    });
    const begin = performance.now();
    const result = await client[call.id]?.(call.input, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, status: undefined, error: { kind: 'aborted', attempts } });
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(await server.settle()).toBe(0);
    expect(server.requests.length).toBeLessThanOrEqual(attempts);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await server.close();
  });
});

test('whenever it comes, no further attempt follows', async () => {
  const call = calls.find(({ id }) => id === 'getUser') as Call;
  const server = await startFaultyServer(answer('503 Service Unavailable', '{}'));
  let late = 0;
  const abortAfter = async (milliseconds: number) => {
    const controller = new AbortController();
    // A client for each call, because the quota for retries is the client's.
    const client = createAny(call.provider, server.origin, {
      retries: 100,
      random: () => Math.random() / 20,
      fetch: (url, init) => {
        if (controller.signal.aborted) late++;
        return fetch(url, init);
      },
    });
    const result = client.getUser?.(call.input, { signal: controller.signal });
    await setTimeout(milliseconds);
    controller.abort();
    return result;
  };
  for (let round = 0; round < 5; round++) {
    const results = await Promise.all(Array.from({ length: 40 }, (_, index) => abortAfter(index)));
    expect(results.filter((result) => result?.ok || result?.error.kind !== 'aborted')).toEqual([]);
  }
  expect(late).toBe(0);
  expect(server.requests.length).toBeGreaterThan(0);
  await server.close();
});

test('a signal may serve many calls, and outlive them', async () => {
  const call = calls.find(({ id }) => id === 'getUser') as Call;
  const server = await startFaultyServer(answer('200 OK', JSON.stringify(call.success)));
  const client = createAny(call.provider, server.origin);
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 50 }, () => client.getUser?.(call.input, { signal })));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  await server.close();
});
