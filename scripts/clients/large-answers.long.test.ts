import { expect, test } from 'vitest';
import { calls, createAny } from './calls.ts';
import { largeAnswers } from './large-answers.ts';

// However much of a request or an answer is wrong, an error names a bounded part of it, and says that there is more.

const more = 'has more faults than are listed';

// As many errors as would be too many; the bench has a whole MiB.
const bytes = 50_000;

test.for(calls)('an answer that is wrong throughout: $name', async (call) => {
  let isTooMany = false;
  for (const status of [200, 400])
    for (const [name, text] of largeAnswers(status === 200 ? call.success : call.refusal, bytes)) {
      const fetch = async () => new Response(text, { status });
      const result = await createAny(call.provider, 'http://127.0.0.1', { retries: 0, fetch })[call.id]?.(call.input);
      // Where the contract says nothing of a place, whatever stands there fits.
      if (!result || result.ok) continue;
      const { message, issues } = result.error;
      expect(Buffer.byteLength(message), name).toBeLessThan(2000);
      expect(issues.length, name).toBeLessThanOrEqual(101);
      if (issues.length <= 100) continue;
      isTooMany = true;
      expect(issues.at(-1), name).toEqual({ path: '', message: more });
      expect(message, name).toMatch(/; and more\.$|has more faults than are listed\.$/);
    }
  if (call.id === 'listUsers') expect(isTooMany).toBe(true);
});

const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, 0]));

test.for(calls.filter(({ input }) => input.body))('a request that is wrong throughout: $name', async (call) => {
  const client = createAny(call.provider, 'http://127.0.0.1', {
    fetch: () => Promise.reject(new Error('It was sent.')),
  });
  for (const input of [
    { ...call.input, body: { ...(call.input.body as object), ...fields } },
    { ...call.input, query: fields },
  ]) {
    const result = await client[call.id]?.(input);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', attempts: 0 } });
    if (!result || result.ok) continue;
    expect(Buffer.byteLength(result.error.message)).toBeLessThan(2000);
    expect(result.error.issues).toHaveLength(101);
    expect(result.error.issues.at(-1)).toEqual({ path: '', message: more });
  }
});
