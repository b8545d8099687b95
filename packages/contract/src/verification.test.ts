import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgedStatusOf, statusOf, wordsOf } from './verification.ts';

test('a word that no list has is no status', () => {
  const verification = {
    property: 'status',
    verified: ['VERIFIED'],
    unverified: ['UNVERIFIED'],
    unknown: ['SUSPENDED'],
  };
  const known = [...verification.verified, ...verification.unverified];
  const odd = fc.constantFrom('verified', 'VERIFIED ', 'Verified', 'SUSPENDED', '', '__proto__', 'length', '0');
  fc.assert(
    fc.property(fc.oneof(fc.string(), odd, fc.anything()), (word) => {
      fc.pre(!known.includes(word as string));
      expect(statusOf(verification, word)).toBe('unknown');
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['V', 'verified'],
  ['U', 'unverified'],
  ['S', 'unknown'],
  ['constructor', 'unknown'],
  [undefined, 'unknown'],
  [['V'], 'unknown'],
])('the status word %j is %s', (word, want) => {
  const verification = { property: 'status', verified: ['V'], unverified: ['U'], unknown: ['S'] };
  expect(statusOf(verification, word)).toBe(want);
  expect(statusOf(undefined, word)).toBe('unknown');
  expect(wordsOf(verification)).toEqual(['U', 'V', 'S']);
  // What the contract leaves out of both lists on purpose is known all the same.
  expect(judgedStatusOf(verification, word)).toBe(word === 'S' ? 'neither' : want);
  expect(judgedStatusOf(undefined, word)).toBe('unknown');
});

test.each([
  ['V', 'verified', 'verified'],
  ['S', 'neither', 'unknown'],
  ['F', 'frozen', 'unknown'],
  ['X', 'unsure', 'unknown'],
  [undefined, 'unsure', 'unknown'],
])('where nothing may change in a status, the word %s is judged as %s, and is %s', (word, judged, status) => {
  const verification = { property: 'status', verified: ['V'], unverified: ['U'], unknown: ['S'], frozen: ['F'] };
  expect([judgedStatusOf(verification, word), statusOf(verification, word)]).toEqual([judged, status]);
  expect(wordsOf(verification)).toEqual(['U', 'V', 'S', 'F']);
});
