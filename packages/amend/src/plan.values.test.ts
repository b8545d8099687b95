import { describePlans } from '../test-data/describe-plans.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetBusiness, machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';

// Values that no provider could mean, though its contract takes them.

const individual = machnetIndividual.update;
const status = 'unverified';

describePlans([
  [
    'an empty name',
    ingoUser.update,
    { patch: { firstName: '', lastName: ' ' } },
    { state: 'blocked', fields: { firstName: 'invalid', lastName: 'invalid' } },
  ],
  [
    'an empty name of a person',
    individual,
    { status, patch: { firstName: '', address: { city: '' } } },
    { state: 'blocked', fields: { firstName: 'invalid', 'address.city': 'invalid' } },
  ],
  [
    'an empty name of a business',
    machnetBusiness.update,
    { status, patch: { businessName: '\t' } },
    { state: 'blocked', fields: { businessName: 'invalid' } },
  ],
  [
    'no middle name and no second line, as Ingo writes it',
    ingoUser.update,
    { patch: { middleName: '', address: { line2: '' } } },
    {
      state: 'ready',
      fields: { middleName: 'send', 'address.line2': 'send' },
      body: { middle_name: '', address_two: '' },
    },
  ],
  [
    'no middle name and no second line, as Machnet writes it',
    individual,
    { status, patch: { middleName: '', address: { line2: '' } } },
    {
      state: 'ready',
      fields: { middleName: 'send', 'address.line2': 'send' },
      body: { middle_name: '', address_line2: '' },
    },
  ],
  [
    'no middle name, which Stilt does not document',
    stiltUser.update,
    { patch: { middleName: '' } },
    { state: 'blocked', fields: { middleName: 'invalid' } },
  ],
  [
    'an empty first name',
    hpayUser.patch,
    { patch: { firstName: '', lastName: 'Poe' } },
    { state: 'blocked', fields: { firstName: 'invalid', lastName: 'send' } },
  ],
  [
    'one word for a name',
    hpayUser.patch,
    { patch: { firstName: 'Ann', middleName: '', lastName: '' } },
    {
      state: 'ready',
      fields: { firstName: 'send', middleName: 'send', lastName: 'send' },
      body: { name: 'Ann' },
    },
  ],
  [
    'an empty identifier of ours',
    hpayUser.create,
    { patch: { externalId: '', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132' } },
    {
      state: 'blocked',
      fields: { externalId: 'invalid', firstName: 'send', lastName: 'send', phone: 'send' },
    },
  ],
  [
    'an empty text that the provider has does not keep the others from being sent',
    individual,
    {
      current: { employer: { name: 'Acme' }, native: { company_details: { address: '' } } },
      patch: { employer: { name: 'B' } },
    },
    { state: 'ready', fields: { 'employer.name': 'send' }, body: { company_details: { company_name: 'B' } } },
  ],
  [
    'an empty property of the provider’s own is the contract’s matter',
    individual,
    { status, patch: {}, native: { user_scope: '' } },
    { state: 'ready', fields: { 'native.user_scope': 'send' }, body: { user_scope: '' } },
  ],
  [
    'born tomorrow',
    ingoUser.update,
    { patch: { dateOfBirth: '2026-11-23' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'born today',
    ingoUser.update,
    { patch: { dateOfBirth: '2026-11-22' } },
    { state: 'ready', fields: { dateOfBirth: 'send' }, body: { date_of_birth: '2026-11-22' } },
  ],
  [
    'born tomorrow',
    individual,
    { status, patch: { dateOfBirth: '2026-11-23' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'founded tomorrow',
    machnetBusiness.update,
    { status, patch: { formationDate: '2026-11-23' } },
    { state: 'blocked', fields: { formationDate: 'invalid' } },
  ],
  [
    'a day that says nothing',
    machnetBusiness.create,
    { today: 'soon', patch: { businessName: 'Acme', phone: '+12105550132', formationDate: '1990-01-01' } },
    { state: 'blocked', fields: { businessName: 'send', phone: 'send', formationDate: 'invalid' } },
  ],
  [
    'a document may expire in the future',
    individual,
    { status, patch: { documents: { virtual: [{ type: 'PASSPORT', number: 'A1', expiryDate: '2036-11-23' }] } } },
    {
      state: 'ready',
      fields: { 'documents.virtual[0]': 'send' },
      body: { virtual_documents: [{ document_type: 'PASSPORT', document_value: 'A1', expiry_date: '2036-11-23' }] },
    },
  ],
]);
