import { describe, expect, test } from 'vitest';
import { make, verdicts } from '../test-data/make.ts';
import { text } from './codecs.ts';
import { fieldsFor } from './fields-for.ts';
import { makeMatrix } from './matrix.ts';
import { requestOf } from './plan-result.ts';
import { group, objectOf } from './rows.ts';
import { goldenPeople } from './testing/golden-members.ts';
import { toUser } from './to-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// Rules below the top level: what a plan holds back, and what it sends all the same.

const id = 'p-1';
const address = { line1: '1 Main St', city: 'Ames', state: 'IA', country: 'US' };
const name = { first_name: 'Jane', last_name: 'Doe' };
const record = {
  id,
  individual: { title: 'Dr', name, tax: { office: 'Ames' } },
  address,
  preferences: { language: 'en', currency: 'USD', tags: ['a'] },
  settings: { channel: 'mail', region: 'us' },
};
const as = (status: string, more: object = {}) => toUser(goldenPeople, { ...record, status, ...more });

/** The statuses in which each field may change, written out by hand. */
const cells: Readonly<Record<string, readonly string[]>> = {
  occupation: ['open', 'retry', 'approved'],
  firstName: ['open', 'retry'],
  lastName: ['open', 'retry'],
  ssn: ['retry'],
  'employer.name': ['open', 'retry', 'approved'],
  'address.line1': ['open', 'retry', 'approved'],
  'address.state': ['open'],
  'address.country': [],
  'native.preferences': ['open', 'retry', 'approved'],
  'native.settings': ['open'],
};
const values: Readonly<Record<string, unknown>> = {
  ssn: '111223333',
  'native.preferences': { language: 'de' },
  'native.settings': { channel: 'text', region: 'us' },
};

const inputFor = (field: string): object => {
  const [first = '', part] = field.split('.');
  const value = values[field] ?? 'XX';
  if (first === 'native') return { patch: {}, native: { [String(part)]: value } };
  return { patch: { [first]: part === undefined ? value : { [part]: value } } };
};

describe.each(['open', 'retry', 'approved', 'closed', 'unknown', 'paused'])('in %s', (status) => {
  test.each(Object.keys(cells))('%s, in a form and in a plan', (field) => {
    const isOpen = cells[field]?.includes(status) ?? false;
    expect(fieldsFor(goldenPeople, status).find((state) => state.field === field)?.editable).toBe(isOpen);
    const made = make(goldenPeople, { current: as(status), ...inputFor(field) });
    expect(verdicts(made)[field]).toBe(isOpen ? 'send' : 'locked');
    expect(requestOf(made) !== undefined).toBe(isOpen);
  });
});

const bodyOf = (input: object) => requestOf(make(goldenPeople, { onLocked: 'skip', ...input }))?.body;

test.each<[what: string, input: object, body: object | undefined]>([
  [
    'a locked member keeps its own field back, and the others go',
    { current: as('approved'), patch: { occupation: 'Prof', firstName: 'Joan', ssn: '111223333' } },
    { individual: { title: 'Prof', name, tax: { office: 'Ames' } } },
  ],
  [
    'what is not known of an object that is merged is left out',
    { id, status: 'verified', patch: { occupation: 'Prof', firstName: 'Joan' } },
    { individual: { title: 'Prof' } },
  ],
  [
    'an object that is replaced has what is locked as it is stored',
    { current: as('approved'), patch: { address: { city: 'Boone', state: 'MN', country: 'CA' } } },
    { address: { ...address, city: 'Boone' } },
  ],
  [
    'what is only left to be cleared stays too',
    { current: as('approved'), patch: { address: { city: 'Boone', state: null } } },
    { address: { ...address, city: 'Boone' } },
  ],
  [
    'what nobody has need not be there',
    { current: as('approved', { address: { line1: 'x', city: 'Ames' } }), patch: { address: { city: 'Boone' } } },
    { address: { line1: 'x', city: 'Boone' } },
  ],
  [
    'of nobody whose locked members are known, nothing goes',
    { id, status: 'verified', patch: { address: { line1: 'x' } } },
    undefined,
  ],
  [
    'nor of a user who was not read there',
    {
      id,
      status: 'verified',
      current: { address: { line1: 'x', city: 'Ames' } },
      patch: { address: { city: 'Boone' } },
    },
    undefined,
  ],
  [
    'nor of one who was read, without the object',
    { current: as('approved', { address: undefined }), patch: { address: { line1: 'x' } } },
    undefined,
  ],
  [
    'a mask of what is merged stays where it is',
    { current: { ...as('approved'), ssn: { masked: '*****3333' } }, patch: { occupation: 'Prof' } },
    { individual: { title: 'Prof', name, tax: { office: 'Ames' } } },
  ],
  [
    'so it does if the patch has another number that is locked',
    { current: { ...as('approved'), ssn: { masked: '*****3333' } }, patch: { occupation: 'Prof', ssn: '111223333' } },
    { individual: { title: 'Prof', name, tax: { office: 'Ames' } } },
  ],
  [
    'an object of its own that is merged',
    { current: as('approved'), patch: {}, native: { preferences: { language: 'de' } } },
    { preferences: { language: 'de' } },
  ],
  [
    'the same with a locked member as it is',
    { current: as('approved'), patch: {}, native: { preferences: { language: 'de', currency: 'USD' } } },
    { preferences: { language: 'de', currency: 'USD' } },
  ],
  [
    'the same with another',
    { current: as('approved'), patch: {}, native: { preferences: { language: 'de', currency: 'EUR' } } },
    undefined,
  ],
  [
    'the same of nobody who is known',
    { id, status: 'verified', patch: {}, native: { preferences: { language: 'de', currency: 'USD' } } },
    undefined,
  ],
  [
    'a list with a rule',
    { current: as('approved'), patch: {}, native: { preferences: { tags: ['a', 'b'] } } },
    undefined,
  ],
  ['the whole of it', { current: as('approved'), patch: {}, native: { preferences: null } }, undefined],
])('%s', (_, input, body) => {
  expect(bodyOf(input)).toEqual(body);
});

