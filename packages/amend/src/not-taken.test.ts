import { providerOf } from '@amend/client';
import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import type { AnyAction } from './action.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetBusiness, machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';
import { send } from './send.ts';

// A change that silently did not happen: the provider answers 200, and shows the old value.

const id = 'user_abc123';
const individual = machnetIndividual.update;
const address = { line1: '1 Main St', line2: 'Apt 4', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };
const stiltAddress = { line_1: '1 Main St', city: 'Austin', state: 'TX', zip: '78701', country: 'UNITED STATES' };
const passport = { type: 'PASSPORT', number: 'A1234567', country: 'US' };
const shownPassport = { document_type: 'PASSPORT', document_value: '*****4567', country: 'US', id: '7' };
const ingo = (record: object) => ({ status: 'success', data: { items: [record] } });

test.each<[name: string, AnyAction, input: object, answer: object, notTaken: readonly string[]]>([
  [
    'the old e-mail address',
    individual,
    { patch: { email: 'new@b.example', phone: '+12105550132' } },
    { email: 'old@b.example', mobile_phone: '2105550132' },
    ['email'],
  ],
  ['in another form', individual, { patch: { phone: '+12105550132' } }, { mobile_phone: '12105550132' }, []],
  [
    'the old name of a business',
    machnetBusiness.update,
    { patch: { businessName: 'New', transactions: { perMonth: 5 } } },
    { first_name: 'Old', number_of_transaction_per_month: 5 },
    ['businessName'],
  ],
  [
    'an old count, as a number',
    machnetBusiness.update,
    { patch: { transactions: { perMonth: 5 } } },
    { number_of_transaction_per_month: 4 },
    ['transactions.perMonth'],
  ],
  [
    'a part of a group',
    individual,
    { patch: { employer: { name: 'New', phone: '5' } } },
    { company_details: { company_name: 'Old', phone_number: '5' } },
    ['employer.name'],
  ],
  [
    'the old name at Ingo',
    ingoUser.update,
    { patch: { lastName: 'New', middleName: '' } },
    ingo({ last_name: 'Old', middle_name: 'Kim' }),
    ['lastName', 'middleName'],
  ],
  [
    'a date in another form',
    stiltUser.create,
    { patch: { dateOfBirth: '1990-04-15' }, complete: true },
    { first_name: 'Ann' },
    [],
  ],
  [
    'a part that was completed from current',
    stiltUser.update,
    { current: { address }, patch: { address: { city: 'Dallas' } } },
    { address: { ...stiltAddress, city: 'Austin', zip: '99999' } },
    ['address.city', 'address.postalCode'],
  ],
  [
    'a part that was to be cleared',
    stiltUser.update,
    { current: { address }, patch: { address: { line2: null } } },
    { address: { ...stiltAddress, line_2: 'Apt 4' } },
    ['address.line2'],
  ],
  [
    'a part that nobody spoke of',
    stiltUser.update,
    { current: { address: { ...address, line2: undefined } }, patch: { address: { city: 'Dallas' } } },
    { address: { ...stiltAddress, city: 'Dallas', line_3: 'c/o Jane' } },
    [],
  ],
  [
    'what was to be cleared',
    hpayUser.patch,
    { patch: { email: null, username: null } },
    { email: 'old@b.example', username: null },
    ['email'],
  ],
  ['whether the account is active', hpayUser.patch, { patch: { active: false } }, { is_active: true }, ['active']],
  [
    'a number as a text',
    hpayUser.create,
    { patch: { externalId: 7, firstName: 'Ann', lastName: 'Poe', phone: '+12105550132' } },
    { app_user_id: '7' },
    [],
  ],
  [
    'an echo',
    hpayUser.replace,
    {
      current: { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true },
      patch: { email: 'a@b.example' },
    },
    { app_user_id: '7', email: 'a@b.example', phone_number: '+12105550199' },
    ['phone'],
  ],
  [
    'what the provider keeps with a loss',
    hpayUser.patch,
    { patch: { firstName: 'Ann', lastName: 'Poe' } },
    { name: 'Ann M. Poe' },
    [],
  ],
  ['what is masked', ingoUser.update, { patch: { ssn: '111223333' } }, ingo({ ssn_last_4: '1112' }), []],
  ['what cannot be read', individual, { patch: { phone: '+12105550132' } }, { mobile_phone: 'n/a' }, []],
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
    { city: ' NEW YORK', address_line1: 'Rue de l\u2019E\u0301' },
    [],
  ],
  [
    'the provider’s own property',
    individual,
    { patch: {}, native: { user_scope: 'ARTS' } },
    { user_scope: 'BANKING' },
    ['native.user_scope'],
  ],
  [
    'the provider’s own property, as it was sent',
    individual,
    { patch: {}, native: { user_scope: 'ARTS' } },
    { user_scope: 'arts' },
    [],
  ],
  [
    'a document that is not listed',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { virtual_documents: [{ ...shownPassport, document_type: 'EIN_NUMBER' }] },
    ['documents.virtual[0]'],
  ],
  [
    'a document beside an empty list',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { virtual_documents: [] },
    ['documents.virtual[0]'],
  ],
  [
    'a document that is listed',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { virtual_documents: [shownPassport] },
    [],
  ],
  [
    'a document with another number',
    individual,
    { patch: { documents: { virtual: [passport] } } },
    { virtual_documents: [{ ...shownPassport, document_value: 'B7654321' }] },
    ['documents.virtual[0]'],
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
            { type: 'EIN', front: 'data:,' },
          ],
        },
      },
    },
    { physical_documents: [{ document_type: 'PASSPORT' }] },
    ['documents.physical[1]'],
  ],
  [
    'an SSN that is not among the documents',
    individual,
    { patch: { ssn: '111223333', documents: { virtual: [passport] } } },
    { virtual_documents: [shownPassport] },
    ['ssn'],
  ],
  [
    'an SSN that is listed and masked',
    individual,
    { patch: { ssn: '111223333' } },
    { virtual_documents: [{ document_type: 'SSN', document_value: '*****3333' }] },
    [],
  ],
  ['nothing', individual, { patch: { phone: '+12105550132' } }, {}, []],
])('%s', async (_, action, { complete = false, ...input }: { complete?: boolean }, answer, notTaken) => {
  const whole = complete
    ? { firstName: 'Ann', lastName: 'Poe', email: 'a@b.example', phone: '+12105550132', ssn: '111223333', address }
    : {};
  const { patch = {} } = input as { patch?: object };
  const planned = make(action, { id, status: 'unverified', ...input, patch: { ...whole, ...patch } });
  const call = async () => ({ ok: true, status: 200, data: answer });
  const result = await send(planned, { [providerOf]: action.provider, [action.operation]: call } as never);
  expect(result).toEqual({ ok: true, status: 200, data: expect.anything(), notTaken });
});
