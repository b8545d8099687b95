import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// Each message is one sentence: the field, what is wrong, and the way out.

const individual = goldenPerson.update;

test.each<[operation: AnyUserOperation, input: object, message: string]>([
  [
    individual,
    { status: 'verified', patch: { email: 'a@b.example' } },
    'email cannot change once the user is verified (Golden, Update, persons); leave it out.',
  ],
  [
    individual,
    { patch: { email: 'a@b.example' } },
    "email cannot change while it is not known whether the user is verified (Golden, Update, persons); read the user's status first.",
  ],
  [
    goldenBusiness.update,
    { status: 'unverified', patch: { username: 'a' } },
    'username cannot change until the user is verified (Golden, Update, businesses); verify the user first.',
  ],
  [
    goldenMember.update,
    { patch: { phone: null } },
    'phone cannot be cleared: the provider documents no way; leave it out.',
  ],
  [goldenMember.update, { patch: { gender: 'other' } }, 'gender has no place at golden; leave it out.'],
  [goldenMember.update, { patch: { emial: 'a@b.example' } }, 'emial is no field of a user; leave it out.'],
  [goldenMember.update, { patch: { 'a@b.example': 1 } }, '[0] is no field of a user; leave it out.'],
  [
    individual,
    { patch: { 'address.city': 'A', address: { city: 'B' } } },
    '[0] names a field that stands in the patch twice.',
  ],
  [goldenMember.update, { patch: { address: 'A' } }, 'address must be an object of its parts.'],
  [goldenMember.update, { patch: 'A' }, 'patch must be an object.'],
  [goldenMember.update, { patch: {}, native: 'A' }, 'native must be an object.'],
  [
    goldenMember.update,
    { patch: {}, native: { ssn: '111223333' } },
    'native.ssn is written from ssn; change it there.',
  ],
  [
    goldenMember.update,
    { patch: {}, native: { name: 'Ann' } },
    'native.name is written from firstName, middleName, lastName; change it there.',
  ],
  [goldenMember.update, { patch: {}, native: new Map() }, 'native cannot be read whole; pass a plain object.'],
  [goldenMember.update, { patch: {}, native: { user_id: 'A' } }, 'native.user_id is set by us; leave it out.'],
  [
    goldenMember.update,
    { patch: {}, native: { shoe_size: 1 } },
    'native.shoe_size is no field of this provider; leave it out.',
  ],
  [goldenMember.update, { id: undefined, patch: {} }, 'id is needed; pass the identifier of the user.'],
  [goldenMember.update, { current: { id: 'B' }, patch: {} }, 'id is not the one of current.'],
  [
    goldenMember.update,
    { current: { kind: 'business' }, patch: {} },
    'kind of current is not the one that this operation is for, individual.',
  ],
  [individual, { patch: { address: { state: 'Texas' } } }, 'address.state must have at most 2 characters.'],
  [individual, { status: 'unverified', patch: { lastName: '' } }, 'lastName must be text, and not empty.'],
  [goldenMember.update, { patch: { dateOfBirth: '2026-11-23' } }, 'dateOfBirth must not be in the future.'],
  [goldenMember.update, { patch: { phone: '2105550132' } }, 'phone must be an E.164 number, a plus sign and digits.'],
  [individual, { patch: { documents: { virtual: [{ type: 'PASSPORT' }] } } }, 'documents.virtual[0] must have value.'],
  [
    individual,
    { patch: { documents: { virtual: [{ type: 'PASSPORT', number: '*****1112' }] } } },
    'documents.virtual[0] cannot be written: its number must be text, and not masked: a masked number cannot be written.',
  ],
  [
    individual,
    { patch: { documents: { virtual: [{ type: 'PASSPORT', number: () => 'A1' }] } } },
    'documents.virtual[0] is no plain data, but an accessor of a class, a Date, NaN or the like; pass what JSON can hold.',
  ],
  [individual, { patch: { documents: { virtual: 'A' } } }, 'documents.virtual must be a list of documents.'],
  [
    goldenMember.update,
    {
      patch: { address: { line2: 'A' } },
      current: { address: { line1: 'A', city: 'B', state: 'TX', postalCode: '1', country: 'FR' } },
    },
    'address.country must be US, as it stands in current.',
  ],
  [
    goldenMember.replace,
    { patch: { phone: '0777' }, current: { phone: '0777' } },
    'phone must be an E.164 number, a plus sign and digits, as it stands in current.',
  ],
  [
    goldenMember.replace,
    { patch: { externalId: '1' } },
    'externalId is needed as the provider has it, and can never change; pass it in current.',
  ],
  [
    individual,
    {
      status: 'unverified',
      patch: { ssn: '111223333', documents: { virtual: [{ type: 'SSN', number: '444556666' }] } },
    },
    'ssn stands among the documents too; give it once.',
  ],
  [goldenMember.update, { current: 'A', patch: {} }, 'current must be an object.'],
  [
    goldenMember.update,
    { current: { provider: 'silver' }, patch: {} },
    'provider of current is not the one that this operation is for, golden.',
  ],
  [goldenMember.update, { status: Symbol('A'), patch: {} }, 'status cannot be read; pass text.'],
  [
    individual,
    { current: { email: () => 'A' }, patch: { email: 'a@b.example' } },
    'current cannot be read whole; pass a plain object, as toUser makes it.',
  ],
  [
    goldenMember.create,
    { patch: { externalId: '1', firstName: 'A', lastName: 'B' } },
    'phone is needed; add it to the patch.',
  ],
  [
    goldenMember.replace,
    { patch: { firstName: 'A', lastName: 'B', active: true }, current: { externalId: 1 } },
    'phone is needed; pass it in current.',
  ],
])('%#', (operation, input, message) => {
  const { fields } = make(operation, { id: 'A', today: '2026-11-22', ...input });
  const messages = fields.flatMap((verdict) => verdict.message ?? []);
  expect(messages.length).toBeGreaterThan(0);
  expect(messages[0]).toBe(message);
});

test('of a user who cannot be read whole, the status is not known', () => {
  const current = { verification: 'unverified', email: () => 'A' };
  const { fields } = make(individual, { id: 'A', status: 'unverified', current, patch: { email: 'a@b.example' } });
  expect(fields.find(({ field }) => field === 'email')?.message).toBe(
    "email cannot change while it is not known whether the user is verified (Golden, Update, persons); read the user's status first.",
  );
});
