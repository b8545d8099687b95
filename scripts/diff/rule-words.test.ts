import { expect, test } from 'vitest';
import { sayRules } from './rule-words.ts';

const told = (before?: object, after?: object) =>
  sayRules(before as never, after as never).map(({ of, was, is }) => `${of}: ${was} -> ${is}`);

test.each<[string, before: object | undefined, after: object | undefined, want: string[]]>([
  [
    'both statuses of a field',
    { 'x-updatable': ['unverified', 'verified'] },
    { 'x-updatable': ['unverified'] },
    ['unverified: may be sent -> may be sent', 'verified: may be sent -> locked'],
  ],
  [
    'a word of the provider’s that is no longer named',
    { 'x-updatable': ['unverified', 'RETRY'] },
    { 'x-updatable': ['unverified'] },
    ['unverified: may be sent -> may be sent', 'verified: locked -> locked', 'RETRY: may be sent -> locked'],
  ],
  [
    'a field that is new',
    undefined,
    { 'x-updatable': [] },
    ['unverified: undefined -> locked', 'verified: undefined -> locked'],
  ],
  [
    'the kinds that differ',
    { 'x-updatable-items': { property: 'type', kinds: { SSN: ['unverified'], VISA: [] } } },
    { 'x-updatable-items': { property: 'kind', kinds: { SSN: [], VISA: [] } } },
    ['kinds told by: type -> kind', 'SSN, unverified: may be sent -> locked'],
  ],
  [
    'status words',
    { 'x-verification': { property: 'status', verified: ['DONE'], unverified: ['OPEN', 'LATE'] } },
    { 'x-verification': { property: 'status', verified: ['DONE', 'LATE'], unverified: ['OPEN'] } },
    ['LATE: unverified -> verified'],
  ],
  [
    'the parts and the words of events',
    { 'x-event': { id: 'A', user: 'B', statuses: { done: 'DONE', failed: 'CLOSED' } } },
    { 'x-event': { id: 'C', user: 'B', statuses: { done: 'DONE', failed: 'OPEN' } } },
    ['id: A -> C', 'failed: CLOSED -> OPEN'],
  ],
  ['any other key', { 'x-minimum-age': 16 }, { 'x-minimum-age': 18 }, ['x-minimum-age: 16 -> 18']],
  ['a key that is gone', { 'x-effect': 'archives-previous' }, {}, ['x-effect: archives-previous -> undefined']],
])('%s', (_, before, after, want) => expect(told(before, after)).toEqual(want));
