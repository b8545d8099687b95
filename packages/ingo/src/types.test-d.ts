import type { ClientError, ErrorKind } from '@amend/client';
import { expectTypeOf, test } from 'vitest';
import type { Ingo } from './index.ts';

// Only compiled: what the client's answers and queries are.

declare const ingo: Ingo;
declare const user_id: string;

test('an answer has concrete types, once it is known to be there', async () => {
  const result = await ingo.updateUser({ body: { user_id, city: 'Austin' } });
  // @ts-expect-error it may have failed
  expectTypeOf(result.data).toBeObject();
  if (!result.ok) {
    expectTypeOf(result.error).toEqualTypeOf<ClientError>();
    expectTypeOf(result.error.kind).toEqualTypeOf<ErrorKind>();
    return;
  }
  expectTypeOf(result.data.status).toEqualTypeOf<'success'>();
  expectTypeOf(result.data.data?.items[0]?.kyc_status).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(result.data.data?.pagination?.total).toEqualTypeOf<number | null | undefined>();
  // @ts-expect-error of an SSN only its last digits come back
  expectTypeOf(result.data.data?.items[0]?.ssn).toBeAny();
});

test('the outcome of a check is no user', async () => {
  const started = await ingo.startKyc({ body: { user_id } });
  if (started.ok)
    expectTypeOf(started.data).toEqualTypeOf<{
      status: 'success';
      message: string;
      data?: Record<string, never> | null;
    }>();
});
