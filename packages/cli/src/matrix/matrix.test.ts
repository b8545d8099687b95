import type { Status } from '@amend/contract';
import { type AnyUserOperation, fieldsFor } from 'amend';
import { hpayUser } from 'amend/hpay';
import { machnetIndividual } from 'amend/machnet';
import { expect, test } from 'vitest';
import { makeMatrix } from './matrix.ts';
import type { State } from './states.ts';
import { loadSubjects } from './subjects.ts';

const matrix = makeMatrix(await loadSubjects());

/** Those whose pages the cases below are from; a further provider has cases of its own. */
const known = ['ingo', 'machnet', 'stilt', 'hpay'];

const cellAt = (column: string, field: string) =>
  matrix.rows
    .find((row) => row.field === field)
    ?.cells.find(({ provider, variant, status }) => [provider, variant, status].filter(Boolean).join(' ') === column);

test('the columns are every update, in every status that its provider holds', () => {
  const columns = matrix.columns.filter(({ provider }) => known.includes(provider));
  expect(columns.map((column) => Object.values(column).join(' '))).toEqual([
    'ingo unverified',
    'ingo verified',
    'machnet individual unverified',
    'machnet individual verified',
    'machnet business unverified',
    'machnet business verified',
    'stilt',
    'hpay replace',
    'hpay patch',
  ]);
});

// Each row: what the provider's own page says.
test.each<[says: string, column: string, field: string, state: State]>([
  ['individual table: email, not verified, Yes', 'machnet individual unverified', 'email', 'editable'],
  ['individual table: email, verified, No', 'machnet individual verified', 'email', 'locked'],
  ['business table: email, verified, Yes', 'machnet business verified', 'email', 'editable'],
  ['individual table: first_name, verified, No', 'machnet individual verified', 'firstName', 'locked'],
  ['business table: first_name is the business’s name', 'machnet business verified', 'businessName', 'locked'],
  ['business table: no last_name', 'machnet business unverified', 'lastName', 'absent'],
  ['individual table: country, not verified, No', 'machnet individual unverified', 'address.country', 'never'],
  ['individual table: country, verified, No', 'machnet individual verified', 'address.country', 'never'],
  ['individual table: SSN, not verified, Yes', 'machnet individual unverified', 'ssn', 'editable'],
  ['individual table: SSN is not updatable once verified', 'machnet individual verified', 'ssn', 'locked'],
  ['individual table: virtual_documents, Conditional', 'machnet individual verified', 'documents.virtual', 'by-kind'],
  ['individual table: physical_documents, Yes', 'machnet individual verified', 'documents.physical', 'editable'],
  ['business table: virtual_documents, verified, No', 'machnet business verified', 'documents.virtual', 'locked'],
  ['business table: physical_documents, Conditional', 'machnet business verified', 'documents.physical', 'by-kind'],
  ['business table: physical_documents, Yes', 'machnet business unverified', 'documents.physical', 'editable'],
  ['individual table: user_scope, verified, No', 'machnet individual verified', 'native.user_scope', 'locked'],
  ['individual table: type, not verified, No', 'machnet individual unverified', 'native.type', 'never'],
  [
    'business table: business_type, not verified, Yes',
    'machnet business unverified',
    'native.business_type',
    'editable',
  ],
  ['the same parameters as on creation, except SSN', 'stilt', 'ssn', 'never'],
  ['the same parameters as on creation', 'stilt', 'dateOfBirth', 'editable'],
  ['app_user_id cannot be changed, and is required', 'hpay replace', 'externalId', 'echo'],
  ['the partial update has no app_user_id', 'hpay patch', 'externalId', 'absent'],
  ['is_active, optional', 'hpay replace', 'active', 'editable'],
  ['user/update has no rules by status', 'ingo verified', 'ssn', 'undocumented'],
  ['user/update has no rules by status', 'ingo unverified', 'phone', 'undocumented'],
  ['user/update has no email', 'ingo verified', 'email', 'absent'],
])('%s: %s, %s is %s', (_, column, field, state) => {
  expect(cellAt(column, field)).toMatchObject({ state });
});

test('a kind of document that is locked is named, with the reason', () => {
  const { lockedKinds = {} } = cellAt('machnet business verified', 'documents.physical') ?? {};
  expect(Object.keys(lockedKinds)).toContain('EIN');
  expect(Object.keys(lockedKinds)).not.toContain('AUDITED_FINANCIALS');
  expect(lockedKinds.EIN).toMatch(/cannot change once the user is verified/);
});

test('no field is lost, and no state says more than the library', async () => {
  const open: readonly State[] = ['editable', 'undocumented', 'by-kind'];
  for (const { operation, provider, variant } of await loadSubjects())
    for (const status of operation.reader.verification ? (['unverified', 'verified'] as const) : [undefined]) {
      const column = [provider, variant, status].filter(Boolean).join(' ');
      for (const { field, editable, reason } of fieldsFor(operation, status ?? 'unknown'))
        expect([field, open.includes(cellAt(column, field)?.state ?? 'absent'), cellAt(column, field)?.reason]).toEqual(
          [field, editable, reason],
        );
    }
});

test('every row has a label and a cell for each column, and every group stands together', () => {
  for (const { label, cells } of matrix.rows) {
    expect(label).not.toBe('');
    expect(cells).toHaveLength(matrix.columns.length);
  }
  const headings = matrix.rows.filter(({ group }, index) => group !== matrix.rows[index - 1]?.group);
  expect(new Set(headings.map(({ group }) => group)).size).toBe(headings.length);
});

/** An update all of whose properties have one rule. */
const ruledBy = (operation: AnyUserOperation, updatable: readonly Status[]): AnyUserOperation => {
  const properties = Object.entries(operation.rules?.properties ?? {}).map(([name, rule]) => [
    name,
    { ...rule, updatable },
  ]);
  return {
    ...operation,
    ...(operation.rules && { rules: { ...operation.rules, properties: Object.fromEntries(properties) } }),
  };
};

const individual = machnetIndividual.update;

test.each<[rule: string, AnyUserOperation, field: string, states: readonly State[]]>([
  ['in both statuses', ruledBy(individual, ['unverified', 'verified']), 'gender', ['editable', 'editable']],
  ['until verified', ruledBy(individual, ['unverified']), 'gender', ['editable', 'locked']],
  ['once verified', ruledBy(individual, ['verified']), 'gender', ['locked', 'editable']],
  ['never', ruledBy(individual, []), 'gender', ['never', 'never']],
  ['never, and it is required', ruledBy(hpayUser.replace, []), 'phone', ['echo']],
  ['never, and it is optional', ruledBy(hpayUser.replace, []), 'email', ['never']],
])('may change %s', (_, operation, field, want) => {
  const { rows } = makeMatrix([{ provider: operation.provider, operation }]);
  expect(rows.find((row) => row.field === field)?.cells.map(({ state }) => state)).toEqual(want);
});

test('at a provider that holds no status, what some status locks is locked', () => {
  const operation: AnyUserOperation = { ...individual, reader: { ...individual.reader, verification: undefined } };
  const { columns, rows } = makeMatrix([{ provider: 'machnet', operation }]);
  expect(columns).toEqual([{ provider: 'machnet' }]);
  expect(rows.find(({ field }) => field === 'email')?.cells).toMatchObject([{ state: 'locked' }]);
});
