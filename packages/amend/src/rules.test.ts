import type { JudgedStatus, PropertyRule, Status } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { everyOperation } from '../test-data/operations.ts';
import { propertiesOf } from './body-properties.ts';
import { type FieldLock, lockFor, reasonOf, ruleOf } from './rules.ts';
import type { Standing } from './status.ts';

const rule = (updatable: readonly Status[]): PropertyRule => ({
  updatable,
  required: false,
  sources: [{ evidence: 'seed', from: 'A page, a table' }],
});

test.each<[readonly Status[], JudgedStatus, string]>([
  [[], 'verified', 'can never change (A page, a table); leave it out'],
  [[], 'unknown', 'can never change (A page, a table); leave it out'],
  [['unverified'], 'verified', 'cannot change once the user is verified (A page, a table); leave it out'],
  [['verified'], 'unverified', 'cannot change until the user is verified (A page, a table); verify the user first'],
  [
    ['unverified'],
    'unknown',
    "cannot change while it is not known whether the user is verified (A page, a table); read the user's status first",
  ],
  [
    ['unverified'],
    'neither',
    'cannot change while the user is neither verified nor unverified (A page, a table); leave it out for as long as the provider says CLOSED',
  ],
  [
    ['unverified', 'verified'],
    'frozen',
    'cannot change in this status, as nothing can (A page, a table); leave it out for as long as the provider says CLOSED',
  ],
])('locked, though updatable in %j, when %s', (updatable, status, want) => {
  expect(
    reasonOf(rule(updatable), { status, ...((status === 'neither' || status === 'frozen') && { word: 'CLOSED' }) }),
  ).toBe(want);
});

test.each<[readonly Status[], Standing, FieldLock | undefined]>([
  [['unverified'], { status: 'unverified' }, undefined],
  [[], { status: 'verified' }, { kind: 'never', allowedIn: [] }],
  [['unverified'], { status: 'verified' }, { kind: 'status', status: 'verified', allowedIn: ['unverified'] }],
  [['verified'], { status: 'unverified' }, { kind: 'status', status: 'unverified', allowedIn: ['verified'] }],
  [['unverified'], { status: 'unknown', word: 'CLOSED' }, { kind: 'unknown-status', allowedIn: ['unverified'] }],
  [
    ['unverified'],
    { status: 'neither', word: 'CLOSED' },
    { kind: 'other-status', status: 'CLOSED', allowedIn: ['unverified'] },
  ],
])('for programs, of what is updatable in %j at %j', (updatable, standing, want) => {
  expect(lockFor(rule(updatable), standing)).toStrictEqual(want);
});

test('what has no rule is not locked, and what names no source names none', () => {
  const standing = { status: 'verified' } as const;
  expect([lockFor(undefined, standing), reasonOf(undefined, standing)]).toEqual([undefined, 'may be set']);
  expect(reasonOf({ ...rule(['verified']), sources: [] }, standing)).toBe('may change');
});

const updates = everyOperation.flatMap(([name, operation]) =>
  operation.rules ? [{ name, operation, rules: operation.rules }] : [],
);

describe.each(updates)('$name', ({ operation, rules }) => {
  test('each property of the rules has a row, and each row a rule', () => {
    expect(Object.keys(operation.rows).sort()).toEqual(Object.keys(rules.properties).sort());
  });

  test('the contract requires what its rules say it requires', () => {
    const { byField } = propertiesOf(operation);
    for (const { property, required } of byField.values())
      expect([property, required.length > 0]).toEqual([property, ruleOf(operation, property)?.required]);
  });

  test('an element’s kind is told by the property by which the mapping tells it', () => {
    const told = Object.keys(operation.rows).flatMap((property) => {
      const kind = ruleOf(operation, property)?.items?.property;
      return kind ? [{ property, kind }] : [];
    });
    expect(
      told.map(({ property }) => ({ property, kind: (operation.rows[property] as { kind?: string }).kind })),
    ).toEqual(told);
  });
});

test.each([
  ['golden person update', [], ['country', 'type']],
  ['golden member update', [], ['reference']],
  ['golden member replace', ['reference'], ['reference']],
])('%s: an echo is %j, and never updatable are %j', (name, echoes, never) => {
  const { rules } = updates.find((update) => update.name === name) ?? {};
  const locked = Object.entries(rules?.properties ?? {}).filter(
    ([, field]) => 'updatable' in field && field.updatable.length === 0,
  );
  expect(locked.map(([property]) => property)).toEqual(never);
  expect(locked.filter(([, { required }]) => required).map(([property]) => property)).toEqual(echoes);
});
