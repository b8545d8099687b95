import { expect, test } from 'vitest';
import { allows, lockIn, locks, statusesOf } from './lock.ts';
import type { JudgedStatus, PropertyRule, RuleStatus, Status, VerificationStatus } from './rules.ts';

const rule = (updatable: readonly Status[], items?: PropertyRule['items']): PropertyRule => ({
  updatable,
  required: false,
  sources: [],
  ...(items && { items }),
});

const both: readonly Status[] = ['unverified', 'verified'];

test.each<[readonly Status[], JudgedStatus, boolean]>([
  [both, 'unverified', true],
  [both, 'verified', true],
  [both, 'unknown', true],
  [both, 'neither', true],
  [both, 'frozen', false],
  [both, 'unsure', false],
  [['unverified'], 'unverified', true],
  [['unverified'], 'verified', false],
  [['unverified'], 'unknown', false],
  [['unverified'], 'neither', false],
  [['verified'], 'unverified', false],
  [['verified'], 'verified', true],
  [['verified'], 'unknown', false],
  [['verified'], 'neither', false],
  [[], 'unverified', false],
  [[], 'verified', false],
  [[], 'unknown', false],
])('what is updatable in %j is allowed when %s: %s', (updatable, status, allowed) => {
  expect(allows(updatable, status)).toBe(allowed);
});

const kinds = { SSN: ['unverified'], PASSPORT: both, VISA: [] } as const;
const items = { property: 'document_type', kinds };

test.each<[name: string, PropertyRule, kind: unknown, readonly Status[]]>([
  ['a rule without kinds', rule(both), 'SSN', both],
  ['a kind that is named', rule(both, items), 'SSN', ['unverified']],
  ['a kind that is free', rule(both, items), 'PASSPORT', both],
  ['a kind that never changes', rule(both, items), 'VISA', []],
  ['a kind that is not named', rule(both, items), 'LICENCE', ['unverified']],
  ['a kind that is no text', rule(both, items), ['SSN'], ['unverified']],
  ['a list that names a free kind', rule(both, items), ['PASSPORT'], ['unverified']],
  ['an element without a kind', rule(both, items), null, ['unverified']],
  ['the list as a whole', rule(both, items), undefined, both],
  ['the whole of a list that is locked', rule(['unverified'], items), undefined, ['unverified']],
  ['a kind that every object has', rule(both, items), 'constructor', ['unverified']],
  ['a kind is no wider than its list', rule(['unverified'], items), 'PASSPORT', ['unverified']],
  ['a list that never changes', rule([], items), 'LICENCE', []],
])('%s', (_, given, kind, want) => {
  expect(statusesOf(given, kind)).toEqual(want);
});

test.each<[readonly Status[], JudgedStatus, string | undefined]>([
  [both, 'unknown', undefined],
  [[], 'verified', 'can never change'],
  [[], 'unknown', 'can never change'],
  [['unverified'], 'verified', 'cannot change once the user is verified'],
  [['verified'], 'unverified', 'cannot change until the user is verified'],
  [['unverified'], 'unknown', 'cannot change while it is not known whether the user is verified'],
  [['verified'], 'neither', 'cannot change while the user is neither verified nor unverified'],
  [[], 'neither', 'can never change'],
  [both, 'neither', undefined],
  [both, 'frozen', 'cannot change in this status, as nothing can'],
  [[], 'frozen', 'can never change'],
  [both, 'unsure', 'cannot change while it is not known whether the user is verified'],
])('what is updatable in %j, when %s, %s', (updatable, status, want) => {
  const lock = lockIn(updatable, status);
  expect(lock && locks[lock]).toBe(want);
});

const early: readonly RuleStatus[] = ['unverified', 'RETRY'];

test.each<[readonly RuleStatus[], JudgedStatus, word: string | undefined, lock: keyof typeof locks | undefined]>([
  [early, 'neither', 'RETRY', undefined],
  [early, 'unverified', 'OPEN', undefined],
  [early, 'unverified', undefined, undefined],
  [early, 'verified', 'DONE', 'word'],
  [early, 'neither', 'CLOSED', 'word'],
  [early, 'neither', undefined, 'word'],
  [early, 'unknown', undefined, 'unknown'],
  [early, 'unsure', undefined, 'unknown'],
  [early, 'frozen', 'HELD', 'frozen'],
  [['HELD'], 'frozen', 'HELD', 'frozen'],
  [['RETRY'], 'unverified', 'RETRY', undefined],
  [['RETRY'], 'unverified', 'OPEN', 'word'],
  [['RETRY'], 'unverified', undefined, 'word'],
  [['RETRY'], 'unknown', undefined, 'unknown'],
  [['verified'], 'neither', 'RETRY', 'neither'],
  [both, 'neither', 'RETRY', undefined],
  // A word that is spelt as one of ours, and means the other, is none that a rule can name.
  [['verified'], 'unverified', 'verified', 'unverified'],
])('what is updatable in %j, when %s, and the provider says %s: %s', (updatable, status, word, want) => {
  expect(lockIn(updatable, status, word)).toBe(want);
  expect(allows(updatable, status, word)).toBe(want === undefined);
});

test.each(['VERIFIED', 'verifed', 'constructor', 'never', 'word', undefined])(
  '%s is no status, and so it is unknown',
  (word) => {
    const status = word as VerificationStatus;
    expect(allows(both, status)).toBe(true);
    for (const updatable of [['unverified'], ['verified'], []] as const) {
      expect(allows(updatable, status)).toBe(false);
      expect(lockIn(updatable, status)).toBe(lockIn(updatable, 'unknown'));
    }
  },
);
