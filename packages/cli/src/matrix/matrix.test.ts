import type { Status } from '@amend/contract';
import { type AnyUserOperation, fieldsFor, planAll } from 'amend';
import { loadSubjects, makeMatrix, type State } from 'amend/matrix';
import { providerNames } from 'amend/providers';
import { goldenBusiness, goldenMember, goldenPerson } from 'amend/testing';
import { expect, test } from 'vitest';

const matrix = makeMatrix(await loadSubjects());

const golden = makeMatrix([
  { provider: 'golden', variant: 'individual', operation: goldenPerson.update },
  { provider: 'golden', variant: 'business', operation: goldenBusiness.update },
  { provider: 'silver', variant: 'update', operation: goldenMember.update },
  { provider: 'silver', variant: 'replace', operation: goldenMember.replace },
]);

const cellAt = (column: string, field: string, { rows } = golden) =>
  rows
    .find((row) => row.field === field)
    ?.cells.find(({ provider, variant, status }) => [provider, variant, status].filter(Boolean).join(' ') === column);

test('the columns are every update, in every status that its provider holds', () => {
  expect(golden.columns.map((column) => Object.values(column).join(' '))).toEqual([
    'golden individual unverified',
    'golden individual verified',
    'golden business unverified',
    'golden business verified',
    'silver update',
    'silver replace',
  ]);
  const providers = new Set(matrix.columns.map(({ provider }) => provider));
  expect([...providers]).toEqual([...providerNames]);
});

test.each<[column: string, field: string, state: State]>([
  ['golden individual unverified', 'email', 'editable'],
  ['golden individual verified', 'email', 'locked'],
  ['golden business verified', 'email', 'editable'],
  ['golden business unverified', 'username', 'locked'],
  ['golden business verified', 'businessName', 'locked'],
  ['golden business unverified', 'lastName', 'absent'],
  ['golden individual unverified', 'address.country', 'never'],
  ['golden individual verified', 'address.country', 'never'],
  ['golden individual unverified', 'ssn', 'editable'],
  ['golden individual verified', 'ssn', 'locked'],
  ['golden individual verified', 'documents.virtual', 'by-kind'],
  ['golden individual verified', 'documents.physical', 'editable'],
  ['golden business verified', 'documents.virtual', 'locked'],
  ['golden business verified', 'documents.physical', 'by-kind'],
  ['golden business unverified', 'documents.physical', 'editable'],
  ['golden individual verified', 'native.scope', 'locked'],
  ['golden individual unverified', 'native.type', 'never'],
  ['silver update', 'externalId', 'never'],
  ['silver update', 'dateOfBirth', 'undocumented'],
  ['silver replace', 'externalId', 'echo'],
  ['silver replace', 'dateOfBirth', 'absent'],
  ['silver replace', 'active', 'undocumented'],
])('%s, %s is %s', (column, field, state) => {
  expect(cellAt(column, field)).toMatchObject({ state });
});

test.each([
  ['holds one', goldenPerson.update.reader, ['undocumented', 'undocumented']],
  ['holds none', goldenMember.update.reader, ['undocumented']],
] as const)('without rules by status, what a provider that %s may change is undocumented', (_, reader, want) => {
  const operation: AnyUserOperation = { ...goldenMember.update, reader };
  const { rows } = makeMatrix([{ provider: 'golden', operation }]);
  expect(rows.find(({ field }) => field === 'email')?.cells.map(({ state }) => state)).toEqual(want);
});

test('the matrix says that rules are not stated where a plan says it', async () => {
  for (const { operation, provider, variant } of await loadSubjects()) {
    const [plan] = planAll({}, [{ operation, id: 'u1' }]);
    const cells = matrix.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.provider === provider && cell.variant === variant),
    );
    expect([provider, variant, cells.some(({ state }) => state === 'undocumented')]).toEqual([
      provider,
      variant,
      plan?.notes.some(({ kind }) => kind === 'undocumented'),
    ]);
    expect(cells.some(({ state }) => state === 'editable')).toBe(operation.rules?.documented);
  }
});

test('a kind of document that is locked is named, with the reason', () => {
  const { lockedKinds = {} } = cellAt('golden business verified', 'documents.physical') ?? {};
  expect(Object.keys(lockedKinds)).toEqual(['CHARTER']);
  expect(lockedKinds.CHARTER).toMatch(/cannot change once the user is verified/);
});

test('no field is lost, and no state says more than the library', async () => {
  const open: readonly State[] = ['editable', 'undocumented', 'by-kind'];
  for (const { operation, provider, variant } of await loadSubjects())
    for (const status of operation.reader.verification ? (['unverified', 'verified'] as const) : [undefined]) {
      const column = [provider, variant, status].filter(Boolean).join(' ');
      for (const { field, editable, reason } of fieldsFor(operation, status ?? 'unknown'))
        expect([
          field,
          open.includes(cellAt(column, field, matrix)?.state ?? 'absent'),
          cellAt(column, field, matrix)?.reason,
        ]).toEqual([field, editable, reason]);
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

const individual = goldenPerson.update;

test.each<[rule: string, AnyUserOperation, field: string, states: readonly State[]]>([
  ['in both statuses', ruledBy(individual, ['unverified', 'verified']), 'gender', ['editable', 'editable']],
  ['until verified', ruledBy(individual, ['unverified']), 'gender', ['editable', 'locked']],
  ['once verified', ruledBy(individual, ['verified']), 'gender', ['locked', 'editable']],
  ['never', ruledBy(individual, []), 'gender', ['never', 'never']],
  ['never, and it is required', ruledBy(goldenMember.replace, []), 'phone', ['echo']],
  ['never, and it is optional', ruledBy(goldenMember.replace, []), 'email', ['never']],
])('may change %s', (_, operation, field, want) => {
  const { rows } = makeMatrix([{ provider: operation.provider, operation }]);
  expect(rows.find((row) => row.field === field)?.cells.map(({ state }) => state)).toEqual(want);
});

test('at a provider that holds no status, what some status locks is locked', () => {
  const operation: AnyUserOperation = { ...individual, reader: { ...individual.reader, verification: undefined } };
  const { columns, rows } = makeMatrix([{ provider: 'golden', operation }]);
  expect(columns).toEqual([{ provider: 'golden' }]);
  expect(rows.find(({ field }) => field === 'email')?.cells).toMatchObject([{ state: 'locked' }]);
});
