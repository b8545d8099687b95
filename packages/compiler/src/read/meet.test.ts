import { allows, type RuleStatus } from '@amend/contract';
import { expect, test } from 'vitest';
import { meetOf } from './meet.ts';

const both: readonly RuleStatus[] = ['unverified', 'verified'];
const meanings = { OPEN: 'unverified', DONE: 'verified', RETRY: 'neither', HELD: 'frozen' } as const;

test.each<[some: readonly RuleStatus[], others: readonly RuleStatus[], meet: readonly RuleStatus[]]>([
  [both, both, both],
  [both, ['unverified'], ['unverified']],
  [['unverified'], ['verified'], []],
  [both, [], []],
  [both, ['RETRY'], ['RETRY']],
  [['unverified'], ['RETRY'], []],
  [['unverified'], ['OPEN'], ['OPEN']],
  [['unverified'], ['DONE'], []],
  [['unverified', 'RETRY'], ['verified', 'RETRY'], ['RETRY']],
  [['RETRY'], ['RETRY'], ['RETRY']],
  // What nobody knows opens nothing by itself.
  [['verified'], ['MISSPELT'], []],
  [both, ['HELD'], []],
  [both, ['constructor'], ['constructor']],
])('what %j and %j allow is %j', (some, others, meet) => {
  expect(meetOf(some, others, meanings)).toEqual(meet);
  expect(meetOf(others, some, meanings).toSorted()).toEqual(meet.toSorted());
});

test('to judge by what two lists allow is to judge by both', () => {
  const words = ['unverified', 'verified', 'OPEN', 'DONE', 'RETRY'];
  const lists = [...Array(2 ** words.length).keys()].map((bits) => words.filter((_, index) => bits & (2 ** index)));
  const standings = [
    ['unverified', undefined],
    ['verified', undefined],
    ['unknown', undefined],
    ['unsure', undefined],
    ['unverified', 'OPEN'],
    ['unverified', 'STARTED'],
    ['verified', 'DONE'],
    ['neither', 'RETRY'],
    ['neither', 'CLOSED'],
    ['frozen', 'HELD'],
  ] as const;
  for (const some of lists)
    for (const others of lists) {
      const meet = meetOf(some, others, meanings);
      for (const [status, word] of standings)
        if (allows(meet, status, word) !== (allows(some, status, word) && allows(others, status, word)))
          expect({ some, others, status, word }).toBe('judged alike');
    }
  expect(lists).toHaveLength(32);
});
