import { describe, expect, test } from 'vitest';
import { lockedPlaces, ruleAt, statusListsOf } from './members.ts';
import type { MemberRule, RuleStatus } from './rules.ts';

const both: readonly RuleStatus[] = ['unverified', 'verified'];

const rule = (updatable: readonly RuleStatus[], members?: MemberRule['members']): MemberRule => ({
  updatable,
  sources: [],
  ...(members && { members }),
});

const name = rule(['unverified']);
const person = rule(both, { name, tax: rule(both, { number: rule([]) }) });

test.each([
  [[], person],
  [['name'], name],
  [['name', 'first'], name],
  [['title'], person],
  [['tax', 'number'], rule([])],
  [['tax', 'office'], person.members?.tax],
  [['constructor'], person],
])('the rule at %j', (path, want) => {
  expect(ruleAt(person, path)).toEqual(want);
});

test('all lists of a rule are those of its kinds and members too', () => {
  expect(statusListsOf(person)).toEqual([both, ['unverified'], both, []]);
  const items = { property: 'type', kinds: { SSN: ['RETRY'], VISA: [] } };
  expect(statusListsOf({ ...person, required: false, items })).toEqual([both, ['RETRY'], [], ['unverified'], both, []]);
  expect(statusListsOf({ role: 'identifier', required: true })).toEqual([]);
});

describe('once the user is verified', () => {
  const stored = { name: { first: 'A', last: 'B' }, title: 'x', tax: { number: '1', office: 'y' } };
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const placesIn = (becomes: unknown, was: unknown = stored, given: MemberRule = person) =>
    lockedPlaces(given, { status: 'verified' }, becomes, was, isSame).map(
      ({ path, lock }) => `${path.join('.')} ${lock}`,
    );

  test.each<[what: string, becomes: unknown, places: string[]]>([
    ['nothing changes', { ...stored }, []],
    ['a member without a rule', { ...stored, title: 'z' }, []],
    ['a locked member', { ...stored, name: { first: 'C', last: 'B' } }, ['name verified']],
    ['a locked member, left out', { title: 'x', tax: stored.tax }, ['name verified']],
    ['a locked member two steps below', { ...stored, tax: { number: '2', office: 'y' } }, ['tax.number never']],
    ['beside it', { ...stored, tax: { number: '1', office: 'z' } }, []],
    ['what holds it, left out', { ...stored, tax: undefined }, ['tax.number never']],
    ['several', { tax: {} }, ['name verified', 'tax.number never']],
    ['all of it', undefined, ['name verified', 'tax.number never']],
    ['null in its place', null, ['name verified', 'tax.number never']],
    ['a list in its place', [1], ['name verified', 'tax.number never']],
    ['text in its place', 'x', ['name verified', 'tax.number never']],
  ])('%s', (_, becomes, places) => {
    expect(placesIn(becomes)).toEqual(places);
  });

  test('a member that the user has none of may stay away, and not come', () => {
    expect(placesIn({ title: 'z' }, { title: 'x' })).toEqual([]);
    expect(placesIn({ title: 'z' }, { title: 'x', name: null })).toEqual([]);
    expect(placesIn({ name: { first: 'A' } }, { title: 'x', name: null })).toEqual(['name verified']);
    expect(placesIn({ name: { first: 'A' } }, {})).toEqual(['name verified']);
    // To clear what nobody knows is to change it.
    expect(placesIn({ name: null }, {})).toEqual(['name verified']);
  });

  test('a member is judged by what it stands in first', () => {
    const closed = rule(['unverified'], { title: rule(['unverified']) });
    expect(placesIn({ title: 'z' }, stored, closed)).toEqual([' verified']);
    expect(placesIn(stored, stored, closed)).toEqual([]);
  });
});
