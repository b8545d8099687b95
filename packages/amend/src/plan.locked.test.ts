import { describePlans } from '../test-data/describe-plans.ts';
import { hpayUser } from './providers/hpay.ts';
import { machnetBusiness, machnetIndividual } from './providers/machnet.ts';

// What is equal, what is locked, and what a status that is not known closes.

const hpay = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
const wireHpay = { app_user_id: '7', name: 'Ann Poe', phone_number: '+12105550132' };
const echoed = { externalId: 'echo', firstName: 'echo', lastName: 'echo', phone: 'echo' };
const individual = machnetIndividual.update;

describePlans([
  [
    'what is equal is left out',
    individual,
    { status: 'verified', current: { email: 'a@b.example' }, patch: { email: 'a@b.example' } },
    { state: 'empty', fields: { email: 'unchanged' } },
  ],
  [
    'what differs only in its form is equal',
    machnetBusiness.update,
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
    hpayUser.create,
    { current: hpay, patch: { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132' } },
    {
      state: 'ready',
      fields: { externalId: 'send', firstName: 'send', lastName: 'send', phone: 'send' },
      body: wireHpay,
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
    { status: 'SUSPENDED', patch: { phone: '+12105550132' } },
    { state: 'ready', fields: { phone: 'send' }, body: { mobile_phone: '2105550132' } },
  ],
  [
    'a provider’s word is no status',
    individual,
    { status: 'UNVERIFIED', patch: { email: 'a@b.example' } },
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
    hpayUser.replace,
    { current: hpay, onLocked: 'skip', patch: { externalId: '8', email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, externalId: 'locked', email: 'send' },
      body: { ...wireHpay, email: 'a@b.example' },
    },
  ],
  [
    'and is not sent without what it needs',
    hpayUser.replace,
    { current: { ...hpay, externalId: undefined }, onLocked: 'skip', patch: { externalId: '8', email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, externalId: 'missing', email: 'send' } },
  ],
  [
    'the native slot has the same rules',
    individual,
    { status: 'verified', patch: {}, native: { user_scope: 'ARTS' } },
    { state: 'blocked', fields: { 'native.user_scope': 'locked' } },
  ],
]);
