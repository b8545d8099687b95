import { expect, test } from 'vitest';
import { describePlans } from '../../test-data/describe-plans.ts';
import { fieldsFor } from '../fields-for.ts';
import { toUser } from '../to-user.ts';
import { ingoUser } from './ingo.ts';

const { create, update } = ingoUser;

describePlans([
  [
    'an e-mail address, which an update does not have',
    update,
    { patch: { email: 'a@b.example', address: { line3: 'c/o Jane' } } },
    { state: 'empty', fields: { email: 'unsupported', 'address.line3': 'unsupported' } },
  ],
  [
    'no middle name and no second line, as its own samples write it',
    update,
    { patch: { middleName: '', address: { line2: '' } } },
    {
      state: 'ready',
      fields: { middleName: 'send', 'address.line2': 'send' },
      body: { middle_name: '', address_two: '' },
    },
  ],
  [
    'born tomorrow',
    update,
    { patch: { dateOfBirth: '2026-11-23' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
]);

test('what a create needs', () => {
  const needed = fieldsFor(create, 'unverified').filter(({ required }) => required);
  expect(needed.map(({ field }) => field)).toEqual([
    'firstName',
    'lastName',
    'email',
    'phone',
    'address.line1',
    'address.city',
    'address.state',
    'address.postalCode',
    'address.country',
  ]);
});

test.each([
  [{ data: { items: [] } }],
  [{ data: { items: 5 } }],
  [{ data: { items: [{ id: 'user-1' }, { id: 'user-2' }] } }],
])('a page that does not have one user is nobody: %j', (answer) => {
  expect(toUser(update, answer)).toEqual({ provider: 'ingo', kind: 'individual', verification: 'unknown' });
});

test('a page of one user is that user', () => {
  expect(toUser(update, { data: { items: [{ id: 'user-1' }] } })).toMatchObject({ id: 'user-1' });
});
