import type { ClientError, ErrorKind, Result } from '@amend/client';
import { expectTypeOf, test } from 'vitest';
import type { Machnet } from './index.ts';

// Only compiled: what the client's answers and queries are.

declare const machnet: Machnet;
declare const path: { user_id: string };

test('an answer has concrete types, once it is known to be there', async () => {
  const result = await machnet.getUser({ path });
  expectTypeOf(result).toExtend<Result<{ id: string; first_name: string }>>();
  // @ts-expect-error it may have failed
  expectTypeOf(result.data).toBeObject();
  // @ts-expect-error it may have succeeded
  expectTypeOf(result.error).toEqualTypeOf<ClientError>();
  if (!result.ok) {
    expectTypeOf(result.error).toEqualTypeOf<ClientError>();
    expectTypeOf(result.error.kind).toEqualTypeOf<ErrorKind>();
    return;
  }
  expectTypeOf(result.data.id).toEqualTypeOf<string>();
  expectTypeOf(result.data.created_at).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(result.data.number_of_transaction_per_month).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(result.data.status).toEqualTypeOf<
    'UNVERIFIED' | 'IN_PROGRESS' | 'RETRY' | 'REVIEW_PENDING' | 'VERIFIED' | 'SUSPENDED' | null | undefined
  >();
  // @ts-expect-error there is no such field
  expectTypeOf(result.data.occupaton).toBeAny();
  // @ts-expect-error a scan does not come back
  expectTypeOf(result.data.physical_documents?.[0]?.document_value).toBeAny();
});

test('the outcome of a check is no user', async () => {
  const started = await machnet.startKyc({ path });
  if (started.ok) expectTypeOf(started.data).toEqualTypeOf<{ success: true; status: string }>();
  const detail = await machnet.getKyc({ path });
  if (detail.ok)
    expectTypeOf(detail.data.cip_info).toEqualTypeOf<
      { [tag: string]: 'REQUESTED' | 'SUBMIT' | 'REVIEWING' | 'VERIFIED' | 'FAILED' | null } | null | undefined
    >();
});
