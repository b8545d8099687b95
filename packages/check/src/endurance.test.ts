import { describe, expect, test } from 'vitest';
import { checkProvider } from './check-provider.ts';
import type { CheckState } from './state.ts';
import { mocked } from './testing/mocked.ts';
import { notAgreed, proveResumed, turnedClock } from './testing/prove-resumed.ts';

const isCreate = (input: unknown, init?: RequestInit): boolean =>
  init?.method === 'POST' && /\/machnet\/users$/.test(String(input));

describe('a provider that', () => {
  test('throttles is asked again when it says', async () => {
    let asked = 0;
    const { options } = await mocked('machnet', (fetch) => async (input, init) => {
      asked += 1;
      return asked % 3 === 0
        ? Response.json({ message: 'slow' }, { status: 429, headers: { 'retry-after': '7' } })
        : fetch(input, init);
    });
    const clock = turnedClock();
    const { cells, stopped } = await checkProvider({ ...options, clock });
    expect(notAgreed(cells)).toBe(0);
    expect(stopped).toBeUndefined();
    expect(new Set(clock.waits)).toEqual(new Set([7000]));
  });

  test('throttles for good ends the check', async () => {
    const { options } = await mocked('machnet', () => async () => new Response('{}', { status: 429 }));
    const { cells, stopped } = await checkProvider({ ...options, clock: turnedClock() });
    expect(stopped).toBe('the provider gave only 429 for an answer');
    expect(new Set(cells.map(({ verdict, provider }) => `${verdict}: ${provider}`))).toEqual(
      new Set([`not-tried: ${stopped}`]),
    );
  });

  test('is asked no faster than it may be', async () => {
    const { options } = await mocked('hpay');
    const clock = turnedClock();
    await checkProvider({ ...options, clock, rate: 2 });
    expect(clock.waits.length).toBeGreaterThan(5);
    expect(new Set(clock.waits)).toEqual(new Set([500]));
  });

  test('loses answers of updates is read, and not told otherwise than it is', async () => {
    let asked = 0;
    const { options } = await mocked('machnet', (fetch) => async (input, init) => {
      const response = await fetch(input, init);
      asked += init?.method === 'PATCH' ? 1 : 0;
      if (init?.method === 'PATCH' && asked % 2 === 1) throw new TypeError('fetch failed');
      return response;
    });
    const { cells, stopped } = await checkProvider({ ...options, clock: turnedClock() });
    expect(stopped).toBeUndefined();
    expect(notAgreed(cells)).toBe(0);
  });

  test('shows a change late is waited for, as long as its contract says', async () => {
    let reads = 0;
    let shown: Response | undefined;
    const { options } = await mocked('machnet', (fetch) => async (input, init) => {
      if (init?.method !== 'GET') {
        reads = 0;
        return fetch(input, init);
      }
      reads += 1;
      if (reads > 2 || !shown) shown = await fetch(input, init);
      return shown.clone();
    });
    const { changesOf: _, ...others } = options;
    const clock = turnedClock();
    const { cells } = await checkProvider({ ...others, clock });
    expect(cells.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(new Set(clock.waits)).toEqual(new Set([1000, 2000]));
  });

  test('is slow is asked what became of it, and not told otherwise than it is', async () => {
    let asked = 0;
    const { options } = await mocked('machnet', (fetch) => async (input, init) => {
      const response = await fetch(input, init);
      asked += init?.method === 'PATCH' ? 1 : 0;
      if (init?.method !== 'PATCH' || asked % 5 > 0) return response;
      // Longer than the client waits.
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    });
    const connect: typeof options.connect = async (given) => {
      const client = await options.connect(given);
      const update = client.updateUser;
      return Object.assign({}, client, {
        updateUser: (input: unknown, own: object) => update?.(input, { ...own, timeout: 500 }),
      });
    };
    const { cells, stopped } = await checkProvider({ ...options, connect, clock: turnedClock() });
    expect([stopped, notAgreed(cells)]).toEqual([undefined, 0]);
  });

  test('refuses the credentials ends the check at once', async () => {
    let asked = 0;
    const { options } = await mocked('machnet', () => async () => {
      asked += 1;
      return Response.json({ message: 'no' }, { status: 401 });
    });
    const { stopped, writes } = await checkProvider(options);
    expect([stopped, writes, asked]).toEqual(['the provider refuses the credentials', 1, 1]);
  });
});

test('who is stopped tells what is known by then', async () => {
  const stop = new AbortController();
  let asked = 0;
  const { options } = await mocked('machnet', (fetch) => async (input, init) => {
    asked += 1;
    if (asked === 30) stop.abort();
    return fetch(input, init);
  });
  const { cells, stopped, left } = await checkProvider({ ...options, signal: stop.signal });
  expect([stopped, left.length, asked]).toEqual(['the check was stopped', 1, 30]);
  expect(cells.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(10);
  expect(cells.filter(({ provider }) => provider === stopped).length).toBeGreaterThan(10);
});

test('a budget of writes is kept, over all runs', async () => {
  const { options } = await mocked('machnet');
  let state: CheckState | undefined;
  const save = async (kept: CheckState): Promise<void> => {
    state = kept;
  };
  const first = await checkProvider({ ...options, save, maxWrites: 10 });
  expect(first).toMatchObject({ writes: 10, stopped: 'the 10 writes that it may make are made' });
  expect(first.cells.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(10);
  expect(await checkProvider({ ...options, save, state, maxWrites: 10 })).toMatchObject({ writes: 10 });
  const last = await checkProvider({ ...options, save, state });
  expect(notAgreed(last.cells)).toBe(0);
});

describe('one that dies half-way', () => {
  proveResumed('machnet', [45]);

  test('while a user is made: nobody makes another one, where no list shows whether there is one', async () => {
    let isLost = true;
    const { options } = await mocked('machnet', (fetch) => async (input, init) => {
      const response = await fetch(input, init);
      if (isLost && isCreate(input, init)) throw new TypeError('fetch failed');
      return response;
    });
    let state: CheckState | undefined;
    const save = async (kept: CheckState): Promise<void> => {
      state = kept;
    };
    const resumable = { ...options, clock: turnedClock(), save };
    const first = await checkProvider(resumable);
    expect(first.cells[0]?.provider).toBe(
      'the provider gave no answer (network), and it is not known whether a user was made',
    );
    isLost = false;
    const { cells } = await checkProvider({ ...resumable, state });
    expect(cells[0]).toMatchObject({
      verdict: 'not-tried',
      provider:
        'an earlier call that makes a user got no answer, and no list shows whether there is one; name one with --user',
    });
  });

  test('while a user is made: where a list shows it, it is taken', async () => {
    let isLost = true;
    const { options, mock } = await mocked('stilt', (fetch) => async (input, init) => {
      const response = await fetch(input, init);
      if (isLost && init?.method === 'POST') throw new TypeError('fetch failed');
      return response;
    });
    let state: CheckState | undefined;
    const save = async (kept: CheckState): Promise<void> => {
      state = kept;
    };
    await checkProvider({ ...options, clock: turnedClock(), save });
    isLost = false;
    const { cells, writes } = await checkProvider({ ...options, clock: turnedClock(), save, state });
    expect(notAgreed(cells)).toBe(0);
    expect(writes).toBe(4);
    expect(mock.fixtures.length).toBeGreaterThan(0);
  });
});
