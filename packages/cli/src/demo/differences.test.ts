import { plan, toUser, type User } from 'amend';
import { goldenPerson } from 'amend/testing';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const current: User = {
  id: '4c955cca-3a6e-4d2b-b0c3-1c423440f541',
  kind: 'individual',
  verification: 'verified',
  email: 'old@example.com',
  phone: '+12105550132',
  address: { city: 'Buffalo', state: 'NY' },
};
const patch = { email: 'new@example.com', phone: '+12125551234', address: { city: 'Albany', state: 'NY' } };
const skipped = plan(goldenPerson.update, { current, patch, onLocked: 'skip' });
const asPlanned: User = { ...current, phone: '+12125551234', address: { city: 'Albany', state: 'NY' } };

test.each<[string, User, string[]]>([
  ['as planned', asPlanned, []],
  ['not sent', current, ['golden does not have the new phone.', 'golden does not have the new address.city.']],
  ['a locked field changed', { ...asPlanned, email: 'new@example.com' }, ['golden changed the email.']],
  ['an unchanged one lost', { ...asPlanned, address: { city: 'Albany' } }, ['golden changed the address.state.']],
  [
    'nothing there',
    toUser(goldenPerson.update, undefined),
    [
      'golden changed the email.',
      'golden does not have the new phone.',
      'golden does not have the new address.city.',
      'golden changed the address.state.',
    ],
  ],
])('%s', (_, after, want) => expect(differences(skipped, patch, current, after)).toEqual(want));
