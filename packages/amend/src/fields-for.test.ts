import type { VerificationStatus } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { everyOperation, operations } from '../test-data/operations.ts';
import { type Field, fields, isField } from './fields.ts';
import { explain, fieldsFor } from './fields-for.ts';
import { patchJsonSchema } from './patch-json-schema.ts';
import type { FieldLock } from './rules.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { User } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const statuses: readonly VerificationStatus[] = ['verified', 'unverified', 'unknown'];
const names = Object.keys(fields) as Field[];

describe.each(everyOperation)('%s', (_, operation) => {
  test('a user who shows no status has one that is unknown', () => {
    const { verification }: User = {};
    expect(fieldsFor(operation, verification)).toEqual(fieldsFor(operation, 'unknown'));
    expect(explain(operation, 'email', verification)).toBe(explain(operation, 'email', 'unknown'));
    expect(patchJsonSchema(operation, verification)).toEqual(patchJsonSchema(operation, 'unknown'));
  });

  test('lists the fields that a plan has a place for, in the order of a form, and then the provider’s own', () => {
    const all = fieldsFor(operation, 'unverified').map(({ field }) => field);
    const listed = all.filter((name) => !name.startsWith('native.'));
    expect(listed).toEqual(names.filter((name) => listed.includes(name)));
    const native = Object.entries(operation.rows).flatMap(([name, { is }]) =>
      is === 'native' ? [`native.${name}`] : [],
    );
    expect(all).toEqual([...listed, ...native]);
    const patch = Object.fromEntries(names.map((name) => [name, 'x']));
    const { fields: verdicts } = make(operation, { id: 'user_abc123', patch });
    const unsupported = verdicts.filter(({ verdict }) => verdict === 'unsupported').map(({ field }) => field);
    expect(names.filter((name) => !listed.includes(name)).sort()).toEqual(unsupported.sort());
  });

  test.each(statuses)('%s: each has a label, a schema and a reason, which explain gives too', (status) => {
    for (const { field, label, schema, reason, editable, lock, sources } of fieldsFor(operation, status)) {
      if (isField(field)) expect({ label, schema }).toMatchObject(fields[field]);
      else expect(label).toMatch(/^[A-Z][a-z ]+$/);
      expect(reason).toMatch(editable ? /may (?:change|be set)/ : /can never change|cannot change/);
      expect(explain(operation, field, status)).toBe(reason);
      expect(lock === undefined).toBe(editable);
      if (sources[0]) expect(reason).toContain(sources[0].from);
    }
  });

  test('is JSON, and nothing else', () => {
    const listed = fieldsFor(operation, 'verified');
    expect(JSON.parse(JSON.stringify(listed))).toEqual(listed);
  });
});

test.each([
  ['golden person update', []],
  ['golden member create', ['firstName', 'lastName', 'phone', 'externalId']],
  ['golden member update', []],
  ['golden member replace', ['firstName', 'lastName', 'phone', 'externalId']],
])('%s requires %j', (name, want) => {
  const states = fieldsFor(operations[name] as AnyUserOperation, 'unverified');
  expect(states.filter(({ required }) => required).map(({ field }) => field)).toEqual(want);
});

test.each([
  ['unverified', true],
  ['verified', false],
  ['unknown', false],
] as const)('a property of the provider’s own has its own rule: %s', (status, editable) => {
  const states = fieldsFor(goldenPerson.update, status);
  expect(states.find(({ field }) => field === 'native.scope')).toMatchObject({ label: 'Scope', editable });
  expect(states.find(({ field }) => field === 'native.type')).toMatchObject({ editable: false });
});

test.each([
  [
    goldenPerson.update,
    'email',
    'verified',
    'email cannot change once the user is verified (Golden, Update, persons); leave it out.',
  ],
  [goldenPerson.update, 'email', 'unverified', 'email may change (Golden, Update, persons).'],
  [
    goldenBusiness.update,
    'documents.virtual',
    'unknown',
    "documents.virtual cannot change while it is not known whether the user is verified (Golden, Update, businesses); read the user's status first.",
  ],
  [goldenMember.create, 'email', 'unknown', 'email may be set.'],
  [goldenMember.update, 'gender', 'verified', 'gender has no place at golden.'],
  [
    goldenPerson.update,
    'address.country',
    'unknown',
    'address.country can never change (Golden, Update, persons); leave it out.',
  ],
  [goldenMember.replace, 'externalId', 'unknown', 'externalId can never change (It is so elsewhere.); leave it out.'],
] as const)('explain: %#', (operation, field, status, want) => {
  expect(explain(operation, field, status)).toBe(want);
});

const stateAt = (operation: AnyUserOperation, field: string, status: string) =>
  fieldsFor(operation, status).find((state) => state.field === field);

test.each<[AnyUserOperation, field: string, status: string, lock: FieldLock | undefined]>([
  [goldenPerson.update, 'email', 'verified', { kind: 'status', status: 'verified', allowedIn: ['unverified'] }],
  [goldenPerson.update, 'email', 'DONE', { kind: 'status', status: 'verified', allowedIn: ['unverified'] }],
  [goldenPerson.update, 'email', 'unknown', { kind: 'unknown-status', allowedIn: ['unverified'] }],
  [goldenPerson.update, 'email', 'CLOSED', { kind: 'other-status', status: 'CLOSED', allowedIn: ['unverified'] }],
  [goldenPerson.update, 'address.country', 'verified', { kind: 'never', allowedIn: [] }],
  [goldenPerson.update, 'ssn', 'verified', { kind: 'status', status: 'verified', allowedIn: ['unverified'] }],
  [goldenPerson.update, 'phone', 'verified', undefined],
  [goldenMember.replace, 'externalId', 'verified', { kind: 'never', allowedIn: [] }],
  [goldenMember.create, 'email', 'verified', undefined],
])('a lock for programs: %#', (operation, field, status, lock) => {
  expect(stateAt(operation, field, status)?.lock).toEqual(lock);
});

test('each kind of document that is locked has its own', () => {
  const { kindLocks, lockedKinds } = stateAt(goldenPerson.update, 'documents.virtual', 'verified') ?? {};
  expect(kindLocks).toEqual({ SSN: { kind: 'status', status: 'verified', allowedIn: ['unverified'] } });
  expect(Object.keys(lockedKinds ?? {})).toEqual(['SSN']);
});

test.each<[AnyUserOperation, field: string, property: string, conflicts: readonly string[] | undefined]>([
  [goldenPerson.update, 'email', 'email', ['GOL-1']],
  [goldenPerson.update, 'firstName', 'given_name', undefined],
  [goldenPerson.update, 'employer.name', 'employer.name', undefined],
  [goldenPerson.update, 'ssn', 'numbers', undefined],
  [goldenPerson.update, 'native.scope', 'scope', undefined],
  [goldenMember.update, 'address.postalCode', 'address.zip', ['GOL-2']],
  [goldenMember.update, 'lastName', 'name', ['GOL-2']],
])('where a field stands, and whether sources agree: %#', (operation, field, property, conflicts) => {
  const state = stateAt(operation, field, 'verified');
  expect(state?.property).toBe(property);
  expect(state?.conflicts).toEqual(conflicts);
});
