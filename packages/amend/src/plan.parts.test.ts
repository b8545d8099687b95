import { describePlans } from '../test-data/describe-plans.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';

// Fields that are sent together, and values that cannot be written.

const address = { line1: '1 Sample Street', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };
const wireAddress = { line_1: '1 Sample Street', city: 'Austin', state: 'TX', zip: '78701', country: 'UNITED STATES' };
const individual = goldenPerson.update;

describePlans([
  [
    'a part needs the whole',
    goldenMember.update,
    { patch: { address: { city: 'Dallas' } } },
    {
      state: 'blocked',
      fields: {
        'address.city': 'send',
        'address.line1': 'missing',
        'address.postalCode': 'missing',
        'address.state': 'missing',
        'address.country': 'missing',
      },
    },
  ],
  [
    'of which nothing is said that current has',
    goldenMember.update,
    { current: { address: { line1: '1 Sample Street', state: 'TX' } }, patch: { address: { city: 'Dallas' } } },
    {
      state: 'blocked',
      fields: { 'address.city': 'send', 'address.postalCode': 'missing', 'address.country': 'missing' },
    },
  ],
  [
    'a part that cannot be written asks for no other',
    goldenMember.update,
    { patch: { address: { country: 'CA' } } },
    { state: 'blocked', fields: { 'address.country': 'invalid' } },
  ],
  [
    'which current has',
    goldenMember.update,
    { current: { address }, patch: { address: { city: 'Dallas' } } },
    { state: 'ready', fields: { 'address.city': 'send' }, body: { address: { ...wireAddress, city: 'Dallas' } } },
  ],
  [
    'a part that current has wrong',
    goldenMember.update,
    { current: { address: { ...address, country: 'CA' } }, patch: { address: { city: 'Dallas' } } },
    { state: 'blocked', fields: { 'address.city': 'send', 'address.country': 'invalid' } },
  ],
  [
    'though the patch repeats it',
    goldenMember.update,
    { current: { address: { ...address, country: 'CA' } }, patch: { address: { city: 'Dallas', country: 'CA' } } },
    { state: 'blocked', fields: { 'address.city': 'send', 'address.country': 'invalid' } },
  ],
  [
    'which is no obstacle where nothing is sent',
    goldenMember.update,
    { current: { address: { country: 'CA' } }, patch: { address: { country: 'CA' } } },
    { state: 'empty', fields: { 'address.country': 'unchanged' } },
  ],
  [
    'what does not change needs nothing else',
    goldenMember.update,
    { current: { address: { line2: 'Apt 2' } }, patch: { address: { line2: 'Apt 2' } } },
    { state: 'empty', fields: { 'address.line2': 'unchanged' } },
  ],
  [
    'null clears what the provider says it clears',
    goldenMember.update,
    { current: { address: { ...address, line2: 'Apt 2' } }, patch: { address: { line2: null } } },
    { state: 'ready', fields: { 'address.line2': 'send' }, body: { address: { ...wireAddress, line_2: null } } },
  ],
  [
    'null clears nothing else',
    goldenMember.update,
    { patch: { middleName: null } },
    { state: 'empty', fields: { middleName: 'unsupported' } },
  ],
  [
    'a document that the contract refuses is told apart from an SSN before it',
    individual,
    { status: 'unverified', patch: { ssn: '111223333', documents: { virtual: [{ type: 'PASSPORT' }] } } },
    { state: 'blocked', fields: { ssn: 'send', 'documents.virtual[0]': 'invalid' } },
  ],
  [
    'one name of two',
    goldenMember.update,
    { patch: { firstName: 'Bea' } },
    { state: 'blocked', fields: { firstName: 'send', lastName: 'missing' } },
  ],
  [
    'an SSN that is none',
    individual,
    { status: 'unverified', patch: { ssn: '12' } },
    { state: 'blocked', fields: { ssn: 'invalid' } },
  ],
  [
    'an SSN among the documents that is none',
    individual,
    { status: 'unverified', patch: { documents: { virtual: [{ type: 'SSN', number: '12' }] } } },
    { state: 'blocked', fields: { 'documents.virtual[0]': 'invalid' } },
  ],
  [
    'an SSN with dashes',
    individual,
    { status: 'unverified', patch: { ssn: '111-22-3333' } },
    {
      state: 'ready',
      fields: { ssn: 'send' },
      body: { numbers: [{ kind: 'SSN', value: '111223333' }] },
    },
  ],
  [
    'two SSNs',
    individual,
    {
      status: 'unverified',
      patch: { ssn: '111223333', documents: { virtual: [{ type: 'SSN', number: '444556666' }] } },
    },
    { state: 'blocked', fields: { ssn: 'invalid', 'documents.virtual[0]': 'send' } },
  ],
  [
    'one bad document of two',
    individual,
    {
      patch: {
        documents: {
          virtual: [
            { type: 'PASSPORT', number: 'A1' },
            { type: 'PASSPORT', numer: 'A2' },
          ],
        },
      },
    },
    { state: 'blocked', fields: { 'documents.virtual[0]': 'send', 'documents.virtual[1]': 'invalid' } },
  ],
  [
    'one locked document of two',
    individual,
    {
      status: 'verified',
      onLocked: 'skip',
      patch: {
        documents: {
          virtual: [
            { type: 'SSN', number: '111223333' },
            { type: 'PASSPORT', number: 'A2' },
          ],
        },
      },
    },
    {
      state: 'ready',
      fields: { 'documents.virtual[0]': 'locked', 'documents.virtual[1]': 'send' },
      body: { numbers: [{ kind: 'PASSPORT', value: 'A2' }] },
    },
  ],
  [
    'born in a far future',
    goldenMember.update,
    { patch: { dateOfBirth: '9999-01-01' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'no list of documents',
    individual,
    { patch: { documents: { virtual: 'A' }, occupation: 'Cook' } },
    { state: 'blocked', fields: { 'documents.virtual': 'invalid', occupation: 'send' } },
  ],
  [
    'born long ago, by the day that it is',
    goldenMember.update,
    { today: undefined, patch: { dateOfBirth: '1990-01-01' } },
    { state: 'ready', fields: { dateOfBirth: 'send' }, body: { born_on: '1990-01-01' } },
  ],
  [
    'born in a far future, by the day that it is',
    goldenMember.update,
    { today: undefined, patch: { dateOfBirth: '9999-01-01' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
  [
    'a day that says nothing',
    goldenMember.update,
    { today: 'soon', patch: { dateOfBirth: '1990-01-01' } },
    { state: 'blocked', fields: { dateOfBirth: 'invalid' } },
  ],
]);
