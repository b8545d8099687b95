import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import type { AnyAction } from './action.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetBusiness, machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';

// What else is to be known of a plan: kind and field of each note.

const scan = { type: 'BANK_STATEMENT', front: 'data:,' };
const known = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };

test.each<[name: string, AnyAction, input: object, notes: readonly string[]]>([
  ['a call that has to follow', machnetIndividual.update, { patch: { phone: '+12105550132' } }, ['effect ']],
  [
    'a call that has to follow, of a business',
    machnetBusiness.update,
    { patch: { phone: '+12105550132' } },
    ['effect '],
  ],
  [
    'a call that has to follow, whatever the status',
    machnetIndividual.update,
    { status: 'verified', patch: { phone: '+12105550132' } },
    ['effect '],
  ],
  ['no change, so that nothing follows', machnetIndividual.update, { patch: {} }, []],
  [
    'a new scan archives the older one',
    machnetIndividual.update,
    { patch: { documents: { physical: [scan, scan] } } },
    ['effect documents.physical[0]', 'effect documents.physical[1]', 'effect '],
  ],
  [
    'of a business that is not documented',
    machnetBusiness.update,
    { patch: { documents: { physical: [scan] } } },
    ['effect '],
  ],
  [
    'no loss of what is not sent',
    ingoUser.update,
    { current: { ssn: { masked: '*****1112' } }, patch: { ssn: { masked: '*****1112' } } },
    ['undocumented '],
  ],
  [
    'parts that are not known',
    machnetIndividual.update,
    { patch: { employer: { name: 'Acme' } } },
    ['may-reset employer.address', 'may-reset employer.phone', 'effect '],
  ],
  [
    'parts that are',
    machnetIndividual.update,
    { current: { employer: { address: '1 Sample Street', phone: '5550100' } }, patch: { employer: { name: 'Acme' } } },
    ['overwrites employer.address, employer.phone', 'effect '],
  ],
  [
    'a create has nothing to reset',
    machnetIndividual.create,
    { patch: { firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', employer: { name: 'Acme' } } },
    [],
  ],
  ['an SSN', ingoUser.update, { patch: { ssn: '111223333' } }, ['loss ssn', 'undocumented ']],
  [
    'a name in one',
    hpayUser.patch,
    { patch: { firstName: 'Ann', lastName: 'Poe' } },
    ['loss firstName, lastName', 'may-reset middleName', 'undocumented '],
  ],
  [
    'a name in one, in all its parts',
    hpayUser.patch,
    { patch: { firstName: 'Ann', middleName: '', lastName: 'Poe' } },
    ['loss firstName, middleName, lastName', 'undocumented '],
  ],
  ['no rules by status', stiltUser.update, { patch: { firstName: 'Ann' } }, ['undocumented ']],
  [
    'what a replacement does not know',
    hpayUser.replace,
    { current: known, patch: { phone: '+12105550199' } },
    [
      'may-reset email',
      'may-reset username',
      'may-reset native.stripe_connect_account_id',
      'undocumented ',
      'overwrites externalId, firstName, lastName',
    ],
  ],
  [
    'a field that is locked has no effect',
    machnetIndividual.update,
    { status: 'verified', patch: { ssn: '111223333' } },
    [],
  ],
])('%s', (_, action, input, notes) => {
  const planned = make(action, { id: 'user_abc123', ...input });
  expect(planned.notes.map(({ kind, field = '' }) => `${kind} ${field}`)).toEqual(notes);
  for (const { message } of planned.notes) expect(message).toMatch(/^[A-Za-z].*\.$/);
});

const address = { line1: '1 Main St', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };

test.each<[name: string, AnyAction, input: object, field: string | undefined]>([
  [
    'parts of an address',
    stiltUser.update,
    { current: { address }, patch: { address: { city: 'Dallas', state: 'TX' } } },
    'address.line1, address.postalCode, address.country',
  ],
  ['an address that is given whole', stiltUser.update, { current: { address }, patch: { address } }, undefined],
  ['a name', hpayUser.patch, { current: known, patch: { firstName: 'Eve' } }, 'lastName'],
  [
    'what we do not understand',
    hpayUser.replace,
    {
      current: { ...known, phone: undefined, native: { phone_number: '2025550142' } },
      patch: { email: 'a@b.example' },
    },
    'externalId, firstName, lastName, native.phone_number',
  ],
  ['nothing, of a plan that sends nothing', hpayUser.replace, { current: known, patch: {} }, undefined],
])('what is completed from current overwrites what came between: %s', (_, action, input, field) => {
  const { notes } = make(action, { id: 'user_abc123', ...input });
  const message = `${field} is sent as it stands in current, and overwrites what has changed since; let send read it again, with reread.`;
  expect(notes.filter(({ kind }) => kind === 'overwrites')).toEqual(
    field === undefined ? [] : [{ kind: 'overwrites', field, message }],
  );
});

test('the call that has to follow a change is named, and what asks for it', () => {
  const { notes } = make(machnetIndividual.update, { id: 'user_abc123', patch: { phone: '+12105550132' } });
  expect(notes).toEqual([
    { kind: 'effect', message: 'machnet asks for startKyc after every change; call it once this one is made.' },
  ]);
});
