import { type JsonObject, readContract } from '@amend/compiler/read';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// Stilt documents a pattern for names that takes exponential time. The contract has a linear one instead, and it must
// accept the same texts: what the provider takes is not refused, and what it refuses is not sent.

const documented = /^([aA-zZ]+[,.]?[ ]?|[aA-zZ]+['\u2019-]?)+$/u;
const schemas = (readContract('stilt@v1').components as JsonObject).schemas as Record<string, { pattern: string }>;
const ours = new RegExp(schemas.Name?.pattern ?? '', 'u');

const alphabet = ['a', 'Z', '_', ',', '.', ' ', "'", '\u2019', '-', '1', '\u00e9'];

const disagreements = (texts: Iterable<string>): string[] =>
  [...texts].filter((text) => ours.test(text) !== documented.test(text));

function* allTexts(maxLength: number, prefix = ''): Generator<string> {
  yield prefix;
  if (prefix.length < maxLength) for (const sign of alphabet) yield* allTexts(maxLength, prefix + sign);
}

test('equals the documented pattern on all short texts', () => {
  expect(disagreements(allTexts(5))).toEqual([]);
});

test('equals the documented pattern on longer texts', () => {
  const text = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(text, (value) => {
      expect(disagreements([value])).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test.each(['Mary Ann', "O'Brien", 'O\u2019Brien', 'Jean-Luc', 'Smith, Jr.', 'St. James'])('takes %s', (name) => {
  expect(ours.test(name)).toBe(true);
});

test.each(['', ' Mary', 'Mary  Ann', 'Mary1', 'Jos\u00e9', '-Mary', `${'a'.repeat(5000)}!`])('refuses %j', (name) => {
  expect(ours.test(name)).toBe(false);
});
