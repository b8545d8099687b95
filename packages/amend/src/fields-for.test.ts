import { describe, expect, test } from 'vitest';
import { actions, everyAction } from '../test-data/actions.ts';
import { make } from '../test-data/make.ts';
import type { AnyAction } from './action.ts';
import { type Field, fields, isField } from './fields.ts';
import { explain, fieldsFor } from './fields-for.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetBusiness, machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';
import type { PlanStatus } from './rules.ts';

const statuses: readonly PlanStatus[] = ['verified', 'unverified', 'unknown'];
const names = Object.keys(fields) as Field[];

describe.each(everyAction)('%s', (_, action) => {
  test('lists the fields that a plan has a place for, in the order of a form, and then the provider’s own', () => {
    const all = fieldsFor(action, 'unverified').map(({ field }) => field);
    const listed = all.filter((name) => !name.startsWith('native.'));
    expect(listed).toEqual(names.filter((name) => listed.includes(name)));
    const native = Object.entries(action.rows).flatMap(([name, { is }]) => (is === 'native' ? [`native.${name}`] : []));
    expect(all).toEqual([...listed, ...native]);
    const patch = Object.fromEntries(names.map((name) => [name, 'x']));
    const { fields: verdicts } = make(action, { id: 'user_abc123', patch });
    const unsupported = verdicts.filter(({ verdict }) => verdict === 'unsupported').map(({ field }) => field);
    expect(names.filter((name) => !listed.includes(name)).sort()).toEqual(unsupported.sort());
  });

  test.each(statuses)('%s: each has a label, a schema and a reason, which explain gives too', (status) => {
    for (const { field, label, schema, reason, editable } of fieldsFor(action, status)) {
      if (isField(field)) expect({ label, schema }).toEqual(fields[field]);
      else expect({ label, schema }).toEqual({ label: expect.stringMatching(/^[A-Z][a-z ]+$/), schema: {} });
      expect(reason).toMatch(editable ? /may (?:change|be set)/ : /can never change|cannot change/);
      expect(explain(action, field, status)).toBe(reason);
    }
  });

  test('is JSON, and nothing else', () => {
    const listed = fieldsFor(action, 'verified');
    expect(JSON.parse(JSON.stringify(listed))).toEqual(listed);
  });
});

test.each([
  ['machnet individual create', ['firstName', 'lastName', 'phone']],
  ['machnet individual update', []],
  ['machnet business create', ['businessName', 'phone']],
  ['ingo update', []],
  [
    'stilt create',
    [
      'firstName',
      'lastName',
      'email',
      'phone',
      'dateOfBirth',
      'address.line1',
      'address.city',
      'address.state',
      'address.postalCode',
      'address.country',
      'ssn',
    ],
  ],
  ['stilt update', []],
  ['hpay replace', ['firstName', 'lastName', 'phone', 'externalId']],
  ['hpay patch', []],
])('%s requires %j', (name, want) => {
  const states = fieldsFor(actions[name] as AnyAction, 'unverified');
  expect(states.filter(({ required }) => required).map(({ field }) => field)).toEqual(want);
});

test.each([
  ['unverified', true],
  ['verified', false],
  ['unknown', false],
] as const)('a property of the provider’s own has the rules of its page: %s', (status, editable) => {
  const states = fieldsFor(machnetIndividual.update, status);
  expect(states.find(({ field }) => field === 'native.user_scope')).toMatchObject({ label: 'User scope', editable });
  expect(states.find(({ field }) => field === 'native.type')).toMatchObject({ editable: false });
});

test.each([
  [
    machnetIndividual.update,
    'email',
    'verified',
    'email cannot change once the user is verified (Machnet, Update User, updatable fields for send user (individual)); leave it out.',
  ],
  [
    machnetIndividual.update,
    'email',
    'unverified',
    'email may change (Machnet, Update User, updatable fields for send user (individual)).',
  ],
  [
    machnetBusiness.update,
    'documents.virtual',
    'unknown',
    "documents.virtual cannot change while it is not known whether the user is verified (Machnet, Update User, updatable fields for send user (business)); read the user's status first.",
  ],
  [machnetIndividual.create, 'email', 'unknown', 'email may be set.'],
  [ingoUser.update, 'email', 'verified', 'email has no place at ingo.'],
  [stiltUser.update, 'ssn', 'unknown', 'ssn can never change (Stilt, Update a user, introduction); leave it out.'],
  [
    hpayUser.replace,
    'externalId',
    'unknown',
    'externalId can never change (HPay, Update User, Body Parameters and closing note); leave it out.',
  ],
] as const)('explain: %#', (action, field, status, want) => {
  expect(explain(action, field, status)).toBe(want);
});
