import { expectTypeOf, test } from 'vitest';
import { type Locked, type PatchFor, plan } from './index.ts';
import { goldenCustomer } from './testing/golden-statuses.ts';

const { personal } = goldenCustomer;
const id = 'c-1';

test('a word that rules name is a status', () => {
  plan(personal, { id, status: 'retry', patch: { ssn: '111223333', firstName: 'Jane', address: { city: 'Ames' } } });
  // @ts-expect-error the phone changes once the user is verified, and not in retry
  plan(personal, { id, status: 'retry', patch: { phone: '+12105550132' } });
  // @ts-expect-error the SSN changes in retry alone
  plan(personal, { id, status: 'verified', patch: { ssn: '111223333' } });
  // @ts-expect-error nor does the first name
  plan(personal, { id, status: 'verified', patch: { firstName: 'Jane' } });
  plan(personal, { id, status: 'verified', patch: { phone: '+12105550132', email: 'jane@example.com' } });
  // @ts-expect-error no word of this contract's rules
  plan(personal, { id, status: 'paused', patch: {} });
});

test('nothing changes in a status that is frozen, or may be', () => {
  // @ts-expect-error nothing changes of a user who is suspended
  plan(personal, { id, status: 'suspended', patch: { email: 'jane@example.com' } });
  // @ts-expect-error nor of one who may be
  plan(personal, { id, status: 'unknown', patch: { email: 'jane@example.com' } });
});

test('of several words, what each of them allows', () => {
  const either = 'retry' as 'retry' | 'verified';
  plan(personal, { id, status: either, patch: { email: 'jane@example.com', address: { city: 'Ames' } } });
  // @ts-expect-error not in retry
  plan(personal, { id, status: either, patch: { phone: '+12105550132' } });
  // @ts-expect-error not once the user is verified
  plan(personal, { id, status: either, patch: { ssn: '111223333' } });
});

test('the provider’s own properties follow', () => {
  plan(personal, { id, status: 'retry', patch: {}, native: { ipAddress: '192.0.2.1' } });
  // @ts-expect-error no address before the verification
  plan(personal, { id, status: 'unverified', patch: {}, native: { ipAddress: '192.0.2.1' } });
});

test('a lock says what the run time says', () => {
  type In<S> = PatchFor<typeof personal, S>;
  expectTypeOf<In<'verified'>['ssn']>().toEqualTypeOf<Locked<'ssn cannot change in this status'> | undefined>();
  expectTypeOf<In<'retry'>['phone']>().toEqualTypeOf<
    Locked<'phone cannot change while the user is neither verified nor unverified'> | undefined
  >();
  expectTypeOf<In<'suspended'>['email']>().toEqualTypeOf<
    Locked<'email cannot change in this status, as nothing can'> | undefined
  >();
});
