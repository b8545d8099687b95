import { describePlans } from '../test-data/describe-plans.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';

// What is equal, what is locked, and what a status that is not known closes.

const known = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
const wire = { reference: '7', name: 'Ann Poe', phone: '+12105550132' };
const echoed = { externalId: 'echo', firstName: 'echo', lastName: 'echo', phone: 'echo' };
const individual = goldenPerson.update;

describePlans([
  [
    'what is equal is left out',
    individual,
    { status: 'verified', current: { email: 'a@b.example' }, patch: { email: 'a@b.example' } },
    { state: 'empty', fields: { email: 'unchanged' } },
  ],
  [
    'what differs only in its form is equal',
    goldenBusiness.update,
    { current: { transactions: { perMonth: 40 } }, patch: { transactions: { perMonth: 40 } } },
    { state: 'empty', fields: { 'transactions.perMonth': 'unchanged' } },
  ],
  [
    'an empty list adds nothing',
    individual,
    { patch: { documents: { virtual: [] } } },
    { state: 'empty', fields: { 'documents.virtual': 'unchanged' } },
  ],
  [
    'a create has nothing that could be unchanged',
    goldenMember.create,
    { current: known, patch: { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132' } },
    {
      state: 'ready',
      fields: { externalId: 'send', firstName: 'send', lastName: 'send', phone: 'send' },
      body: { ...wire, kind: 'consumer' },
    },
  ],
  [
    'two statements about the status that differ',
    individual,
    { status: 'unverified', current: { verification: 'verified' }, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { email: 'locked' } },
  ],
  [
    'two statements about the status that differ',
    individual,
    { status: 'unverified', current: { verification: 'unknown' }, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { email: 'locked' } },
  ],
  [
    'a provider’s word is no status, and leaves open what is always open',
    individual,
    { status: 'CLOSED', patch: { phone: '+12105550132' } },
    { state: 'ready', fields: { phone: 'send' }, body: { mobile: '2105550132' } },
  ],
  [
    'a provider’s word is no status',
    individual,
    { status: 'OPEN', patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { email: 'locked' } },
  ],
  [
    'nothing is sent by half',
    individual,
    { status: 'verified', patch: { email: 'a@b.example', gender: 'other', occupation: 'Baker' } },
    { state: 'blocked', fields: { email: 'locked', gender: 'locked', occupation: 'send' } },
  ],
  [
    'unless the caller asks for it',
    individual,
    { status: 'verified', onLocked: 'skip', patch: { email: 'a@b.example', occupation: 'Baker' } },
    { state: 'ready', fields: { email: 'locked', occupation: 'send' }, body: { occupation: 'Baker' } },
  ],
  [
    'a replacement keeps what it may not change',
    goldenMember.replace,
    { current: known, onLocked: 'skip', patch: { externalId: '8', email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, externalId: 'locked', email: 'send' },
      body: { ...wire, email: 'a@b.example' },
    },
  ],
  [
    'and is not sent without what it needs',
    goldenMember.replace,
    {
      current: { ...known, externalId: undefined },
      onLocked: 'skip',
      patch: { externalId: '8', email: 'a@b.example' },
    },
    { state: 'blocked', fields: { ...echoed, externalId: 'missing', email: 'send' } },
  ],
  [
    'what is equal, and what is locked, is left out beside what is sent',
    individual,
    {
      status: 'verified',
      onLocked: 'skip',
      current: { email: 'a@b.example', gender: 'other', occupation: 'Baker' },
      patch: { email: 'c@d.example', gender: 'other', occupation: 'Cook' },
    },
    {
      state: 'ready',
      fields: { email: 'locked', gender: 'unchanged', occupation: 'send' },
      body: { occupation: 'Cook' },
    },
  ],
  [
    'a list of which nothing may be sent is left out too',
    individual,
    {
      status: 'verified',
      onLocked: 'skip',
      patch: { ssn: '111223333', documents: { physical: [] }, occupation: 'Cook' },
    },
    {
      state: 'ready',
      fields: { ssn: 'locked', 'documents.physical': 'unchanged', occupation: 'send' },
      body: { occupation: 'Cook' },
    },
  ],
  [
    'what is not known is equal to nothing',
    goldenMember.update,
    { patch: { externalId: 'undefined' } },
    { state: 'blocked', fields: { externalId: 'locked' } },
  ],
  [
    'the native slot has the same rules',
    individual,
    { status: 'verified', patch: {}, native: { scope: 'ARTS' } },
    { state: 'blocked', fields: { 'native.scope': 'locked' } },
  ],
]);
