import type { Retry } from '@amend/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createQuota, parseRetryAfter, retryDelay, shouldRetry } from './retry.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

describe('shouldRetry', () => {
  const unlessDocuments: Retry = { idempotentUnless: ['documents'] };
  const failures = {
    refused: { code: 'ECONNREFUSED' },
    'not found': { code: 'ENOTFOUND' },
    'not yet found': { code: 'EAI_AGAIN' },
    'not connected': { code: 'UND_ERR_CONNECT_TIMEOUT' },
    reset: { code: 'ECONNRESET' },
    broken: {},
    408: { status: 408 },
    429: { status: 429 },
    500: { status: 500 },
    503: { status: 503 },
    400: { status: 400 },
    401: { status: 401 },
    404: { status: 404 },
    409: { status: 409 },
    501: { status: 501 },
  };
  const notSent = ['not connected', 'not found', 'not yet found', 'refused'];
  const transient = [...notSent, 'reset', 'broken', '408', '429', '500', '503'].sort();

  test.each<[string, Retry, unknown, string[]]>([
    ['safe', 'safe', undefined, transient],
    ['idempotent', 'idempotent', {}, transient],
    ['never', 'never', {}, notSent],
    ['idempotent without documents', unlessDocuments, { city: 'Austin' }, transient],
    ['idempotent but for documents', unlessDocuments, { documents: [] }, notSent],
    ['idempotent without a body', unlessDocuments, undefined, transient],
    ['idempotent with nothing for a body', unlessDocuments, null, transient],
    ['inherited fields do not count', unlessDocuments, Object.create({ documents: [] }), transient],
  ])('%s', (_, retry, body, want) => {
    const retried = Object.entries(failures).filter(([, failure]) => shouldRetry(retry, body, failure));
    expect(retried.map(([name]) => name).sort()).toEqual(want);
  });
});

describe('parseRetryAfter', () => {
  test.each([
    [null, undefined],
    ['', undefined],
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e9', undefined],
    ['9999999999', undefined],
    ['soon', undefined],
    ['2026', 2_026_000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['Xxx, 99 Jan 2026 00:00:05 GMT', undefined],
  ])('%j', (header, want) => {
    expect(parseRetryAfter(header, now)).toBe(want);
  });

  test('no header makes anyone wait more than a minute, or less than nothing', () => {
    const header = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(header, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (text, random) => {
        const delay = retryDelay(0, parseRetryAfter(text, now), () => random);
        if (delay !== undefined) expect(delay >= 0 && delay <= 60_100).toBe(true);
      }),
      // The long tests try more.
      { numRuns: 2000 * Number(process.env.AMEND_TIMES) },
    );
  });
});

describe('retryDelay', () => {
  test.each([
    [0, 100],
    [1, 200],
    [5, 3200],
    [6, 5000],
    [40, 5000],
  ])('after attempt %i it waits any time below %i ms', (attempt, limit) => {
    expect(retryDelay(attempt, undefined, () => 0)).toBe(0);
    expect(retryDelay(attempt, undefined, () => 0.5)).toBe(limit / 2);
    expect(retryDelay(attempt, undefined, () => 0.999999)).toBeLessThan(limit);
  });

  test.each([
    [2000, 0, 2000],
    [2000, 0.5, 2500],
    [2000, 0.999, 2999],
    // A short one is spread as far as none.
    [0, 0.5, 50],
    [40_000, 0.5, 50_000],
    [40_001, 0.5, undefined],
  ])('it waits at least the %i ms that the provider asks for, at %d for %j', (retryAfter, random, want) => {
    expect(retryDelay(0, retryAfter, () => random)).toBe(want);
  });

  test.each([3000, 30_000])('clients that were sent away together do not come back together: %i ms', (retryAfter) => {
    const waits = Array.from({ length: 50 }, (_, client) => retryDelay(0, retryAfter, () => client / 50) ?? 0);
    const within = (from: number) => waits.filter((wait) => wait >= from && wait < from + retryAfter / 30).length;
    expect(Math.max(...waits.map(within))).toBeLessThanOrEqual(4);
    expect(Math.min(...waits)).toBe(retryAfter);
  });
});

describe('the quota', () => {
  test('a provider that is down gets hardly more requests than calls', () => {
    const quota = createQuota();
    const retries = Array.from({ length: 1000 }, () => quota.take()).filter(Boolean);
    expect(retries).toHaveLength(35);
  });

  test('a retry costs no more than its price', () => {
    const quota = createQuota();
    while (quota.take());
    // 10 are left of 500.
    for (let call = 0; call < 4; call++) quota.reward(0);
    expect([quota.take(), quota.take()]).toEqual([true, false]);
  });

  test('successes restore it, and never beyond its size', () => {
    const quota = createQuota();
    while (quota.take());
    for (let call = 0; call < 14; call++) quota.reward(0);
    expect(quota.take()).toBe(true);
    expect(quota.take()).toBe(false);
    quota.reward(1);
    expect(quota.take()).toBe(true);
    for (let call = 0; call < 10_000; call++) quota.reward(1);
    expect(Array.from({ length: 100 }, () => quota.take()).filter(Boolean)).toHaveLength(35);
  });
});
