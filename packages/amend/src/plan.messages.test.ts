import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import type { AnyAction } from './action.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';

// Each message is one sentence: the field, what is wrong, and the way out.

const individual = machnetIndividual.update;

test.each<[action: AnyAction, input: object, message: string]>([
  [
    individual,
    { status: 'verified', patch: { email: 'a@b.example' } },
    'email cannot change once the user is verified (Machnet, Update User, updatable fields for send user (individual)); leave it out.',
  ],
  [
    individual,
    { patch: { email: 'a@b.example' } },
    "email cannot change while it is not known whether the user is verified (Machnet, Update User, updatable fields for send user (individual)); read the user's status first.",
  ],
  [hpayUser.patch, { patch: { phone: null } }, 'phone cannot be cleared: the provider documents no way; leave it out.'],
  [ingoUser.update, { patch: { email: 'a@b.example' } }, 'email has no place at ingo; leave it out.'],
  [ingoUser.update, { patch: { emial: 'a@b.example' } }, 'emial is no field of a user; leave it out.'],
  [ingoUser.update, { patch: { 'a@b.example': 1 } }, '[0] is no field of a user; leave it out.'],
  [
    ingoUser.update,
    { patch: { 'address.city': 'A', address: { city: 'B' } } },
    '[0] names a field that stands in the patch twice.',
  ],
  [ingoUser.update, { patch: { address: 'A' } }, 'address must be an object of its parts.'],
  [ingoUser.update, { patch: 'A' }, 'patch must be an object.'],
  [ingoUser.update, { patch: {}, native: 'A' }, 'native must be an object.'],
  [ingoUser.update, { patch: {}, native: { ssn: '111223333' } }, 'native.ssn is written from ssn; change it there.'],
  [ingoUser.update, { patch: {}, native: { user_id: 'A' } }, 'native.user_id is set by us; leave it out.'],
  [
    ingoUser.update,
    { patch: {}, native: { shoe_size: 1 } },
    'native.shoe_size is no field of this provider; leave it out.',
  ],
  [ingoUser.update, { id: undefined, patch: {} }, 'id is needed; pass the identifier of the user.'],
  [ingoUser.update, { current: { id: 'B' }, patch: {} }, 'id is not the one of current.'],
  [
    ingoUser.update,
    { current: { kind: 'business' }, patch: {} },
    'kind of current is not the one that this action is for, individual.',
  ],
  [ingoUser.update, { patch: { address: { state: 'Texas' } } }, 'address.state must have at most 2 characters.'],
  [ingoUser.update, { patch: { lastName: '' } }, 'lastName must be text, and not empty.'],
  [ingoUser.update, { patch: { dateOfBirth: '2026-11-23' } }, 'dateOfBirth must not be in the future.'],
  [ingoUser.update, { patch: { phone: '2105550132' } }, 'phone must be an E.164 number, a plus sign and digits.'],
  [
    individual,
    { patch: { documents: { virtual: [{ type: 'PASSPORT' }] } } },
    'documents.virtual[0] must have document_value.',
  ],
  [
    individual,
    { patch: { documents: { virtual: [{ type: 'PASSPORT', number: '*****1112' }] } } },
    'documents.virtual[0] cannot be written: its number must be text, and not masked: a masked number cannot be written.',
  ],
  [individual, { patch: { documents: { virtual: 'A' } } }, 'documents.virtual must be a list of documents.'],
  [
    stiltUser.update,
    {
      patch: { address: { line2: 'A' } },
      current: { address: { line1: 'A', city: 'B', state: 'TX', postalCode: '1', country: 'FR' } },
    },
    'address.country must be US: this provider takes no other, as it stands in current.',
  ],
  [
    stiltUser.create,
    {
      patch: {
        lastName: 'A',
        email: 'a@b.example',
        phone: '+12105550132',
        dateOfBirth: '1990-01-01',
        ssn: '111223333',
        address: { line1: 'A', city: 'B', state: 'TX', postalCode: '1', country: 'US' },
      },
    },
    'firstName is needed; add it to the patch.',
  ],
  [
    hpayUser.replace,
    { patch: { firstName: 'A', lastName: 'B', active: true }, current: { externalId: 1 } },
    'phone is needed; pass it in current.',
  ],
])('%#', (action, input, message) => {
  const { fields } = make(action, { id: 'A', today: '2026-11-22', ...input });
  const messages = fields.flatMap((verdict) => verdict.message ?? []);
  expect(messages.length).toBeGreaterThan(0);
  expect(messages[0]).toBe(message);
});
