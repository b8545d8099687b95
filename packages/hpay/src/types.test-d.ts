import type { ClientError, ErrorKind } from '@amend/client';
import { expectTypeOf, test } from 'vitest';
import type { Hpay } from './index.ts';

// Only compiled: what the client's answers and queries are.

declare const hpay: Hpay;
declare const path: { user_id: string };

test('a query has the parameters of the contract', async () => {
  expectTypeOf(hpay.listUsers).toBeCallableWith();
  // @ts-expect-error it filters by true or false
  await hpay.listUsers({ query: { is_active: 'yes' } });
  // @ts-expect-error the list has no pages
  await hpay.listUsers({ query: { page: 2 } });
});

test('an answer has concrete types, once it is known to be there', async () => {
  const result = await hpay.getUser({ path });
  // @ts-expect-error it may have failed
  expectTypeOf(result.data).toBeObject();
  if (!result.ok) {
    expectTypeOf(result.error).toEqualTypeOf<ClientError>();
    expectTypeOf(result.error.kind).toEqualTypeOf<ErrorKind>();
    return;
  }
  expectTypeOf(result.data.app_user_id).toEqualTypeOf<string | number>();
  expectTypeOf(result.data.email).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(result.data.is_active).toEqualTypeOf<boolean | null | undefined>();
  // @ts-expect-error there is no such field
  expectTypeOf(result.data.phone).toBeAny();
});

test('a list is an array of users, and a deletion leaves a message', async () => {
  const all = await hpay.listUsers();
  if (all.ok) expectTypeOf(all.data[0]?.phone_number).toEqualTypeOf<string | undefined>();
  const deleted = await hpay.deleteUser({ path });
  if (deleted.ok) expectTypeOf(deleted.data).toEqualTypeOf<{ message: string }>();
});
