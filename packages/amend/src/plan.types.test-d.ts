import { expectTypeOf, test } from 'vitest';
import {
  type Locked,
  type NativeFor,
  type Patch,
  type PatchFor,
  patchSchema,
  plan,
  planAll,
  requestOf,
  type Updatable,
  type User,
  type VerificationStatus,
} from './index.ts';
import { goldenBusiness, goldenMember, goldenPerson, type PersonUpdate } from './testing/golden-user.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';

test('a field that is locked in a known status does not compile', () => {
  const { update } = goldenPerson;
  plan(update, { id, status: 'verified', patch: { phone: '+12105550132', address: { city: 'Austin' } } });
  plan(update, { id, status: 'unverified', patch: { email: 'jane@example.com', ssn: '111223333' } });
  // @ts-expect-error email cannot change once the user is verified
  plan(update, { id, status: 'verified', patch: { email: 'jane@example.com' } });
  // @ts-expect-error neither can the SSN, whose kind of document is frozen
  plan(update, { id, status: 'verified', patch: { ssn: '111223333' } });
  // @ts-expect-error the country never changes
  plan(update, { id, status: 'unverified', patch: { address: { country: 'US' } } });
  // A business keeps its e-mail address free.
  plan(goldenBusiness.update, { id, status: 'verified', patch: { email: 'jane@example.com' } });
  // @ts-expect-error but not its name
  plan(goldenBusiness.update, { id, status: 'verified', patch: { businessName: 'Example LLC' } });
  plan(goldenBusiness.update, { id, status: 'verified', patch: { username: 'jane' } });
  // @ts-expect-error a username cannot change until the user is verified
  plan(goldenBusiness.update, { id, status: 'unverified', patch: { username: 'jane' } });
});

test('a status that is not known closes what any status closes', () => {
  const { update } = goldenPerson;
  const either = 'verified' as 'verified' | 'unverified';
  plan(update, { id, status: 'unknown', patch: { phone: '+12105550132' } });
  // @ts-expect-error locked if the user is verified
  plan(update, { id, status: 'unknown', patch: { email: 'jane@example.com' } });
  // @ts-expect-error locked in one of the two
  plan(update, { id, status: either, patch: { email: 'jane@example.com' } });
  // @ts-expect-error a status that may be left open may be any
  plan(update, { id, status: either as VerificationStatus | undefined, patch: { email: 'jane@example.com' } });
  const untyped = JSON.parse('"verified"');
  // @ts-expect-error nor is what has no type a status that is left open
  plan(update, { id, status: untyped, patch: { email: 'jane@example.com' } });
  // @ts-expect-error a provider's own word is no status
  plan(update, { id, status: 'DONE', patch: {} });
  plan(update, { id, status: undefined, patch: { email: 'jane@example.com' } });
});

test('where the user itself tells the status, the plan does', () => {
  plan(goldenPerson.update, { id, current: { verification: 'verified' }, patch: { email: 'jane@example.com' } });
  plan(goldenMember.create, { patch: { email: 'jane@example.com' } });
});

test('a field that no status unlocks does not compile without a status', () => {
  const current: User = {};
  // @ts-expect-error your own identifier never changes
  plan(goldenMember.update, { id, patch: { externalId: '7' } });
  // @ts-expect-error nor where the user as it is known is given
  plan(goldenMember.update, { current, patch: { externalId: '7' } });
  // @ts-expect-error nor does the country of a person
  plan(goldenPerson.update, { current, patch: { address: { city: 'Austin', country: 'US' } } });
  // @ts-expect-error nor of a business
  plan(goldenBusiness.update, { id, status: undefined, patch: { address: { country: 'US' } } });
  // @ts-expect-error nor what a replacement has to repeat
  plan(goldenMember.replace, { current, patch: { externalId: '7' } });
  // What some status unlocks does.
  plan(goldenPerson.update, { current, patch: { email: 'jane@example.com', ssn: '111223333' } });
  plan(goldenMember.update, { id, patch: { email: 'jane@example.com' } });
  // A create has no rules by status.
  const everything: Patch = { ssn: '111223333', address: { country: 'US' }, externalId: '7' };
  plan(goldenMember.create, { patch: everything });
  // Several providers take the same patch.
  planAll(everything, [{ operation: goldenMember.update, id }]);
});

