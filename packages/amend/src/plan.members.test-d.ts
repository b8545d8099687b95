import { expectTypeOf, test } from 'vitest';
import { type Locked, type PatchFor, plan, type Updatable } from './index.ts';
import { goldenPeople } from './testing/golden-members.ts';

const id = 'p-1';

test('a field has the rule of the member that it is written to', () => {
  plan(goldenPeople, {
    id,
    status: 'verified',
    patch: { occupation: 'Prof', employer: { name: 'Boone' }, address: { city: 'Boone' } },
  });
  // @ts-expect-error the name changes before the verification, and in retry
  plan(goldenPeople, { id, status: 'verified', patch: { firstName: 'Joan' } });
  // @ts-expect-error so does the other half of it
  plan(goldenPeople, { id, status: 'verified', patch: { lastName: 'Roe' } });
  plan(goldenPeople, { id, status: 'retry', patch: { firstName: 'Joan', ssn: '111223333' } });
  // @ts-expect-error the tax number changes in retry alone
  plan(goldenPeople, { id, status: 'unverified', patch: { ssn: '111223333' } });
  plan(goldenPeople, { id, status: 'unverified', patch: { address: { state: 'MN' } } });
  // @ts-expect-error the state is locked once the user is verified
  plan(goldenPeople, { id, status: 'verified', patch: { address: { state: 'MN' } } });
  // @ts-expect-error the country never changes, whatever the status is
  plan(goldenPeople, { id, patch: { address: { country: 'CA' } } });
});

test('so has a member of an object of the provider’s own', () => {
  plan(goldenPeople, { id, status: 'unverified', patch: {}, native: { preferences: { language: 'de', tags: ['b'] } } });
  // @ts-expect-error tags change before the verification
  plan(goldenPeople, { id, status: 'verified', patch: {}, native: { preferences: { tags: ['b'] } } });
  // @ts-expect-error the currency never changes
  plan(goldenPeople, { id, status: 'unverified', patch: {}, native: { preferences: { currency: 'EUR' } } });
  // What is replaced is given whole.
  plan(goldenPeople, { id, status: 'unverified', patch: {}, native: { settings: { channel: 'mail', region: 'us' } } });
});

test('a lock says what the run time says', () => {
  type In<S> = PatchFor<typeof goldenPeople, S>;
  expectTypeOf<In<'verified'>['firstName']>().toEqualTypeOf<
    Locked<'firstName cannot change in this status'> | undefined
  >();
  expectTypeOf<NonNullable<In<'verified'>['address']>['state']>().toEqualTypeOf<
    Locked<'address.state cannot change once the user is verified'> | undefined
  >();
  expectTypeOf<NonNullable<In<'verified'>['address']>['country']>().toEqualTypeOf<
    Locked<'address.country can never change'> | undefined
  >();
});

interface Body {
  individual?: { title?: string; name?: object; tax?: { number?: string; office?: string } };
}

test('a body without what is locked has no locked members', () => {
  type Verified = Updatable<Body, (typeof goldenPeople)['rules'], 'verified'>;
  expectTypeOf<keyof NonNullable<Verified['individual']>>().toEqualTypeOf<'title' | 'tax'>();
  expectTypeOf<keyof NonNullable<NonNullable<Verified['individual']>['tax']>>().toEqualTypeOf<'office'>();
});