test.each<[what: string, input: object, field: string, message: string]>([
  [
    'a field',
    { current: as('approved'), patch: { firstName: 'Joan' } },
    'firstName',
    'firstName cannot change in this status (Golden, Names); leave it out until the status is unverified or retry.',
  ],
  [
    'a field that never changes',
    { current: as('open'), patch: { address: { country: 'CA' } } },
    'address.country',
    'address.country can never change (Golden, Places); leave it out.',
  ],
  [
    'an object whose locked members nobody knows',
    { id, status: 'verified', patch: { address: { line1: 'x' } } },
    'address.line1',
    'address.line1 is sent without address.state, which cannot change once the user is verified (Golden, Places); pass the user in current, with that.',
  ],
  [
    'an object of the provider’s own',
    { current: as('open'), patch: {}, native: { preferences: { currency: 'EUR' } } },
    'native.preferences',
    'native.preferences changes preferences.currency, which can never change (Golden, Places); send that as the provider has it.',
  ],
])('%s says why', (_, input, field, message) => {
  const { fields } = make(goldenPeople, input);
  expect(fields.find((told) => told.field === field)?.message).toBe(message);
});

test('a locked member that no field stands for holds an object back that would lose it', () => {
  const lines = group(
    ['address.line1', 'address.city'],
    objectOf({
      line1: { field: 'address.line1', codec: text, required: true },
      city: { field: 'address.city', codec: text },
    }),
  );
  const partial = {
    ...goldenPeople,
    rows: { ...goldenPeople.rows, address: lines },
    reader: { ...goldenPeople.reader, rows: { ...goldenPeople.reader.rows, address: lines } },
  };
  const current = toUser(partial, { ...record, status: 'approved' });
  const made = make(partial, { current, patch: { address: { city: 'Boone' } } });
  expect(verdicts(made)).toEqual({ 'address.city': 'locked' });
  const replacing = { ...partial, rules: { ...partial.rules, update: 'replacement' } } as never;
  const replaced = make(replacing, { current, patch: { email: 'a@b.example' } });
  expect(requestOf(replaced)?.body).toMatchObject({ address });
  expect(verdicts(replaced)).toMatchObject({ email: 'send', 'native.address': 'echo' });
  const { native: __, provider: ___, ...unread } = current;
  expect(requestOf(make(replacing, { current: unread, patch: { email: 'a@b.example' } }))).toBeUndefined();
});

const { address: addressRule } = goldenPeople.rules.properties;
const { state: stateRule } = addressRule.members;
const withRules = (more: object) => ({ ...goldenPeople, rules: { ...goldenPeople.rules, ...more } });

test('a locked member that no answer shows holds an object back that would lose it', () => {
  const members = { ...addressRule.members, state: { ...stateRule, hidden: true } };
  const properties = { ...goldenPeople.rules.properties, address: { ...addressRule, members } };
  const current = as('approved', { address: { line1: 'x', country: 'US' } });
  const input = { current, patch: { address: { line1: 'y' } } };
  expect(verdicts(make(goldenPeople, input))).toEqual({ 'address.line1': 'send' });
  expect(verdicts(make(withRules({ properties }) as never, input))).toEqual({ 'address.line1': 'locked' });
});

test.each<[what: string, patch: object, verdicts: object]>([
  ['that nobody changes', { occupation: 'Prof' }, { occupation: 'send', ssn: 'invalid' }],
  ['that is locked', { occupation: 'Prof', ssn: '111223333' }, { occupation: 'send', ssn: 'invalid' }],
])('a mask %s holds an object back that is replaced', (_, patch, want) => {
  const { merges: __, ...individual } = goldenPeople.rules.properties.individual;
  const properties = { ...goldenPeople.rules.properties, individual };
  const current = { ...as('approved'), ssn: { masked: '*****3333' } };
  const made = make(withRules({ properties }) as never, { current, patch, onLocked: 'skip' });
  expect(verdicts(made)).toMatchObject(want);
  expect(requestOf(made)).toBeUndefined();
});

