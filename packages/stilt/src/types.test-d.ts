import type { ClientError, ErrorKind } from '@amend/client';
import { expectTypeOf, test } from 'vitest';
import type { Stilt } from './index.ts';

// Only compiled: what the client's answers and queries are.

declare const stilt: Stilt;
declare const path: { user_id: string };

test('a query has the parameters of the contract', async () => {
  expectTypeOf(stilt.listUsers).toBeCallableWith();
  expectTypeOf(stilt.listUsers).toBeCallableWith({ query: { limit: 25, offset: 50 } });
  // @ts-expect-error a limit is a number
  await stilt.listUsers({ query: { limit: 'all' } });
  // @ts-expect-error pages are not numbered
  await stilt.listUsers({ query: { page: 2 } });
});

test('an answer has concrete types, once it is known to be there', async () => {
  const result = await stilt.getUser({ path });
  // @ts-expect-error it may have failed
  expectTypeOf(result.data).toBeObject();
  if (!result.ok) {
    expectTypeOf(result.error).toEqualTypeOf<ClientError>();
    expectTypeOf(result.error.kind).toEqualTypeOf<ErrorKind>();
    return;
  }
  expectTypeOf(result.data.uuid).toEqualTypeOf<string>();
  expectTypeOf(result.data.middle_name).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(result.data.address.line_2).toEqualTypeOf<string | null | undefined>();
  // @ts-expect-error an SSN does not come back
  expectTypeOf(result.data.ssn).toBeAny();
  // @ts-expect-error nor does a date of birth
  expectTypeOf(result.data.dob).toBeAny();
});

test('a list comes in pages', async () => {
  const list = await stilt.listUsers();
  if (!list.ok) return;
  expectTypeOf(list.data.data[0]?.address.zip).toEqualTypeOf<string | undefined>();
  expectTypeOf(list.data.pagination).toEqualTypeOf<{ offset: number; limit: number; total: number }>();
});

test('a deletion answers with its message, in an object or alone', async () => {
  const deleted = await stilt.deleteUser({ path });
  if (deleted.ok) expectTypeOf(deleted.data).toEqualTypeOf<{ message: string } | string>();
});
