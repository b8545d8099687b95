import type { Result } from '@amend/client';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createStilt, type Stilt } from './index.ts';

// What must not compile. A wrong call is refused at run time too, for who has no types or casts them away.

const fetch = () => Promise.reject(new Error('Nothing is sent here.'));
const secret = '00112233-4455-6677-8899-aabbccddeeff';
const stilt = createStilt({ clientUuid: 'id', secret, fetch, retries: 0 });
const path = { user_id: '2acf04c3-48d1-456f-a54e-1f4251814478' };
const address = { line_1: '1 Sample Street', zip: '60601', city: 'Chicago', state: 'IL', country: 'UNITED STATES' };
const user = {
  first_name: 'Riley',
  last_name: 'Sample',
  email: 'riley@example.com',
  phone: '3125550168',
  dob: '1985-11-30',
  ssn: '111-22-3333',
  address,
};

const expectRefusal = async (result: Promise<Result<unknown>>) =>
  expect(await result).toMatchObject({ ok: false, error: { kind: 'invalid' } });

test('the methods are the operations', () => {
  expectTypeOf<Exclude<keyof Stilt, symbol>>().toEqualTypeOf<
    'createUser' | 'listUsers' | 'getUser' | 'updateUser' | 'deleteUser'
  >();
  // @ts-expect-error Stilt has no such call
  expect(stilt.startKyc).toBeUndefined();
});

test('both credentials are needed, and the unit of time is one of two', () => {
  // @ts-expect-error the secret is missing
  expect(() => createStilt({ clientUuid: 'id' })).toThrow('secret');
  // @ts-expect-error the id is missing
  expect(() => createStilt({ secret })).toThrow('clientUuid');
  // @ts-expect-error it is spelt in full
  createStilt({ clientUuid: 'id', secret, epoch: 's' });
});

test('a user is named in the path', async () => {
  // @ts-expect-error there is no input
  await expectRefusal(stilt.getUser());
  // @ts-expect-error there is no path
  await expectRefusal(stilt.updateUser({ body: { phone: '3125550168' } }));
  // @ts-expect-error the parameter is misspelt
  await expectRefusal(stilt.getUser({ path: { uuid: path.user_id } }));
  // @ts-expect-error there is no path
  await expectRefusal(stilt.deleteUser({}));
});

describe('a body', () => {
  test('has the fields of the contract and no others', async () => {
    // @ts-expect-error it is missing
    await expectRefusal(stilt.updateUser({ path }));
    // @ts-expect-error phone is misspelt
    await expectRefusal(stilt.updateUser({ path, body: { phone_number: '3125550168' } }));
    // @ts-expect-error only Stilt gives the uuid
    await expectRefusal(stilt.createUser({ body: { ...user, uuid: path.user_id } }));
    // @ts-expect-error citizenship is only returned
    await expectRefusal(stilt.updateUser({ path, body: { citizenship: 'US' } }));
    // @ts-expect-error a line of the address is misspelt
    await expectRefusal(stilt.updateUser({ path, body: { address: { ...address, line1: '1 Sample Street' } } }));
  });

  test('has every required field', async () => {
    const { ssn: _, ...withoutSsn } = user;
    // @ts-expect-error a new user has an SSN
    await expectRefusal(stilt.createUser({ body: withoutSsn }));
    // @ts-expect-error an address is sent whole
    await expectRefusal(stilt.updateUser({ path, body: { address: { city: 'Chicago' } } }));
  });

  test('has values of the right kind', async () => {
    // @ts-expect-error a phone number is text
    await expectRefusal(stilt.updateUser({ path, body: { phone: 3125550168 } }));
    // @ts-expect-error an SSN is text
    await expectRefusal(stilt.createUser({ body: { ...user, ssn: 111223333 } }));
    // @ts-expect-error a middle name cannot be cleared
    await expectRefusal(stilt.updateUser({ path, body: { middle_name: null } }));
    expectTypeOf(stilt.updateUser).toBeCallableWith({ path, body: { address: { ...address, line_2: null } } });
  });
});
