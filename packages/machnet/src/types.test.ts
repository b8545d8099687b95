import type { Result } from '@amend/client';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createMachnet, type Machnet, type MachnetOptions } from './index.ts';

// What must not compile. A wrong call is refused at run time too, for who has no types or casts them away.

const fetch = () => Promise.reject(new Error('Nothing is sent here.'));
const machnet = createMachnet({ clientId: 'id', clientSecret: 'secret', fetch, retries: 0 });
const path = { user_id: 'f45680e1-014d-42c7-be86-3b2899e911c3' };
const create = { first_name: 'Rosa', last_name: 'Example', mobile_phone: '2125550101' };

const expectRefusal = async (result: Promise<Result<unknown>>) =>
  expect(await result).toMatchObject({ ok: false, error: { kind: 'invalid' } });

test('the methods are the operations', () => {
  expectTypeOf<Exclude<keyof Machnet, symbol>>().toEqualTypeOf<
    'createUser' | 'getUser' | 'updateUser' | 'startKyc' | 'getKyc'
  >();
  // @ts-expect-error Machnet has no such call
  expect(machnet.deleteUser).toBeUndefined();
});

test('both credentials are needed', () => {
  // @ts-expect-error the secret is missing
  expect(() => createMachnet({ clientId: 'id' })).toThrow('clientSecret');
  // @ts-expect-error the id is missing
  expect(() => createMachnet({ clientSecret: 'secret' })).toThrow('clientId');
  expectTypeOf<MachnetOptions>().toHaveProperty('timeout').toEqualTypeOf<number | undefined>();
});

test('a user is named in the path', async () => {
  // @ts-expect-error there is no input
  await expectRefusal(machnet.getUser());
  // @ts-expect-error there is no path
  await expectRefusal(machnet.updateUser({ body: { city: 'Albany' } }));
  // @ts-expect-error the parameter is missing
  await expectRefusal(machnet.startKyc({ path: {} }));
  // @ts-expect-error the parameter is misspelt
  await expectRefusal(machnet.getKyc({ path: { userId: path.user_id } }));
});

describe('a body', () => {
  test('has the fields of the contract and no others', async () => {
    // @ts-expect-error it is missing
    await expectRefusal(machnet.updateUser({ path }));
    // @ts-expect-error occupation is misspelt
    await expectRefusal(machnet.updateUser({ path, body: { occupaton: 'Banker' } }));
    // @ts-expect-error only Machnet sets the status
    await expectRefusal(machnet.updateUser({ path, body: { status: 'VERIFIED' } }));
    // @ts-expect-error the user takes no fields of a document
    await expectRefusal(machnet.createUser({ body: { ...create, document_type: 'SSN' } }));
    // @ts-expect-error the address is flat
    await expectRefusal(machnet.updateUser({ path, body: { address: { city: 'Albany' } } }));
    // @ts-expect-error an employer's field is misspelt
    await expectRefusal(machnet.updateUser({ path, body: { company_details: { name: 'ACME' } } }));
  });

  test('has every required field', async () => {
    // @ts-expect-error an individual has a last name
    await expectRefusal(machnet.createUser({ body: { first_name: 'Rosa', mobile_phone: '2125550101' } }));
    // @ts-expect-error a document has a value
    await expectRefusal(machnet.updateUser({ path, body: { virtual_documents: [{ document_type: 'SSN' }] } }));
  });

  test('has values of the right kind', async () => {
    // @ts-expect-error a user sends or receives
    await expectRefusal(machnet.createUser({ body: { ...create, type: 'BOTH' } }));
    await expectRefusal(
      machnet.updateUser({
        path,
        // @ts-expect-error it is spelt DRIVING_LICENCE
        body: { virtual_documents: [{ document_type: 'DRIVING_LICENSE', document_value: '1111111111' }] },
      }),
    );
    // @ts-expect-error a phone number is text
    await expectRefusal(machnet.updateUser({ path, body: { mobile_phone: 2125550101 } }));
    // @ts-expect-error no field is cleared by null
    await expectRefusal(machnet.updateUser({ path, body: { middle_name: null } }));
  });

  test('is that of an individual or of a business', async () => {
    // @ts-expect-error no body has both
    await expectRefusal(machnet.updateUser({ path, body: { occupation: 'Banker', company_website: 'example.com' } }));
    // @ts-expect-error a business has no last name
    await expectRefusal(machnet.createUser({ body: { ...create, business: true } }));
    // @ts-expect-error an individual has no legal form
    await expectRefusal(machnet.createUser({ body: { ...create, business_type: 'LLC' } }));

    expectTypeOf(machnet.updateUser).toBeCallableWith({ path, body: { city: 'Albany', occupation: 'Banker' } });
    expectTypeOf(machnet.updateUser).toBeCallableWith({
      path,
      body: { city: 'Albany', company_website: 'example.com' },
    });
  });
});
