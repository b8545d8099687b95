import { expect, test } from 'vitest';
import { readState } from './read-state.ts';
import { newState } from './state.ts';

const whole = {
  ...newState('acme', 7),
  users: { individual: { id: 'u-1', number: 3 } },
  pending: { business: 4 },
  retired: ['u-0'],
  cells: { 'individual/update/verified/email': { verdict: 'agrees', provider: 'refused it with 400' } },
};

test('what a check keeps is read again', () => {
  expect(readState(JSON.parse(JSON.stringify(whole)), 'acme')).toEqual(whole);
});

const wrong: readonly (readonly [name: string, value: unknown])[] = [
  ['no object', []],
  ['of another provider', { ...whole, provider: 'other' }],
  ['of another version', { ...whole, version: 2 }],
  ['without a number', { ...whole, seed: undefined }],
  ['with a count that is none', { ...whole, writes: -1 }],
  ['with a user that is none', { ...whole, users: { individual: 'u-1' } }],
  ['with a verdict that is none', { ...whole, cells: { a: { verdict: 'fine', provider: '' } } }],
  ['with a list that is none', { ...whole, retired: [1] }],
];

test.each(wrong)('%s is nothing', (_, value) => {
  expect(readState(value, 'acme')).toBeUndefined();
});
