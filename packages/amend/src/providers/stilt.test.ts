import { expect, test } from 'vitest';
import { describePlans } from '../../test-data/describe-plans.ts';
import { fieldsFor } from '../fields-for.ts';
import { toUser } from '../to-user.ts';
import { stiltUser } from './stilt.ts';

const { create, update } = stiltUser;

describePlans([
  [
    'eighteen today',
    update,
    { patch: { dateOfBirth: '2008-11-22' } },
    { state: 'ready', fields: { dateOfBirth: 'send' }, body: { dob: '2008/11/22' } },
  ],
  [
    'eighteen tomorrow',
    update,
    { patch: { dateOfBirth: '2008-11-23' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'born in a far future',
    update,
    { patch: { dateOfBirth: '9999-01-01' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'a day that says nothing',
    update,
    { today: 'soon', patch: { dateOfBirth: '1990-01-01' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'no middle name, which Stilt does not document',
    update,
    { patch: { middleName: '' } },
    { state: 'blocked', fields: { middleName: 'invalid' } },
  ],
  [
    'a line of an address is cleared, the rest is needed',
    update,
    { patch: { address: { line2: null, city: 'Dallas', country: 'FR' } } },
    { state: 'blocked', fields: { 'address.line2': 'send', 'address.city': 'send', 'address.country': 'invalid' } },
  ],
]);

test('what a create needs', () => {
  const needed = fieldsFor(create, 'unverified').filter(({ required }) => required);
  expect(needed.map(({ field }) => field)).toEqual([
    'firstName',
    'lastName',
    'email',
    'phone',
    'dateOfBirth',
    'address.line1',
    'address.city',
    'address.state',
    'address.postalCode',
    'address.country',
    'ssn',
  ]);
});

test.each([
  [{ user_type: 'BUSINESS' }, { kind: 'business', native: { user_type: 'BUSINESS' } }],
  [
    { address: { line_1: '1 Rue', country: 'FRANCE' } },
    { kind: 'individual', address: { line1: '1 Rue' }, native: { address: { line_1: '1 Rue', country: 'FRANCE' } } },
  ],
])('an answer is read: %j', (answer, want) => {
  expect(toUser(update, answer)).toEqual({ provider: 'stilt', ...want });
});
