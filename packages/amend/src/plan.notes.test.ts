import type { PropertyRule } from '@amend/contract';
import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { native } from './rows.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// What else is to be known of a plan: kind and field of each note.

const scan = { type: 'STATEMENT', front: 'data:,' };
const known = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };

const { rows, rules } = goldenPerson.update;
const ownEmployer: AnyUserOperation = { ...goldenPerson.update, rows: { ...rows, employer: native } };
const { employer } = rules.properties;
const merging: AnyUserOperation = {
  ...ownEmployer,
  rules: { ...rules, properties: { ...rules.properties, employer: { ...employer, merges: true } } },
};
/** A person's phone with a side effect, at a provider that asks for no call after it. */
const withEffect = (effect: PropertyRule['effect']): AnyUserOperation => {
  const { after: _, ...others } = rules;
  const mobile = { ...rules.properties.mobile, ...(effect && { effect }) };
  return { ...goldenPerson.update, rules: { ...others, properties: { ...rules.properties, mobile } } };
};
const call = { id: 'f45680e1', patch: { phone: '+12105550132' } };
const anew = 'phone takes the verification back, so that the user has to be verified anew.';
const review = 'phone is held for review, and changes nothing before the provider has decided.';

test.each<[effect: PropertyRule['effect'], status: string | undefined, want: readonly string[]]>([
  ['downgrades-verification', 'verified', [anew]],
  ['downgrades-verification', undefined, [anew]],
  ['downgrades-verification', 'unverified', []],
  ['held-for-review', 'verified', [review]],
  ['held-for-review', 'unverified', [review]],
  [undefined, 'verified', []],
])('the effect %s of a change, of who is %s', (effect, status, want) => {
  const { notes } = make(withEffect(effect), { ...call, status });
  expect(notes.filter(({ kind }) => kind === 'effect').map(({ message }) => message)).toEqual(want);
  const nothing = make(withEffect(effect), { ...call, status, current: { phone: '+12105550132' } });
  expect(nothing.notes).toEqual([]);
});

const held = { name: 'Acme', phone: '5550100' };

