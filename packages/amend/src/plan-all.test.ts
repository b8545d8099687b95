import { expect, test } from 'vitest';
import { verdicts } from '../test-data/make.ts';
import { planAll } from './plan.ts';
import { requestOf } from './plan-result.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';
import type { User } from './user.ts';

const patch = { email: 'jane.new@example.com', address: { city: 'Dallas' } };
const address = { line1: '1 Sample Street', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };
const jane: User = { externalId: '7', firstName: 'Jane', lastName: 'Doe', phone: '+12105550132', active: false };

const accounts = [
  { action: machnetIndividual.update, id: 'f45680e1-014d-42c7-be86-3b2899e911c3', status: 'verified' },
  { action: ingoUser.update, id: 'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef' },
  { action: stiltUser.update, id: '2acf04c3-48d1-456f-a54e-1f4251814478', current: { address } },
  { action: hpayUser.replace, id: 'user_abc123', current: jane },
] as const;

test('one change, and each provider’s own verdicts', () => {
  const plans = planAll(patch, accounts);
  expect(plans.map(({ provider, state }) => `${provider} ${state}`)).toEqual([
    'machnet blocked',
    'ingo ready',
    'stilt ready',
    'hpay ready',
  ]);
  expect(plans.map(verdicts)).toEqual([
    { email: 'locked', 'address.city': 'send' },
    { email: 'unsupported', 'address.city': 'send' },
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
    { user_id: 'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef', city: 'Dallas' },
    {
      email: 'jane.new@example.com',
      address: { line_1: '1 Sample Street', city: 'Dallas', state: 'TX', zip: '78701', country: 'UNITED STATES' },
    },
    {
      app_user_id: '7',
      name: 'Jane Doe',
      email: 'jane.new@example.com',
      phone_number: '+12105550132',
      is_active: false,
    },
  ]);
});

test('locked fields are left out everywhere, if the caller asks for it', () => {
  const [machnet] = planAll(patch, accounts, { onLocked: 'skip' });
  expect(machnet && requestOf(machnet)?.body).toEqual({ city: 'Dallas' });
});

test('the day is the same for all', () => {
  const [stilt] = planAll({ dateOfBirth: '2000-01-01' }, [{ action: stiltUser.update, id: 'x' }], {
    today: '2017-12-31',
  });
  expect(stilt?.fields).toMatchObject([{ field: 'dateOfBirth', verdict: 'invalid' }]);
});
