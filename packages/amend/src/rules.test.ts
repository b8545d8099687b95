import type { FieldRule, Status } from '@amend/client/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyAction } from '../test-data/actions.ts';
import { placesOf } from './place.ts';
import { allows, type PlanStatus, reasonOf, ruleOf, statusesOfKind } from './rules.ts';
import { readStatus } from './to-user.ts';

const rule = (updatable: readonly Status[], items?: FieldRule['items']): FieldRule => ({
  updatable,
  required: false,
  sources: [{ evidence: 'seed', from: 'A page, a table' }],
  ...(items && { items }),
});

const both: readonly Status[] = ['unverified', 'verified'];

test.each<[readonly Status[], PlanStatus, boolean]>([
  [both, 'unverified', true],
  [both, 'verified', true],
  [both, 'unknown', true],
  [['unverified'], 'unverified', true],
  [['unverified'], 'verified', false],
  [['unverified'], 'unknown', false],
  [['verified'], 'unverified', false],
  [['verified'], 'verified', true],
  [['verified'], 'unknown', false],
  [[], 'unverified', false],
  [[], 'verified', false],
  [[], 'unknown', false],
])('what is updatable in %j is allowed when %s: %s', (updatable, status, allowed) => {
  expect(allows(updatable, status)).toBe(allowed);
});

const kinds = { SSN: ['unverified'], PASSPORT: both, VISA: [] } as const;
const items = { property: 'document_type', kinds };

test.each<[name: string, FieldRule, kind: unknown, readonly Status[]]>([
  ['a rule without kinds', rule(both), 'SSN', both],
  ['a kind that is named', rule(both, items), 'SSN', ['unverified']],
  ['a kind that is free', rule(both, items), 'PASSPORT', both],
  ['a kind that never changes', rule(both, items), 'VISA', []],
  ['a kind that is not named', rule(both, items), 'LICENCE', ['unverified']],
  ['no kind', rule(both, items), undefined, ['unverified']],
  ['a kind that every object has', rule(both, items), 'constructor', ['unverified']],
  ['a kind is no wider than its list', rule(['unverified'], items), 'PASSPORT', ['unverified']],
  ['a list that never changes', rule([], items), 'LICENCE', []],
])('%s', (_, given, kind, want) => {
  expect(statusesOfKind(given, kind)).toEqual(want);
});

test.each<[readonly Status[], PlanStatus, string]>([
  [[], 'verified', 'can never change (A page, a table); leave it out'],
  [[], 'unknown', 'can never change (A page, a table); leave it out'],
  [['unverified'], 'verified', 'cannot change once the user is verified (A page, a table); leave it out'],
  [['verified'], 'unverified', 'cannot change until the user is verified (A page, a table); verify the user first'],
  [
    ['unverified'],
    'unknown',
    "may be locked (A page, a table), and the status is not known; read the user's status first",
  ],
])('locked, though updatable in %j, when %s', (updatable, status, want) => {
  expect(reasonOf(rule(updatable), status)).toBe(want);
});

test.each(['VERIFIED', 'verifed', 'constructor', undefined])('%s is no status, and so it is unknown', (word) => {
  const status = word as PlanStatus;
  expect(allows(both, status)).toBe(true);
  for (const updatable of [['unverified'], ['verified'], []] as const) {
    expect(allows(updatable, status)).toBe(false);
    expect(reasonOf(rule(updatable), status)).toBe(reasonOf(rule(updatable), 'unknown'));
  }
});

const updates = everyAction.flatMap(([name, action]) => (action.rules ? [{ name, action, rules: action.rules }] : []));

describe.each(updates)('$name', ({ action, rules }) => {
  test('each property of the rules has a row, and each row a rule', () => {
    expect(Object.keys(action.rows).sort()).toEqual(Object.keys(rules.fields).sort());
  });

  test('the contract requires what its rules say it requires', () => {
    const { byField } = placesOf(action);
    for (const { property, required } of byField.values())
      expect([property, required.length > 0]).toEqual([property, ruleOf(action, property)?.required]);
  });

  test('an element’s kind is told by the property by which the mapping tells it', () => {
    for (const [property, row] of Object.entries(action.rows)) {
      const kind = ruleOf(action, property)?.items?.property;
      if (kind !== undefined) expect(row).toMatchObject({ is: 'documents', kind });
    }
  });
});

test.each([
  ['machnet individual update', [], ['country', 'type', 'ip_address']],
  ['machnet business update', [], ['country', 'business', 'user_relationship']],
  ['ingo update', [], []],
  ['stilt update', [], ['ssn']],
  ['hpay replace', ['app_user_id'], ['app_user_id']],
  ['hpay patch', [], []],
])('%s: an echo is %j, and never updatable are %j', (name, echoes, never) => {
  const { rules } = updates.find((update) => update.name === name) ?? {};
  const locked = Object.entries(rules?.fields ?? {}).filter(
    ([, field]) => 'updatable' in field && field.updatable.length === 0,
  );
  expect(locked.map(([property]) => property)).toEqual(never);
  expect(locked.filter(([, { required }]) => required).map(([property]) => property)).toEqual(echoes);
});

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
      expect(readStatus(verification, word)).toBe('unknown');
    }),
    { numRuns: 1000 },
  );
});
