import { describePlans, id } from '../test-data/describe-plans.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetIndividual } from './providers/machnet.ts';

// What is no field here, in a patch and in the native slot, and whose data it is.

const business = { kind: 'business' };
const individual = machnetIndividual.update;

describePlans([
  [
    'a field that the provider does not have',
    ingoUser.update,
    { patch: { email: 'a@b.example', address: { line3: 'c/o Jane' } } },
    { state: 'empty', fields: { email: 'unsupported', 'address.line3': 'unsupported' } },
  ],
  [
    'a name that may be data',
    ingoUser.update,
    { patch: { 'jane@example.com': 1 } },
    { state: 'blocked', fields: { '[0]': 'invalid' } },
  ],
  [
    'a misspelt field beside a right one',
    ingoUser.update,
    { patch: { emial: 'a@b.example', address: { city: 'Austin' } } },
    { state: 'blocked', fields: { 'address.city': 'send', emial: 'invalid' } },
  ],
  [
    'a group that is no object',
    ingoUser.update,
    { patch: { address: null, documents: 'x' } },
    { state: 'blocked', fields: { address: 'invalid', documents: 'invalid' } },
  ],
  [
    'a field that stands there twice',
    ingoUser.update,
    { patch: { 'address.city': 'Austin', address: { city: 'Dallas' } } },
    { state: 'blocked', fields: { 'address.city': 'send', '[0]': 'invalid' } },
  ],
  [
    'names that look like other verdicts’',
    individual,
    { patch: { id: 1, 'native.user_scope': 1 }, native: { user_scope: 'ARTS' }, status: 'unverified' },
    {
      state: 'blocked',
      fields: { 'native.user_scope': 'send', id: 'invalid', '[1]': 'invalid' },
    },
  ],
  ['a patch that is none', ingoUser.update, { patch: null }, { state: 'blocked', fields: { patch: 'invalid' } }],
  ['a list is no patch', ingoUser.update, { patch: ['Jane'] }, { state: 'blocked', fields: { patch: 'invalid' } }],
  [
    'a property that fields stand for',
    ingoUser.update,
    { patch: {}, native: { ssn: '*****1112', first_name: 'Ann' } },
    { state: 'blocked', fields: { 'native.ssn': 'invalid', 'native.first_name': 'invalid' } },
  ],
  [
    'an SSN among native documents',
    individual,
    {
      status: 'verified',
      patch: {},
      native: { virtual_documents: [{ document_type: 'SSN', document_value: '111223333' }] },
    },
    { state: 'blocked', fields: { 'native.virtual_documents': 'invalid' } },
  ],
  [
    'what is ours to set',
    ingoUser.update,
    { patch: {}, native: { user_id: 'another', api_key: 'key' } },
    { state: 'blocked', fields: { 'native.user_id': 'invalid', 'native.api_key': 'invalid' } },
  ],
  [
    'no property of the provider’s',
    ingoUser.update,
    { patch: {}, native: { shoe_size: 44 } },
    { state: 'blocked', fields: { 'native.shoe_size': 'invalid' } },
  ],
  [
    'native that is no object',
    ingoUser.update,
    { patch: {}, native: [1] },
    { state: 'blocked', fields: { native: 'invalid' } },
  ],
  [
    'what the contract refuses',
    ingoUser.create,
    { patch: {}, native: { terms_accepted: 'yes' } },
    {
      state: 'blocked',
      fields: {
        'native.terms_accepted': 'invalid',
        firstName: 'missing',
        lastName: 'missing',
        email: 'missing',
        phone: 'missing',
        'address.line1': 'missing',
        'address.city': 'missing',
        'address.state': 'missing',
        'address.country': 'missing',
        'address.postalCode': 'missing',
      },
    },
  ],
  [
    'nobody',
    ingoUser.update,
    { id: undefined, patch: { firstName: 'Ann' } },
    { state: 'blocked', fields: { id: 'missing', firstName: 'send' } },
  ],
  [
    'the user that is known',
    ingoUser.update,
    { id: undefined, current: { id }, patch: { firstName: 'Ann' } },
    { state: 'ready', fields: { firstName: 'send' }, body: { first_name: 'Ann' } },
  ],
  [
    'another user than the one that is known',
    ingoUser.update,
    { current: { id: 'another' }, patch: { firstName: 'Ann' } },
    { state: 'blocked', fields: { id: 'invalid', firstName: 'send' } },
  ],
  [
    'what another provider knows of the user',
    individual,
    { current: { provider: 'ingo', address: { city: 'Austin' } }, patch: { address: { city: 'Austin' } } },
    { state: 'blocked', fields: { 'address.city': 'unchanged', provider: 'invalid' } },
  ],
  [
    'what this provider knows',
    individual,
    { current: { provider: 'machnet', address: { city: 'Austin' } }, patch: { address: { city: 'Austin' } } },
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
