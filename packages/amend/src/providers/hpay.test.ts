import { expect, test } from 'vitest';
import { describePlans } from '../../test-data/describe-plans.ts';
import { fieldsFor } from '../fields-for.ts';
import { toUser } from '../to-user.ts';
import { hpayUser } from './hpay.ts';

const known = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
const wire = { app_user_id: '7', name: 'Ann Poe', phone_number: '+12105550132' };
const echoed = { externalId: 'echo', firstName: 'echo', lastName: 'echo', phone: 'echo' };

describePlans([
  [
    'an empty first name',
    hpayUser.patch,
    { patch: { firstName: '', lastName: 'Poe' } },
    { state: 'blocked', fields: { firstName: 'invalid', lastName: 'send' } },
  ],
  [
    'one word for a name',
    hpayUser.patch,
    { patch: { firstName: 'Ann', middleName: '', lastName: '' } },
    { state: 'ready', fields: { firstName: 'send', middleName: 'send', lastName: 'send' }, body: { name: 'Ann' } },
  ],
  [
    'an empty identifier of ours',
    hpayUser.create,
    { patch: { externalId: '', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132' } },
    { state: 'blocked', fields: { externalId: 'invalid', firstName: 'send', lastName: 'send', phone: 'send' } },
  ],
  [
    'who is known to be active is not sent as active',
    hpayUser.replace,
    { current: known, patch: { email: 'a@b.example' } },
    { state: 'ready', fields: { ...echoed, email: 'send' }, body: { ...wire, email: 'a@b.example' } },
  ],
  [
    'a disabled user stays disabled',
    hpayUser.replace,
    { current: { ...known, active: false }, patch: { email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, active: 'echo', email: 'send' },
      body: { ...wire, email: 'a@b.example', is_active: false },
    },
  ],
  [
    'who may be disabled is not touched',
    hpayUser.replace,
    { current: { ...known, active: undefined }, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, active: 'missing', email: 'send' } },
  ],
  [
    'an identifier of ours that is equal goes as it is stored',
    hpayUser.replace,
    { current: known, patch: { externalId: 7, email: null } },
    { state: 'ready', fields: { ...echoed, externalId: 'unchanged', email: 'send' }, body: { ...wire, email: null } },
  ],
]);

test.each([
  [hpayUser.create, ['firstName', 'lastName', 'phone', 'externalId']],
  [hpayUser.replace, ['firstName', 'lastName', 'phone', 'externalId']],
  [hpayUser.patch, []],
])('what $operationId needs', (operation, want) => {
  const needed = fieldsFor(operation as never, 'unknown').filter(({ required }) => required);
  expect(needed.map(({ field }) => field)).toEqual(want);
});

test('a phone number of another form is kept as the provider has it', () => {
  expect(toUser(hpayUser.patch, { phone_number: '2025550142' })).toEqual({
    provider: 'hpay',
    kind: 'individual',
    native: { phone_number: '2025550142' },
  });
});
