import type { BodySchema } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { bodiesFor, kindName } from './kinds.ts';

const body = (name: string, properties: object, required: string[] = []): BodySchema => ({
  name,
  schema: { properties: { ...properties }, required },
});
const person = body('PersonUpdate', { company: { const: false }, gender: {} });
const company = body('CompanyUpdate', { company: { const: true }, website: {} }, ['company']);
const anybody = body('AnyUpdate', { city: {} });

describe('the body for a user', () => {
  test.each([
    ['is that of its kind', [person, company], { company: true }, 'CompanyUpdate'],
    ['is rather one with a mark than one without', [anybody, person], { company: false }, 'PersonUpdate'],
    ['is one without a mark for the rest', [person, anybody], { company: true }, 'AnyUpdate'],
    ['has no properties where nothing tells the kind', [person, company], {}, undefined],
    ['has no properties where there is none', [], {}, undefined],
  ])('%s', (_, schemas, user, name) => {
    expect(bodiesFor(schemas).of(user).name).toBe(name);
  });
});

test.each([
  [{ gender: 'other' }, 'PersonUpdate'],
  [{ company: false }, 'PersonUpdate'],
  [{ company: true }, 'CompanyUpdate'],
])('of bodies that are sent, %j may leave out only what it does not need', (sent, name) => {
  expect(bodiesFor([company, person]).like(sent).name).toBe(name);
});

test('a kind is called by what its body’s name has alone', () => {
  expect([person, company].map((each) => kindName(each, [person, company]))).toEqual(['person', 'company']);
  expect(kindName(person, [person])).toBe('');
  expect(kindName(bodiesFor([]).of({}), [person, company])).toBe('');
});
