import { expect, test } from 'vitest';
import { verdicts } from '../test-data/make.ts';
import { planAll } from './plan.ts';
import { requestOf } from './plan-result.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { User } from './user.ts';

const patch = { email: 'jane.new@example.com', address: { city: 'Dallas' } };
const address = { line1: '1 Sample Street', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };
const jane: User = { externalId: '7', firstName: 'Jane', lastName: 'Doe', phone: '+12105550132', active: false };

const accounts = [
  { operation: goldenPerson.update, id: 'f45680e1-014d-42c7-be86-3b2899e911c3', status: 'verified' },
  { operation: goldenBusiness.update, id: '8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef' },
  { operation: goldenMember.update, id: '2acf04c3-48d1-456f-a54e-1f4251814478', current: { address } },
  { operation: goldenMember.replace, id: 'user_abc123', current: jane },
] as const;

test('one change, and each provider’s own verdicts', () => {
  const plans = planAll(patch, accounts);
  expect(plans.map(({ operation, state }) => `${operation} ${state}`)).toEqual([
    'updateUser blocked',
    'updateUser ready',
    'updateMember ready',
    'replaceMember ready',
  ]);
  expect(plans.map(verdicts)).toEqual([
    { email: 'locked', 'address.city': 'send' },
    { email: 'send', 'address.city': 'unsupported' },
    { email: 'send', 'address.city': 'send' },
    {
      email: 'send',
      'address.city': 'unsupported',
      externalId: 'echo',
      firstName: 'echo',
      lastName: 'echo',
      phone: 'echo',
      active: 'echo',
    },
  ]);
  expect(plans.map((plan) => requestOf(plan)?.body)).toEqual([
    undefined,
    { email: 'jane.new@example.com' },
    {
      user_id: '2acf04c3-48d1-456f-a54e-1f4251814478',
      email: 'jane.new@example.com',
      address: { line_1: '1 Sample Street', city: 'Dallas', state: 'TX', zip: '78701', country: 'UNITED STATES' },
    },
    { reference: '7', name: 'Jane Doe', email: 'jane.new@example.com', phone: '+12105550132', active: false },
  ]);
});

test('locked fields are left out everywhere, if the caller asks for it', () => {
  const [person] = planAll(patch, accounts, { onLocked: 'skip' });
  expect(person && requestOf(person)?.body).toEqual({ city: 'Dallas' });
});

test('the day is the same for all', () => {
  const account = { operation: goldenMember.update, id: 'x' };
  const plans = planAll({ dateOfBirth: '2000-01-01' }, [account, account], { today: '1999-12-31' });
  for (const { fields } of plans) expect(fields).toMatchObject([{ field: 'dateOfBirth', verdict: 'invalid' }]);
});
