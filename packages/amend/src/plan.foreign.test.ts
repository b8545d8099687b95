import { describePlans, id } from '../test-data/describe-plans.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';

// What is no field here, in a patch and in the native slot, and whose data it is.

const business = { kind: 'business' };
const individual = goldenPerson.update;

describePlans([
  [
    'a field that the provider does not have',
    goldenMember.update,
    { patch: { gender: 'other', address: { line3: 'c/o Jane' } } },
    { state: 'empty', fields: { gender: 'unsupported', 'address.line3': 'unsupported' } },
  ],
  [
    'a name that may be data',
    goldenMember.update,
    { patch: { 'jane@example.com': 1 } },
    { state: 'blocked', fields: { '[0]': 'invalid' } },
  ],
  [
    'a misspelt field beside a right one',
    individual,
    { patch: { emial: 'a@b.example', address: { city: 'Austin' } } },
    { state: 'blocked', fields: { 'address.city': 'send', emial: 'invalid' } },
  ],
  [
    'a group that is no object',
    goldenMember.update,
    { patch: { address: null, documents: 'x' } },
    { state: 'blocked', fields: { address: 'invalid', documents: 'invalid' } },
  ],
  [
    'a field that stands there twice',
    individual,
    { patch: { 'address.city': 'Austin', address: { city: 'Dallas' } } },
    { state: 'blocked', fields: { 'address.city': 'send', '[0]': 'invalid' } },
  ],
  [
    'names that look like other verdicts’',
    individual,
    { patch: { id: 1, 'native.scope': 1 }, native: { scope: 'ARTS' }, status: 'unverified' },
    {
      state: 'blocked',
      fields: { 'native.scope': 'send', id: 'invalid', '[1]': 'invalid' },
    },
  ],
  ['a patch that is none', goldenMember.update, { patch: null }, { state: 'blocked', fields: { patch: 'invalid' } }],
  ['a list is no patch', goldenMember.update, { patch: ['Jane'] }, { state: 'blocked', fields: { patch: 'invalid' } }],
  [
    'a property that fields stand for',
    goldenMember.update,
    { patch: {}, native: { ssn: '*****1112', name: 'Ann' } },
    { state: 'blocked', fields: { 'native.ssn': 'invalid', 'native.name': 'invalid' } },
  ],
  [
    'an SSN among native documents',
    individual,
    {
      status: 'verified',
      patch: {},
      native: { numbers: [{ kind: 'SSN', value: '111223333' }] },
    },
    { state: 'blocked', fields: { 'native.numbers': 'invalid' } },
  ],
  [
    'what is ours to set',
    goldenMember.update,
    { patch: {}, native: { user_id: 'another', api_key: 'key' } },
    { state: 'blocked', fields: { 'native.user_id': 'invalid', 'native.api_key': 'invalid' } },
  ],
  [
    'no property of the provider’s',
    goldenMember.update,
    { patch: {}, native: { shoe_size: 44 } },
    { state: 'blocked', fields: { 'native.shoe_size': 'invalid' } },
  ],
  [
    'native that is no object',
    goldenMember.update,
    { patch: {}, native: [1] },
    { state: 'blocked', fields: { native: 'invalid' } },
  ],
  [
    'what the contract refuses',
    goldenMember.create,
    { patch: {}, native: { terms_accepted: 'yes' } },
    {
      state: 'blocked',
      fields: {
        'native.terms_accepted': 'invalid',
        externalId: 'missing',
        firstName: 'missing',
        phone: 'missing',
      },
    },
  ],
  [
    'nobody',
    goldenMember.update,
    { id: undefined, patch: { username: 'ann' } },
    { state: 'blocked', fields: { id: 'missing', username: 'send' } },
  ],
  [
    'the user that is known',
    goldenMember.update,
    { id: undefined, current: { id }, patch: { username: 'ann' } },
    { state: 'ready', fields: { username: 'send' }, body: { username: 'ann' } },
  ],
  [
    'another user than the one that is known',
    goldenMember.update,
    { current: { id: 'another' }, patch: { username: 'ann' } },
    { state: 'blocked', fields: { id: 'invalid', username: 'send' } },
  ],
  [
    'what another provider knows of the user',
    individual,
    { current: { provider: 'silver', address: { city: 'Austin' } }, patch: { address: { city: 'Austin' } } },
    { state: 'blocked', fields: { 'address.city': 'unchanged', provider: 'invalid' } },
  ],
  [
    'what this provider knows',
    individual,
    { current: { provider: 'golden', address: { city: 'Austin' } }, patch: { address: { city: 'Austin' } } },
    { state: 'empty', fields: { 'address.city': 'unchanged' } },
  ],
  [
    'a user that is none',
    individual,
    { status: 'unverified', current: 'Jane', patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { current: 'invalid', email: 'send' } },
  ],
  [
    'no user',
    individual,
    { status: 'unverified', current: null, patch: { email: 'a@b.example' } },
    { state: 'ready', fields: { email: 'send' }, body: { email: 'a@b.example' } },
  ],
  [
    'a business by the rules of individuals',
    individual,
    { status: 'unverified', current: business, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { kind: 'invalid', email: 'send' } },
  ],
]);