test.each<[name: string, AnyUserOperation, input: object, notes: readonly string[]]>([
  [
    "an object of the provider's that takes another's place, which is not known",
    ownEmployer,
    { native: { employer: held } },
    ['may-reset native.employer', 'effect '],
  ],
  [
    'one that leaves out a part of it',
    ownEmployer,
    { current: { native: { employer: held } }, native: { employer: { name: 'Poe' } } },
    ['may-reset native.employer', 'effect '],
  ],
  [
    'one that leaves out none',
    ownEmployer,
    { current: { native: { employer: held } }, native: { employer: { ...held, name: 'Poe' } } },
    ['effect '],
  ],
  [
    'one that is merged into it',
    merging,
    { current: { native: { employer: held } }, native: { employer: { name: 'Poe' } } },
    ['effect '],
  ],
  ['a call that has to follow', goldenPerson.update, { patch: { phone: '+12105550132' } }, ['effect ']],
  [
    'a call that has to follow, of a business',
    goldenBusiness.update,
    { patch: { phone: '+12105550132' } },
    ['effect '],
  ],
  [
    'a call that has to follow, whatever the status',
    goldenPerson.update,
    { status: 'verified', patch: { phone: '+12105550132' } },
    ['effect '],
  ],
  ['no change, so that nothing follows', goldenPerson.update, { patch: {} }, []],
  [
    'a new scan archives the older one',
    goldenPerson.update,
    { patch: { documents: { physical: [scan, scan] } } },
    ['effect documents.physical[0]', 'effect documents.physical[1]', 'effect '],
  ],
  [
    'of a business that is not documented',
    goldenBusiness.update,
    { patch: { documents: { physical: [scan] } } },
    ['effect '],
  ],
  [
    'no loss of what is not sent',
    goldenMember.update,
    { current: { ssn: { masked: '*****1112' } }, patch: { ssn: { masked: '*****1112' } } },
    ['undocumented '],
  ],
  [
    'parts that are not known',
    goldenPerson.update,
    { patch: { employer: { name: 'Acme' } } },
    ['may-reset employer.address', 'may-reset employer.phone', 'effect '],
  ],
  [
    'parts that are',
    goldenPerson.update,
    { current: { employer: { address: '1 Sample Street', phone: '5550100' } }, patch: { employer: { name: 'Acme' } } },
    ['overwrites employer.address, employer.phone', 'effect '],
  ],
  [
    'a create has nothing to reset',
    goldenMember.create,
    { patch: { firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', employer: { name: 'Acme' } } },
    ['loss firstName, lastName'],
  ],
  ['an SSN', goldenMember.update, { patch: { ssn: '111223333' } }, ['loss ssn', 'undocumented ']],
  [
    'a name in one',
    goldenMember.update,
    { patch: { firstName: 'Ann', lastName: 'Poe' } },
    ['loss firstName, lastName', 'may-reset middleName', 'undocumented '],
  ],
  [
    'a name in one, in all its parts',
    goldenMember.update,
    { patch: { firstName: 'Ann', middleName: '', lastName: 'Poe' } },
    ['loss firstName, middleName, lastName', 'undocumented '],
  ],
  ['no rules by status', goldenMember.update, { patch: { username: 'ann' } }, ['undocumented ']],
  [
    'what a replacement does not know',
    goldenMember.replace,
    { current: known, patch: { phone: '+12105550199' } },
    [
      'may-reset email',
      'may-reset username',
      'may-reset native.payout_account',
      'undocumented ',
      'overwrites externalId, firstName, lastName',
    ],
  ],
  [
    'a field that is locked has no effect',
    goldenPerson.update,
    { status: 'verified', patch: { ssn: '111223333' } },
    [],
  ],
])('%s', (_, operation, input, notes) => {
  const planned = make(operation, { id: 'user_abc123', patch: {}, ...input });
  expect(planned.notes.map(({ kind, field = '' }) => `${kind} ${field}`)).toEqual(notes);
  for (const { message } of planned.notes) expect(message).toMatch(/^[A-Za-z].*\.$/);
});

const address = { line1: '1 Main St', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };

test.each<[name: string, AnyUserOperation, input: object, field: string | undefined]>([
  [
    'parts of an address',
    goldenMember.update,
    { current: { address }, patch: { address: { city: 'Dallas', state: 'TX' } } },
    'address.line1, address.postalCode, address.country',
  ],
  ['an address that is given whole', goldenMember.update, { current: { address }, patch: { address } }, undefined],
  ['a name', goldenMember.update, { current: known, patch: { firstName: 'Eve' } }, 'lastName'],
  [
    'what we do not understand',
    goldenMember.replace,
    {
      current: { ...known, phone: undefined, native: { phone: '2025550142' } },
      patch: { email: 'a@b.example' },
    },
    'externalId, firstName, lastName, native.phone',
  ],
  ['nothing, of a plan that sends nothing', goldenMember.replace, { current: known, patch: {} }, undefined],
])('what is completed from current overwrites what came between: %s', (_, operation, input, field) => {
  const { notes } = make(operation, { id: 'user_abc123', patch: {}, ...input });
  const message = `${field?.includes(', ') ? 'Each of ' : ''}${field} is sent as it stands in current, and overwrites what has changed since; let send read it again, with reread.`;
  expect(notes.filter(({ kind }) => kind === 'overwrites')).toEqual(
    field === undefined ? [] : [{ kind: 'overwrites', field, message }],
  );
});

test.each<[AnyUserOperation, input: object, message: string]>([
  [
    goldenPerson.update,
    { patch: { documents: { physical: [scan] } } },
    'documents.physical[0] is added as a new copy, and the older one archived.',
  ],
  [
    goldenPerson.update,
    { patch: { employer: { name: 'Acme', phone: '5550100' } } },
    'employer.address is not known, so it is left out, and the provider may reset it; pass it in current to keep it.',
  ],
  [
    goldenMember.update,
    { patch: { firstName: 'Ann', middleName: '', lastName: 'Poe' } },
    'Each of firstName, middleName, lastName goes into one name.',
  ],
])('a note names its fields and says what becomes of them: %#', (operation, input, message) => {
  expect(make(operation, { id: 'user_abc123', patch: {}, ...input }).notes.map((note) => note.message)).toContain(
    message,
  );
});

test('the call that has to follow a change is named, and what asks for it', () => {
  const { notes } = make(goldenPerson.update, { id: 'user_abc123', patch: { phone: '+12105550132' } });
  expect(notes).toEqual([
    { kind: 'effect', message: 'golden asks for startCheck after every change; call it once this one is made.' },
  ]);
});
