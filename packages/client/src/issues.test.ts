import type { SchemaError, Validate } from '@amend/contract';
import { expect, test } from 'vitest';
import { describeError, fieldName, findIssues, limitIssues, maxIssues } from './issues.ts';

const failing = (...errors: SchemaError[]): Validate => Object.assign(() => false, { errors });
const required = (missingProperty: string, instancePath = ''): SchemaError => ({
  instancePath,
  keyword: 'required',
  params: { missingProperty },
});

test.each([
  ['first_name', 'first_name'],
  ['address_line_2', 'address_line_2'],
  ['a_22', 'a field'],
  ['line2', 'line2'],
  ['_id', '_id'],
  ['a'.repeat(40), 'a'.repeat(40)],
  ['a'.repeat(41), 'a field'],
  ['111-22-3333', 'a field'],
  ['1112', 'a field'],
  ['Jane Doe', 'a field'],
  ['4711 name', 'a field'],
  ['name 4711', 'a field'],
  ['name\n', 'a field'],
  ['', 'a field'],
  [4711, 'a field'],
  [undefined, 'a field'],
])('a key is repeated only if it looks like the name of a field: %j as %s', (key, want) => {
  expect(fieldName(key)).toBe(want);
});

test.each([
  ['', ''],
  ['/documents/0/value', '/documents/0/value'],
  ['/documents/9999', '/documents/9999'],
  ['/documents/11122', '/documents/a field'],
  ['/1a', '/a field'],
  ['/a1a', '/a field'],
  ['/111-22-3333/value', '/a field/value'],
])('a path holds no key that may be data: %j is told as %j', (instancePath, path) => {
  expect(findIssues([failing(required('name', instancePath))], {})).toEqual([{ path, message: 'must have name' }]);
});

test.each<[keyword: string, params: SchemaError['params'], want: string]>([
  ['additionalProperties', { additionalProperty: 'fax' }, 'must not have fax: there is no such field'],
  ['additionalProperties', { additionalProperty: '4711' }, 'must not have a field: there is no such field'],
  ['const', { allowedValue: 'US' }, 'must be "US"'],
  ['enum', { allowedValues: ['SEND', 'RECEIVE'] }, 'must be one of SEND, RECEIVE'],
  ['format', { format: 'email' }, 'must have the format email'],
  ['maxItems', { limit: 2 }, 'must have at most 2 elements'],
  ['maxLength', { limit: 2 }, 'must have at most 2 characters'],
  ['maximum', { limit: 2 }, 'must be at most 2'],
  ['minItems', { limit: 2 }, 'must have at least 2 elements'],
  ['minLength', { limit: 2 }, 'must have at least 2 characters'],
  ['minProperties', { limit: 1 }, 'must have at least 1 field'],
  ['minimum', { limit: 2 }, 'must be at least 2'],
  ['pattern', { pattern: '^[0-9]+$' }, 'must match ^[0-9]+$'],
  ['readOnly', {}, 'must be left out: the provider sets it'],
  ['required', { missingProperty: 'name' }, 'must have name'],
  ['type', { type: 'string' }, 'must be of type string'],
  ['type', { type: ['string', 'null'] }, 'must be of type string or null'],
  ['uniqueItems', { i: 4711 }, 'breaks the rule uniqueItems'],
])('what breaks the rule %s, %j, %s', (keyword, params, want) => {
  expect(describeError({ instancePath: '', keyword, params })).toBe(want);
});

test('a value that fits, and one that nobody looks at, have no issues', () => {
  expect(findIssues([failing(required('name')), () => true], {})).toBeUndefined();
  expect(findIssues([], {})).toBeUndefined();
});

test.each([
  [maxIssues - 1, maxIssues - 1],
  [maxIssues, maxIssues],
  [maxIssues + 1, maxIssues + 1],
  [maxIssues * 3, maxIssues + 1],
])('of %i faults, %i are looked at', (count, want) => {
  const errors = Array.from({ length: count }, () => required('name'));
  expect(findIssues([failing(...errors)], {})).toHaveLength(want);
});

test('a list says that there is more, and only then', () => {
  const issues = Array.from({ length: maxIssues + 1 }, (_, index) => ({ path: `/${index}`, message: 'is wrong' }));
  const whole = issues.slice(0, maxIssues);
  expect(limitIssues(whole)).toEqual(whole);
  expect(limitIssues(issues)).toEqual([...whole, { path: '', message: 'has more faults than are listed' }]);
});
