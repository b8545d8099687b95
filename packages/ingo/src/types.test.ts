import type { Result } from '@amend/client';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createIngo, type Ingo } from './index.ts';

// What must not compile. A wrong call is refused at run time too, for who has no types or casts them away.

const fetch = () => Promise.reject(new Error('Nothing is sent here.'));
const credentials = { apiKey: 'key', username: 'program', secret: 'secret' };
const ingo = createIngo({ ...credentials, fetch, retries: 0 });
const user_id = 'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef';
const user = {
  first_name: 'Robin',
  last_name: 'Fields',
  email: 'robin.fields@example.com',
  phone_number: '+15125550142',
  address_one: '12 Juniper Lane',
  city: 'Austin',
  state: 'TX',
  country: 'US',
  postal_code: '78701',
};

const expectRefusal = async (result: Promise<Result<unknown>>) =>
  expect(await result).toMatchObject({ ok: false, error: { kind: 'invalid' } });

test('the methods are the operations of both versions', () => {
  expectTypeOf<Exclude<keyof Ingo, symbol>>().toEqualTypeOf<'createUser' | 'startKyc' | 'updateUser' | 'listUsers'>();
  // @ts-expect-error Ingo has no such call
  expect(ingo.getUser).toBeUndefined();
});

test('all three credentials are needed', () => {
  // @ts-expect-error the API key is missing
  expect(() => createIngo({ username: 'program', secret: 'secret' })).toThrow('apiKey');
  // @ts-expect-error the username is missing
  expect(() => createIngo({ apiKey: 'key', secret: 'secret' })).toThrow('username');
  // @ts-expect-error the secret is missing
  expect(() => createIngo({ apiKey: 'key', username: 'program' })).toThrow('secret');
});

test('both versions are below one address', () => {
  const address = 'https://api.example.com';
  expectTypeOf(createIngo).toBeCallableWith({ ...credentials, baseUrl: address });
  const addresses = { v3: `${address}/v3`, v4: `${address}/v4` };
  // @ts-expect-error it is one text
  expect(() => createIngo({ ...credentials, baseUrl: addresses })).toThrow('baseUrl must be an absolute address.');
});

describe('a body', () => {
  test('has no credential', async () => {
    // @ts-expect-error the key goes into a header
    await expectRefusal(ingo.createUser({ body: { ...user, api_key: 'key' } }));
    // @ts-expect-error the key goes into a header
    await expectRefusal(ingo.startKyc({ body: { user_id, api_key: 'key' } }));
    // @ts-expect-error the key goes into a header
    await expectRefusal(ingo.updateUser({ body: { user_id, api_key: 'key' } }));
    // @ts-expect-error the key goes into a header
    await expectRefusal(ingo.listUsers({ body: { api_key: 'key' } }));
  });

  test('has the fields of the contract and no others', async () => {
    // @ts-expect-error it is missing
    await expectRefusal(ingo.listUsers());
    // @ts-expect-error phone_number is misspelt
    await expectRefusal(ingo.updateUser({ body: { user_id, phone: '+15125550142' } }));
    // @ts-expect-error only Ingo sets the status
    await expectRefusal(ingo.updateUser({ body: { user_id, kyc_status: 'verified' } }));
    // @ts-expect-error an update cannot change it
    await expectRefusal(ingo.updateUser({ body: { user_id, email: user.email } }));
    // @ts-expect-error an entry has a name and a value
    await expectRefusal(ingo.createUser({ body: { ...user, meta_data: [{ key: 'external_ref', value: '1' }] } }));
  });

  test('has every required field', async () => {
    const { email: _, ...withoutEmail } = user;
    // @ts-expect-error a new user has an e-mail address
    await expectRefusal(ingo.createUser({ body: withoutEmail }));
    // @ts-expect-error an update names the user
    await expectRefusal(ingo.updateUser({ body: { city: 'Austin' } }));
    // @ts-expect-error so does a check
    await expectRefusal(ingo.startKyc({ body: {} }));
  });

  test('has values of the right kind', async () => {
    // @ts-expect-error a ZIP code is text
    await expectRefusal(ingo.createUser({ body: { ...user, postal_code: 78701 } }));
    // @ts-expect-error terms are accepted or not
    await expectRefusal(ingo.createUser({ body: { ...user, terms_accepted: 'yes' } }));
    // @ts-expect-error no field is cleared by null
    await expectRefusal(ingo.updateUser({ body: { user_id, middle_name: null } }));
    // @ts-expect-error pages are numbered
    await expectRefusal(ingo.listUsers({ body: { page: 'first' } }));
  });
});
