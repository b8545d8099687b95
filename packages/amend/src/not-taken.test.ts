import { providerOf } from '@amend/client';
import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { send } from './send.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// A change that silently did not happen: the provider answers 200, and shows the old value.

const id = 'user_abc123';
const individual = goldenPerson.update;
const address = { line1: '1 Main St', line2: 'Apt 4', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };
const wireAddress = { line_1: '1 Main St', city: 'Austin', state: 'TX', zip: '78701', country: 'UNITED STATES' };
const passport = { type: 'PASSPORT', number: 'A1234567', country: 'US' };
const shownPassport = { kind: 'PASSPORT', value: '*****4567', country: 'US', id: '7' };

test.each<[name: string, AnyUserOperation, input: object, answer: object, notTaken: readonly string[]]>([
  [
    'the old e-mail address',
    individual,
    { patch: { email: 'new@b.example', phone: '+12105550132' } },
    { email: 'old@b.example', mobile: '2105550132' },
    ['email'],
  ],
  ['in another form', individual, { patch: { phone: '+12105550132' } }, { mobile: '12105550132' }, []],
  [
    'the old name of a business',
    goldenBusiness.update,
    { patch: { businessName: 'New', transactions: { perMonth: 5 } } },
    { name: 'Old', monthly_payments: 5 },
    ['businessName'],
  ],
  [
    'an old count, as a number',
    goldenBusiness.update,
    { patch: { transactions: { perMonth: 5 } } },
    { monthly_payments: 4 },
    ['transactions.perMonth'],
  ],
  [
    'a part of a group',
    individual,
    { patch: { employer: { name: 'New', phone: '5' } } },
    { employer: { name: 'Old', phone: '5' } },
    ['employer.name'],
  ],
  [
    'the old name, and one that was taken away',
    individual,
    { patch: { lastName: 'New', middleName: '' } },
    { family_name: 'Old', middle_name: 'Kim' },
    ['lastName', 'middleName'],
  ],
  [
    'a date in another form',
    goldenMember.create,
    { patch: { dateOfBirth: '1990-04-15' }, complete: true },
    { items: [{ born_on: '15.4.1990' }] },
    [],
  ],
  [
    'a part that was completed from current',
    goldenMember.update,
    { current: { address }, patch: { address: { city: 'Dallas' } } },
    { address: { ...wireAddress, city: 'Austin', zip: '99999' } },
    ['address.city', 'address.postalCode'],
  ],
  [
    'a part that was to be cleared',
    goldenMember.update,
    { current: { address }, patch: { address: { line2: null } } },
    { address: { ...wireAddress, line_2: 'Apt 4' } },
    ['address.line2'],
  ],
  [
    'a part that nobody spoke of',
    goldenMember.update,
    { current: { address: { ...address, line2: undefined } }, patch: { address: { city: 'Dallas' } } },
    { address: { ...wireAddress, city: 'Dallas', line_2: 'Apt 9', line_3: 'c/o Jane' } },
    [],
  ],
  [
    'what was to be cleared',
    goldenMember.update,
    { patch: { email: null, username: null } },
    { email: 'old@b.example', username: null },
    ['email'],
  ],
  ['whether the account is active', goldenMember.update, { patch: { active: false } }, { active: true }, ['active']],
  [
    'a number as a text',
    goldenMember.create,
    { patch: { externalId: 7, firstName: 'Ann', lastName: 'Poe', phone: '+12105550132' } },
    { items: [{ reference: '7' }] },
    [],
  ],
  [
    'another number, and another tag',
    goldenMember.create,
    { patch: { externalId: 7 }, native: { tags: [{ name: 'team', value: 'blue' }] }, complete: true },
    { items: [{ reference: '8', tags: [{ name: 'team', value: 'red' }] }] },
    ['externalId', 'native.tags'],
  ],
  [
    'the same tag, written otherwise',
    goldenMember.create,
    { patch: {}, native: { tags: [{ name: 'team', value: 'blue' }] }, complete: true },
    { items: [{ tags: [{ value: 'blue', name: 'team' }] }] },
    [],
  ],
  [
    'a part of an object of the provider’s own',
    { ...individual, validate: () => true },
    { patch: {}, native: { scope: { of: 'ARTS' } } },
    { scope: { of: 'BANKING' } },
    ['native.scope'],
  ],
  [
    'a list of it in its place',
    individual,
    { patch: {}, native: { scope: 'ARTS' } },
    { scope: ['ARTS'] },
    ['native.scope'],
  ],
  [
    'two words that were one',
    individual,
    { patch: { address: { city: 'New Port', line1: '7 Straße' } } },
    { city: 'Newport', street: '7 STRASSE' },
    ['address.city'],
  ],
  [
    'an echo',
    goldenMember.replace,
    {
      current: { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true },
      patch: { email: 'a@b.example' },
    },
    { reference: '7', email: 'a@b.example', phone: '+12105550199' },
    ['phone'],
  ],
  [
    'what the provider keeps with a loss',
    goldenMember.update,
    { patch: { firstName: 'Ann', lastName: 'Poe' } },
    { name: 'Ann M. Poe' },
    [],
  ],
  ['what is masked', goldenMember.update, { patch: { ssn: '111223333' } }, { ssn_last_4: '1112' }, []],
  ['what cannot be read', individual, { patch: { phone: '+12105550132' } }, { mobile: 'n/a' }, []],
  [
    'what is not in the answer',
    individual,
    { patch: { phone: '+12105550132', address: { city: 'Austin' } } },
    { city: null },
    [],
  ],
  [
    'letter case, blanks and the form of Unicode',
    individual,
    { patch: { address: { city: 'New  York', line1: 'Rue de l\u2019É' } } },
    { city: ' NEW YORK', street: 'Rue de l\u2019E\u0301' },
    [],
  ],
  [
    'the provider’s own property',
    individual,
    { patch: {}, native: { scope: 'ARTS' } },
    { scope: 'BANKING' },
    ['native.scope'],
  ],
  [
    'the provider’s own property, as it was sent',
    individual,
    { patch: {}, native: { scope: 'ARTS' } },
    { scope: 'arts' },
    [],
  ],
  [
    'a document that is not listed',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { numbers: [{ ...shownPassport, kind: 'LICENCE' }] },
    ['documents.virtual[0]'],
  ],
  [
    'a document beside an empty list',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { numbers: [] },
    ['documents.virtual[0]'],
  ],
  [
    'a document that is listed',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { numbers: [shownPassport] },
    [],
  ],
  [
    'a document with another number',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { numbers: [{ ...shownPassport, value: 'B7654321' }] },
    ['documents.virtual[0]'],
  ],
  [
    'a document with another number that begins as it does',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { numbers: [{ ...shownPassport, value: 'A7654321' }] },
    ['documents.virtual[0]'],
  ],
  [
    'a document whose number is written with other signs',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { numbers: [{ ...shownPassport, value: 'A-123 4567' }] },
    [],
  ],
  [
    'one of two lists, beside another field',
    individual,
    {
      patch: {
        phone: '+12105550132',
        documents: { virtual: [passport], physical: [{ type: 'CHARTER', front: 'data:,' }] },
      },
    },
    { numbers: [shownPassport], scans: [] },
    ['documents.physical[0]'],
  ],
  [
    'a document after one that was left out',
    individual,
    {
      status: 'verified',
      onLocked: 'skip',
      patch: { documents: { virtual: [{ type: 'SSN', number: '111223333' }, passport] } },
    },
    { numbers: [] },
    ['documents.virtual[1]'],
  ],
  ['a document where no list is', individual, { patch: { documents: { virtual: [passport] } } }, {}, []],
  [
    'a scan, whose contents are not shown',
    individual,
    {
      patch: {
        documents: {
          physical: [
            { type: 'PASSPORT', front: 'data:,' },
            { type: 'CHARTER', front: 'data:,' },
          ],
        },
      },
    },
    { scans: [{ kind: 'PASSPORT' }] },
    ['documents.physical[1]'],
  ],
  [
    'an SSN that is not among the documents',
    individual,
    { patch: { ssn: '111223333', documents: { virtual: [passport] } } },
    { numbers: [shownPassport] },
    ['ssn'],
  ],
  [
    'an SSN that is listed and masked',
    individual,
    { patch: { ssn: '111223333' } },
    { numbers: [{ kind: 'SSN', value: '*****3333' }] },
    [],
  ],
  ['nothing', individual, { patch: { phone: '+12105550132' } }, {}, []],
])('%s', async (_, operation, { complete = false, ...input }: { complete?: boolean }, answer, notTaken) => {
  const whole = complete
    ? { externalId: 7, firstName: 'Ann', lastName: 'Poe', email: 'a@b.example', phone: '+12105550132', address }
    : {};
  const { patch = {} } = input as { patch?: object };
  const planned = make(operation, { id, status: 'unverified', ...input, patch: { ...whole, ...patch } });
  const call = async () => ({ ok: true, status: 200, data: answer });
  const result = await send(planned, { [providerOf]: operation.provider, [operation.operationId]: call } as never);
  expect(result).toEqual({ ok: true, status: 200, data: expect.anything(), notTaken });
});
