import type { Result } from '@amend/client';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createHpay, type Hpay } from './index.ts';

// What must not compile. A wrong call is refused at run time too, for who has no types or casts them away.

const fetch = () => Promise.reject(new Error('Nothing is sent here.'));
const hpay = createHpay({ apiKey: 'key', secretKey: 'secret', fetch, retries: 0 });
const path = { user_id: 'user_abc123' };
const user = { app_user_id: 1, name: 'Aminata Specimen', phone_number: '+12025550142' };

const expectRefusal = async (result: Promise<Result<unknown>>) =>
  expect(await result).toMatchObject({ ok: false, error: { kind: 'invalid' } });

test('the methods are the operations', () => {
  expectTypeOf<Exclude<keyof Hpay, symbol>>().toEqualTypeOf<
    'createUser' | 'listUsers' | 'getUser' | 'updateUser' | 'patchUser' | 'deleteUser' | 'disableUser' | 'enableUser'
  >();
  // @ts-expect-error HPay has no such call
  expect(hpay.startKyc).toBeUndefined();
});

test('both credentials are needed', () => {
  // @ts-expect-error the secret is missing
  expect(() => createHpay({ apiKey: 'key' })).toThrow('secretKey');
  // @ts-expect-error the key is missing
  expect(() => createHpay({ secretKey: 'secret' })).toThrow('apiKey');
});

test('a user is named in the path', async () => {
  // @ts-expect-error there is no input
  await expectRefusal(hpay.getUser());
  // @ts-expect-error there is no path
  await expectRefusal(hpay.patchUser({ body: { name: 'Aminata Specimen' } }));
  // @ts-expect-error the parameter is missing
  await expectRefusal(hpay.disableUser({ path: {} }));
  // @ts-expect-error the parameter is misspelt
  await expectRefusal(hpay.deleteUser({ path: { id: path.user_id } }));
});

describe('a body', () => {
  test('has the fields of the contract and no others', async () => {
    // @ts-expect-error it is missing
    await expectRefusal(hpay.updateUser({ path }));
    // @ts-expect-error phone_number is misspelt
    await expectRefusal(hpay.patchUser({ path, body: { phone: '+12025550142' } }));
    // @ts-expect-error only HPay gives the id
    await expectRefusal(hpay.createUser({ body: { ...user, id: path.user_id } }));
    // @ts-expect-error only HPay sets the time
    await expectRefusal(hpay.updateUser({ path, body: { ...user, updated_at: '2025-01-18T14:20:00Z' } }));
    // @ts-expect-error the identifier is fixed for good
    await expectRefusal(hpay.patchUser({ path, body: { app_user_id: 2 } }));
  });

  test('of a replacement is complete', async () => {
    // @ts-expect-error the identifier has to be sent back
    await expectRefusal(hpay.updateUser({ path, body: { name: user.name, phone_number: user.phone_number } }));
    // @ts-expect-error so has the phone number
    await expectRefusal(hpay.updateUser({ path, body: { app_user_id: 1, name: user.name } }));
    expectTypeOf(hpay.patchUser).toBeCallableWith({ path, body: { name: user.name } });
  });

  test('has values of the right kind', async () => {
    // @ts-expect-error an account is active or not
    await expectRefusal(hpay.updateUser({ path, body: { ...user, is_active: 'yes' } }));
    // @ts-expect-error a new user has a name
    await expectRefusal(hpay.createUser({ body: { ...user, name: null } }));
    expectTypeOf(hpay.updateUser).toBeCallableWith({ path, body: { ...user, email: null } });
  });
});