test('what a schema took, a plan takes', async () => {
  const { update } = goldenPerson;
  const result = await patchSchema(update, { id, status: 'unverified' })['~standard'].validate({});
  if (!result.issues) plan(update, { id, patch: result.value });
  const patch: PatchFor<typeof update> = { email: 'jane@example.com' };
  plan(update, { id, patch });
  plan(update, { id, status: 'unverified', patch });
});

test('what never changes says so in every status', () => {
  const { update } = goldenPerson;
  type Never = Locked<'address.country can never change'> | undefined;
  type Country<S extends VerificationStatus> = NonNullable<PatchFor<typeof update, S>['address']>['country'];
  expectTypeOf<Country<'unverified'>>().toEqualTypeOf<Never>();
  expectTypeOf<Country<'verified'>>().toEqualTypeOf<Never>();
  expectTypeOf<Country<'unknown'>>().toEqualTypeOf<Never>();
  type Type = NonNullable<Parameters<typeof typeOf>[0]>['type'];
  const typeOf = (native: NativeFor<PersonUpdate, typeof update.rules, typeof update.rows, 'verified'>) => native;
  expectTypeOf<Type>().toEqualTypeOf<Locked<'native.type can never change'> | undefined>();
});

test('a misspelt field, a masked number and a foreign native property do not compile', () => {
  // @ts-expect-error there is no such field
  plan(goldenMember.update, { id, status: 'verified', patch: { frstName: 'Jane' } });
  // @ts-expect-error a masked number cannot be written
  plan(goldenMember.update, { id, status: 'verified', patch: { ssn: { masked: '*****1112' } } });
  plan(goldenPerson.update, { id, status: 'unverified', patch: {}, native: { scope: 'ARTS_ENTERTAINMENT' } });
  // @ts-expect-error scope cannot change once the user is verified
  plan(goldenPerson.update, { id, status: 'verified', patch: {}, native: { scope: 'ARTS_ENTERTAINMENT' } });
  // @ts-expect-error nor where the status is not known
  plan(goldenPerson.update, { id, status: 'unknown', patch: {}, native: { scope: 'ARTS_ENTERTAINMENT' } });
  // @ts-expect-error the type of a user never changes
  plan(goldenPerson.update, { id, status: 'unverified', patch: {}, native: { type: 'SEND' } });
  // @ts-expect-error whoever tells the status
  plan(goldenPerson.update, { id, current: {}, patch: {}, native: { type: 'SEND' } });
  // Where the user itself tells the status, the plan does.
  plan(goldenPerson.update, { id, current: {}, patch: {}, native: { scope: 'ARTS_ENTERTAINMENT' } });
  plan(goldenMember.create, { patch: {}, native: { terms_accepted: true } });
  plan(goldenMember.create, { status: 'unverified', patch: {}, native: { terms_accepted: true } });
  // @ts-expect-error a property that fields stand for is written from those, under their rules
  plan(goldenPerson.update, { id, status: 'unverified', patch: {}, native: { email: 'jane@example.com' } });
  // @ts-expect-error no property of this body
  plan(goldenPerson.update, { id, status: 'unverified', patch: {}, native: { tags: [] } });
});

test('Updatable is the body without what is locked', () => {
  type Rules = (typeof goldenPerson)['update']['rules'];
  type Verified = Updatable<PersonUpdate, Rules, 'verified'>;
  type Unverified = Updatable<PersonUpdate, Rules, 'unverified'>;
  expectTypeOf<'email' extends keyof Verified ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<'email' extends keyof Unverified ? true : false>().toEqualTypeOf<true>();
  expectTypeOf<'country' extends keyof Unverified ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<'id' extends keyof Unverified ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<keyof Updatable<PersonUpdate, Rules, 'unknown'>>().toEqualTypeOf<keyof Verified>();
  expectTypeOf<keyof Updatable<PersonUpdate, Rules, 'verified' | 'unverified'>>().toEqualTypeOf<keyof Verified>();
});

test('nothing is a Locked', () => {
  // @ts-expect-error no value has this type
  const locked: Locked<'email cannot change once the user is verified'> = 'jane@example.com';
  expectTypeOf(locked).not.toBeAny();
});

test('a plan carries the body of its operation', () => {
  const planned = plan(goldenMember.update, { id, status: 'unknown', patch: { phone: '+23279123456' } });
  expectTypeOf(requestOf(planned)?.body.phone).toEqualTypeOf<string | undefined>();
});
