import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, json } from './answers.ts';
import { type Call, calls, createAny } from './calls.ts';
import { type Answer, serve } from './faulty-server.ts';

// How long a client waits because the provider asks for it.

const busy = (retryAfter: string): Answer =>
  answer('429 Too Many Requests', '{}', { ...json, 'Retry-After': retryAfter });

const success = (call: Call): Answer => answer('200 OK', JSON.stringify(call.success));

const call = calls.find(({ id }) => id === 'getUser') as Call;
const now = Date.parse('2026-01-01T00:00:00Z');

test.concurrent.each([
  ['seconds', '1'],
  ['a date', 'Thu, 01 Jan 2026 00:00:01 GMT'],
])('is waited for: %s', async (_, header) => {
  await serve([busy(header), success(call)], async (server) => {
    const client = createAny(call.provider, server.origin, { random: () => 0, now: () => now });
    expect(await client.getUser?.(call.input)).toMatchObject({ ok: true });
    const [first, second] = server.requests;
    // A timer may be early by a fraction.
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThan(950);
  });
});

test.concurrent.each([
  ['longer than the deadline', '20', 20_000],
  ['a date after the deadline', 'Thu, 01 Jan 2026 00:00:20 GMT', 20_000],
  ['longer than a minute', '61', 61_000],
  ['an hour', '3600', 3_600_000],
])('is left to the caller: %s', async (_, header, retryAfter) => {
  await serve([busy(header), success(call)], async (server) => {
    const timeout = retryAfter > 60_000 ? 100_000 : 10_000;
    const client = createAny(call.provider, server.origin, { random: () => 0, now: () => now, timeout });
    const begin = performance.now();
    expect(await client.getUser?.(call.input)).toMatchObject({
      error: { kind: 'rate-limited', attempts: 1, retryAfter },
    });
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});

test('whatever it says, a call ends', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'0123456789 -+.:,eGMTJan') });
  const date = fc.date({ noInvalidDate: true }).map((day) => day.toUTCString());
  await fc.assert(
    fc.asyncProperty(fc.oneof(word, date, fc.integer().map(String)), async (header) => {
      const fetch = async () => new Response('{}', { status: 429, headers: { 'Retry-After': header } });
      const client = createAny(call.provider, 'http://127.0.0.1', { fetch, random: () => 0, timeout: 500 });
      const begin = performance.now();
      const result = await client.getUser?.(call.input);
      expect(['rate-limited', 'timeout']).toContain(result?.ok || result?.error.kind);
      expect(performance.now() - begin).toBeLessThan(5_000);
    }),
    { numRuns: 200 },
  );
});
