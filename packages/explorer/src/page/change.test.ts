import { expect, test } from 'vitest';
import { flatten, isPrivate, nest, readInput, shownOf } from './change.ts';

test.each<[field: string, value: unknown, isPrivate: boolean]>([
  ['phone', '+12105550132', false],
  ['address.city', 'Austin', false],
  ['email', null, false],
  ['ssn', '123-45-6789', true],
  ['dateOfBirth', '1990-04-15', true],
  ['documents.virtual', [{ type: 'PASSPORT', number: 'X1' }], true],
  ['native.anything', 'x', true],
  ['nobody.knows', 'x', true],
  ['phone', { of: 'another form' }, true],
])('%s as %j is private: %s', (field, value, want) => {
  expect(isPrivate(field, value)).toBe(want);
});

test('a patch that is taken apart is the same when it is put together', () => {
  const patch = { phone: '1', address: { city: 'Austin', state: null }, documents: { virtual: [{ type: 'A' }] } };
  expect(nest(flatten(patch))).toEqual({ patch, native: {} });
});

test('the provider’s own properties are no part of the patch', () => {
  expect(nest({ 'native.scope': 'x', phone: '1' })).toEqual({ patch: { phone: '1' }, native: { scope: 'x' } });
});

test('what is private is counted, and not shown', () => {
  expect(shownOf({ phone: '1', ssn: '123-45-6789', 'native.a': 1 })).toEqual({ shown: { phone: '1' }, hidden: 2 });
});

test.each<[type: string, text: string, want: unknown]>([
  ['string', '', undefined],
  ['string', '12', '12'],
  ['boolean', 'false', false],
  ['boolean', 'perhaps', 'perhaps'],
  ['integer', '12', 12],
  ['integer', 'twelve', 'twelve'],
  ['array', '[{"type":"A"}]', [{ type: 'A' }]],
  ['array', '[{', '[{'],
])('an input of type %s that holds %j', (type, text, want) => {
  expect(readInput({ type }, text)).toEqual(want);
});
