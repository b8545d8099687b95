import { expect, test } from 'vitest';
import { deriveRules } from './derive-rules.ts';

const both = ['unverified', 'verified'];
const body = (properties: object, required: string[] = []) => ({ type: 'object', required, properties });
const updatable = (schema: object, expected: unknown) => {
  const { fields } = deriveRules({}, schema, 'partial');
  expect(
    Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, Reflect.get(rule, 'updatable')])),
  ).toEqual(expected);
};

test('a rule is what the contract says', () => {
  const properties = {
    email: { 'x-updatable': ['unverified'] },
    documents: { 'x-updatable': both, 'x-updatable-items': { property: 'type', kinds: { SSN: [] } } },
    key: { 'x-role': 'credential' },
    id: { readOnly: true },
  };
  expect(deriveRules({}, body(properties, ['email']), 'replacement')).toEqual({
    update: 'replacement',
    fields: {
      email: { updatable: ['unverified'], required: true, sources: [] },
      documents: { updatable: both, required: false, sources: [], items: { property: 'type', kinds: { SSN: [] } } },
      key: { role: 'credential', required: false },
    },
  });
});

test('of several kinds of users, it is what all of them allow', () => {
  const person = body({ email: { 'x-updatable': both }, name: { 'x-updatable': ['unverified'] } });
  const business = body({ email: { 'x-updatable': ['unverified'] } });
  updatable({ anyOf: [person, business] }, { email: ['unverified'], name: ['unverified'] });
  updatable({ oneOf: [business, person] }, { email: ['unverified'], name: ['unverified'] });
});

test('a property without a rule is refused by name', () => {
  expect(() => deriveRules({}, body({ email: {} }), 'partial')).toThrow(/^email has neither x-updatable nor /);
  expect(() => deriveRules({}, body({ email: { 'x-role': 'else' } }), 'partial')).toThrow(/^email /);
});
