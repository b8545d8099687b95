import { describePlans } from '../test-data/describe-plans.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';

// Values that no provider could mean, though its contract takes them.

const individual = goldenPerson.update;
const status = 'unverified';

describePlans([
  [
    'an empty name',
    goldenMember.update,
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
    goldenBusiness.update,
    { status, patch: { businessName: '\t' } },
    { state: 'blocked', fields: { businessName: 'invalid' } },
  ],
  [
    'no middle name and no second line',
    individual,
    { status, patch: { middleName: '', address: { line2: '' } } },
    {
      state: 'ready',
      fields: { middleName: 'send', 'address.line2': 'send' },
      body: { middle_name: '', street_2: '' },
    },
  ],
  [
    'an empty first name',
    goldenMember.update,
    { patch: { firstName: '', lastName: 'Poe' } },
    { state: 'blocked', fields: { firstName: 'invalid', lastName: 'send' } },
  ],
  [
    'one word for a name',
    goldenMember.update,
    { patch: { firstName: 'Ann', middleName: '', lastName: '' } },
    {
      state: 'ready',
      fields: { firstName: 'send', middleName: 'send', lastName: 'send' },
      body: { name: 'Ann' },
    },
  ],
  [
    'an empty identifier of ours',
    goldenMember.create,
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
      current: { employer: { name: 'Acme' }, native: { employer: { address: '' } } },
      patch: { employer: { name: 'B' } },
    },
    { state: 'ready', fields: { 'employer.name': 'send' }, body: { employer: { name: 'B' } } },
  ],
  [
    'an empty property of the provider’s own is the contract’s matter',
    individual,
    { status, patch: {}, native: { scope: '' } },
    { state: 'ready', fields: { 'native.scope': 'send' }, body: { scope: '' } },
  ],
  [
    'born tomorrow',
    goldenMember.update,
    { patch: { dateOfBirth: '2026-11-23' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'born today',
    goldenMember.update,
    { patch: { dateOfBirth: '2026-11-22' } },
    { state: 'ready', fields: { dateOfBirth: 'send' }, body: { born_on: '2026-11-22' } },
  ],
  [
    'born tomorrow',
    individual,
    { status, patch: { dateOfBirth: '2026-11-23' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'founded tomorrow',
    goldenBusiness.update,
    { status, patch: { formationDate: '2026-11-23' } },
    { state: 'blocked', fields: { formationDate: 'invalid' } },
  ],
  [
    'a day that says nothing',
    goldenBusiness.update,
    { status, today: 'soon', patch: { businessName: 'Acme', phone: '+12105550132', formationDate: '1990-01-01' } },
    { state: 'blocked', fields: { businessName: 'send', phone: 'send', formationDate: 'invalid' } },
  ],
  [
    'a document may expire in the future',
    individual,
    { status, patch: { documents: { virtual: [{ type: 'PASSPORT', number: 'A1', expiryDate: '2036-11-23' }] } } },
    {
      state: 'ready',
      fields: { 'documents.virtual[0]': 'send' },
      body: { numbers: [{ kind: 'PASSPORT', value: 'A1', expires_on: '2036-11-23' }] },
    },
  ],
]);
