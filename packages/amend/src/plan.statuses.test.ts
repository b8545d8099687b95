import { describe, expect, test } from 'vitest';
import { make, verdicts } from '../test-data/make.ts';
import { fieldsFor } from './fields-for.ts';
import { makeMatrix } from './matrix.ts';
import { goldenCustomer } from './testing/golden-statuses.ts';
import { toUser } from './to-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// Dwolla's published rules, written out by hand: which fields may change in which of its statuses.

const { personal, business } = goldenCustomer;
const id = 'c-1';

const cells: Readonly<Record<string, readonly string[]>> = {
  firstName: ['unverified', 'retry'],
  lastName: ['unverified', 'retry'],
  email: ['unverified', 'retry', 'verified'],
  phone: ['verified'],
  'address.line1': ['retry', 'verified'],
  'address.line2': ['verified'],
  'address.city': ['retry', 'verified'],
  'address.state': ['retry', 'verified'],
  'address.postalCode': ['retry', 'verified'],
  dateOfBirth: ['retry'],
  ssn: ['retry'],
  'native.ipAddress': ['retry', 'verified'],
};
const statuses = [
  'unverified',
  'retry',
  'document',
  'kba',
  'verified',
  'suspended',
  'deactivated',
  'unknown',
  'paused',
];
const values: Readonly<Record<string, string>> = { dateOfBirth: '1990-01-31', ssn: '111223333', phone: '+12105550132' };

const inputFor = (field: string): object => {
  const [first = '', part] = field.split('.');
  const value = values[field] ?? 'new';
  return part === undefined
    ? { patch: { [first]: value } }
    : first === 'native'
      ? { patch: {}, native: { [part]: value } }
      : { patch: { [first]: { [part]: value } } };
};

describe.each(statuses)('in %s', (status) => {
  const open = Object.keys(cells).filter((field) => cells[field]?.includes(status));

  test('fields are editable as the pages say', () => {
    const editable = fieldsFor(personal, status).filter((state) => state.editable);
    expect(editable.map(({ field }) => field).sort()).toEqual(open.toSorted());
  });

  test.each(Object.keys(cells))('a plan for %s, by the status and by the user', (field) => {
    const want = { [field]: open.includes(field) ? 'send' : 'locked' };
    const input = inputFor(field);
    expect(verdicts(make(personal, { id, status, ...input }))).toEqual(want);
    expect(verdicts(make(personal, { current: toUser(personal, { id, status }), ...input }))).toEqual(want);
  });
});

test.each<[name: string, input: object, verdict: string]>([
  [
    'the word beside the user of that word',
    { status: 'retry', current: toUser(personal, { id, status: 'retry' }) },
    'send',
  ],
  [
    'the word beside a user of another',
    { status: 'retry', current: toUser(personal, { id, status: 'kba' }) },
    'locked',
  ],
  [
    'the word beside a user who is said to be verified',
    { id, status: 'retry', current: { verification: 'verified' } },
    'locked',
  ],
  ['the word in a list', { id, status: ['retry'] }, 'locked'],
  ['another case of it', { id, status: 'RETRY' }, 'locked'],
])('%s', (_, input, verdict) => {
  expect(verdicts(make(personal, { ...input, patch: { ssn: '111223333' } }))).toEqual({ ssn: verdict });
});

const at = 'https://github.com/Dwolla/dwolla-openapi';

test.each<[field: string, status: string, reason: string]>([
  [
    'ssn',
    'verified',
    `ssn cannot change in this status (${at} RetryVerifiedPersonal); leave it out until the status is retry.`,
  ],
  [
    'firstName',
    'verified',
    `firstName cannot change in this status (${at} UpdateUnverifiedAndReceiveOnly); leave it out until the status is unverified or retry.`,
  ],
  [
    'phone',
    'retry',
    `phone cannot change while the user is neither verified nor unverified (${at} UpdateVerifiedPersonal); leave it out for as long as the provider says retry.`,
  ],
  [
    'ssn',
    'unknown',
    `ssn cannot change while it is not known whether the user is verified (${at} RetryVerifiedPersonal); read the user's status first.`,
  ],
  [
    'ssn',
    'suspended',
    `ssn cannot change in this status, as nothing can (${at} RetryVerifiedPersonal); leave it out for as long as the provider says suspended.`,
  ],
])('%s in %s says why', (field, status, reason) => {
  expect(fieldsFor(personal, status).find((state) => state.field === field)?.reason).toBe(reason);
});

test('for programs, a lock names the word and the statuses in which it opens', () => {
  const lockOf = (field: string, status: string) =>
    fieldsFor(personal, status).find((state) => state.field === field)?.lock;
  expect(lockOf('firstName', 'verified')).toEqual({
    kind: 'status',
    status: 'verified',
    allowedIn: ['unverified', 'retry'],
  });
  expect(lockOf('ssn', 'suspended')).toEqual({ kind: 'other-status', status: 'suspended', allowedIn: ['retry'] });
});

test('the matrix has a column for each group of words that rules tell apart', () => {
  const subject = (operation: object) => ({ provider: 'golden', operation: operation as AnyUserOperation });
  const { columns, rows } = makeMatrix([subject(personal), subject(business)]);
  const names = ['unverified', 'verified', 'retry', 'document, kba, suspended, deactivated'];
  expect(columns.map(({ status }) => status)).toEqual([...names, ...names]);
  const rowOf = (field: string) =>
    rows
      .find((row) => row.field === field)
      ?.cells.slice(0, 4)
      .map(({ state }) => state);
  expect(rowOf('email')).toEqual(['editable', 'editable', 'editable', 'locked']);
  expect(rowOf('ssn')).toEqual(['locked', 'locked', 'editable', 'locked']);
  expect(rowOf('phone')).toEqual(['locked', 'editable', 'locked', 'locked']);
});
