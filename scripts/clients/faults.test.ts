import { contracts } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { calls, createAny, firstCalls, inTurn } from './calls.ts';
import { operationIds } from './contract-examples.ts';
import { isLarge } from './faults.ts';
import { tryFaults } from './try-faults.ts';

test('every operation of every contract is called', () => {
  const operations = contracts.flatMap(({ name }) => operationIds(name).map((id) => `${name} ${id}`));
  const called = new Set(calls.map(({ contract, id }) => `${contract} ${id}`));
  const missing = operations.filter((operation) => !called.has(operation));
  const sentence = `scripts/clients/calls.ts has no row for ${missing.join(', ')}: add one for each, and say from the provider's pages whether it may be repeated.`;
  expect(missing, sentence).toEqual([]);
  expect([...called].filter((operation) => !operations.includes(operation))).toEqual([]);
});

test.each<[string, ResponseInit, string]>([
  ['a redirect', { status: 307, headers: { Location: 'https://example.com' } }, '{}'],
  ['too large', {}, 'x'.repeat(2 ** 20 + 1)],
  ['invalid UTF-8', {}, '\u00ff'],
])('a body that is not read to its end is let go: %s', async (_, init, text) => {
  for (const call of calls) {
    let isLetGo = false;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(text, 'latin1')),
      cancel: () => {
        isLetGo = true;
      },
    });
    const client = createAny(call.provider, 'http://127.0.0.1', { fetch: async () => new Response(body, init) });
    expect(await client[call.id]?.(call.input)).toMatchObject({ error: { kind: 'malformed' } });
    expect(isLetGo).toBe(true);
  }
});

// Each fault for a call that may be sent again, and for one that may not.
const [repeatable, once] = (['repeatable', 'once'] as const).map((repeats) =>
  firstCalls.filter((call) => call.repeats === repeats),
);
await tryFaults(
  (index) => [...inTurn(repeatable ?? [], index), ...inTurn(once ?? [], index)],
  (name) => !isLarge(name),
);
