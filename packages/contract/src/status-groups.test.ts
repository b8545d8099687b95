import { expect, test } from 'vitest';
import type { PropertyRule, RuleStatus, UpdateRules } from './rules.ts';
import { statusGroups } from './status-groups.ts';

const verification = {
  property: 'status',
  verified: ['DONE'],
  unverified: ['OPEN', 'RETRY', 'AGAIN'],
  unknown: ['CLOSED', 'PAUSED'],
  frozen: ['HELD', 'GONE'],
};

const rule = (updatable: readonly RuleStatus[]): PropertyRule => ({ updatable, required: false, sources: [] });
const groupsOf = (
  words: UpdateRules<object>['words'],
  ...rules: readonly (readonly RuleStatus[])[]
): (readonly [name: string, status: string])[] => {
  const properties = Object.fromEntries(rules.map((updatable, index) => [`p${index}`, rule(updatable)]));
  return statusGroups(verification, { ...(words && { words }), properties }).map(({ name, status }) => [name, status]);
};
const rest = [
  ['verified', 'verified'],
  ['CLOSED, PAUSED', 'neither'],
  ['HELD, GONE', 'frozen'],
] as const;

test('without words in rules there are our statuses, and those that are neither', () => {
  expect(groupsOf(undefined, ['unverified'])).toEqual([['unverified', 'unverified'], ...rest]);
});

test('so it is without rules, without a status in which nothing may change, and with a word that every object has', () => {
  const few = { property: 'status', verified: ['DONE'], unverified: ['constructor'], unknown: [] };
  const groups = [
    { name: 'unverified', status: 'unverified', words: ['constructor'] },
    { name: 'verified', status: 'verified', words: ['DONE'] },
  ];
  expect(statusGroups(few, undefined)).toEqual(groups);
  expect(statusGroups(few, { words: {}, properties: {} })).toEqual(groups);
});

test('words stand by themselves that a rule names, and together where every rule names both', () => {
  const words = { RETRY: 'unverified', AGAIN: 'unverified', PAUSED: 'neither' } as const;
  expect(groupsOf(words, ['RETRY', 'AGAIN'], ['verified', 'PAUSED'])).toEqual([
    ['unverified', 'unverified'],
    ['RETRY, AGAIN', 'unverified'],
    ['verified', 'verified'],
    ['CLOSED', 'neither'],
    ['PAUSED', 'neither'],
    ['HELD, GONE', 'frozen'],
  ]);
  const apart = groupsOf(words, ['RETRY', 'AGAIN'], ['AGAIN'], ['PAUSED']);
  expect(apart.slice(1, 3)).toEqual([
    ['RETRY', 'unverified'],
    ['AGAIN', 'unverified'],
  ]);
});

test('a status of ours all of whose words are named is none any more', () => {
  expect(groupsOf({ DONE: 'verified' }, ['DONE']).map(([name]) => name)).toContain('DONE');
  expect(groupsOf({ DONE: 'verified' }, ['DONE']).map(([name]) => name)).not.toContain('verified');
});