const { tax } = goldenPeople.rules.properties.individual.members;
const { merges: _, ...replacedTax } = tax;
const withTax = withRules({
  properties: {
    ...goldenPeople.rules.properties,
    individual: {
      ...goldenPeople.rules.properties.individual,
      members: { ...goldenPeople.rules.properties.individual.members, tax: replacedTax },
    },
  },
}) as never;

test('what an object that is merged holds, and that is replaced, is sent whole or not at all', () => {
  const current = { ...as('retry'), ssn: { masked: '*****3333' } };
  const input = { current, patch: { occupation: 'Prof' } };
  expect(verdicts(make(goldenPeople, input))).toEqual({ occupation: 'send' });
  expect(verdicts(make(withTax, input))).toEqual({ occupation: 'send', ssn: 'invalid' });
  const unknown = { id, status: 'verified', patch: { employer: { name: 'Boone' } } };
  expect(verdicts(make(goldenPeople, unknown))).toEqual({ 'employer.name': 'send' });
  expect(verdicts(make(withTax, unknown))).toEqual({ 'employer.name': 'locked' });
});

test('what cannot be written holds back all of an object that is merged', () => {
  const made = make(goldenPeople, { current: as('retry'), patch: { occupation: 'Prof', ssn: '12' } });
  expect(verdicts(made)).toEqual({ occupation: 'send', ssn: 'invalid' });
  expect(requestOf(made)).toBeUndefined();
});

test('a locked member without which nothing is written holds all of it back, unless it is known', () => {
  const members = { ...addressRule.members, line1: { updatable: [], sources: [] } };
  const properties = { ...goldenPeople.rules.properties, address: { ...addressRule, members, merges: true } };
  const operation = withRules({ properties }) as never;
  const patch = { address: { line1: 'y', city: 'Boone' } };
  const unknown = make(operation, { id, status: 'verified', patch, onLocked: 'skip' });
  expect(unknown.state).toBe('empty');
  expect(unknown.fields.find(({ field }) => field === 'address.city')?.message).toBe(
    'address.city is written with address.line1, which may not change and is not known; pass it in current.',
  );
  const known = make(operation, { current: as('approved'), patch, onLocked: 'skip' });
  expect(requestOf(known)?.body).toEqual({ address: { ...address, city: 'Boone' } });
});

test('a replacement is not sent without a locked member', () => {
  const replacing = withRules({ update: 'replacement' }) as never;
  const current = { ...as('approved'), address: { line1: 'x' }, provider: 'elsewhere' };
  const { fields, state } = make(replacing, {
    current: { ...current, provider: undefined },
    patch: { email: 'a@b.example' },
  });
  expect(state).toBe('blocked');
  expect(fields).toContainEqual({
    field: 'address.line1',
    verdict: 'missing',
    property: 'address',
    message:
      'address.line1 is sent without address.state, which cannot change once the user is verified (Golden, Places); pass the user in current, with that.',
  });
});

test('a form is told which members of an object are locked', () => {
  const state = fieldsFor(goldenPeople, 'approved').find(({ field }) => field === 'native.preferences');
  expect(state?.lockedMembers).toEqual({
    currency: 'currency can never change (Golden, Places); leave it out.',
    tags: 'tags cannot change once the user is verified (Golden, Places); leave it out.',
  });
});

test('the matrix has a row for each member of an object of the provider’s own', () => {
  const { columns, rows } = makeMatrix([
    { provider: 'golden', operation: goldenPeople as unknown as AnyUserOperation },
  ]);
  expect(columns.map(({ status }) => status)).toEqual(['unverified', 'verified', 'retry', 'closed']);
  const states = Object.fromEntries(rows.map(({ field, cells }) => [field, cells.map(({ state }) => state)]));
  const [yes, no, never] = ['editable', 'locked', 'never'];
  expect(states).toMatchObject({
    occupation: [yes, yes, yes, no],
    firstName: [yes, no, yes, no],
    ssn: [no, no, yes, no],
    'employer.name': [yes, yes, yes, no],
    'address.city': [yes, yes, yes, no],
    'address.state': [yes, no, no, no],
    'address.country': [never, never, never, never],
    'native.preferences': [yes, yes, yes, no],
    'native.preferences.currency': [never, never, never, never],
    'native.preferences.tags': [yes, no, no, no],
    'native.settings': [yes, no, no, no],
    'native.settings.region': [yes, no, no, no],
  });
  const cell = rows.find(({ field }) => field === 'native.preferences.tags')?.cells[1];
  expect(cell?.reason).toBe(
    'native.preferences.tags cannot change once the user is verified (Golden, Places); leave it out.',
  );
});
