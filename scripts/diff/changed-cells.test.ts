import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contracts, modelOf, parseContract, readFile, readModel } from '@amend/compiler/read';
import { golden, goldenStatuses, goldenText } from '@amend/compiler/testing';
import type { Status } from '@amend/contract';
import { type AnyUserOperation, fieldsFor } from 'amend';
import { listSubjects } from 'amend/providers';
import { expect, test } from 'vitest';
import { type Cell, changedCells } from './changed-cells.ts';
import { mappingPath, noMapping, readMapping } from './mapping.ts';
import { statuses } from './rule-words.ts';

const listed = await listSubjects();

/** Every update, as the matrix names it. */
const updates = new Map(
  listed.flatMap(({ provider, type, operations }) => {
    const others = listed.filter((each) => each.provider === provider);
    const verbs = Object.keys(operations).filter((verb) => verb !== 'create');
    return verbs.map((verb): [string, AnyUserOperation | undefined] => [
      [provider, ...(others.length > 1 ? [type] : []), ...(verbs.length > 1 ? [verb] : [])].join(' '),
      operations[verb],
    ]);
  }),
);

/** What the matrix says. */
const cellOf = (operation: AnyUserOperation, field: string, status: Status): Cell => {
  const stateIn = (one: Status | 'unknown') => fieldsFor(operation, one).find((state) => state.field === field);
  const state = stateIn(operation.reader.verification ? status : 'unknown');
  if (!state) return '-';
  if (state.editable) return state.lockedKinds ? 'kind' : operation.rules?.documented ? 'yes' : 'yes*';
  if (statuses.some((one) => stateIn(one)?.editable)) return 'lock';
  return state.required ? 'echo' : 'never';
};

const mappingOf = (provider: string) =>
  readMapping(readFileSync(fileURLToPath(new URL(`../../${mappingPath(provider)}`, import.meta.url)), 'utf8')) ??
  noMapping;

const rows = contracts.flatMap(({ name, provider }) => {
  const model = readModel(name);
  const mapping = mappingOf(provider);
  return changedCells({ model: { ...model, operations: [] }, mapping }, { model, mapping });
});

test.each([...updates])('%s: of every field, the cells are those of the matrix', (subject, operation) => {
  if (!operation) throw new Error('There is no such update.');
  const fields = fieldsFor(operation, 'unknown').map(({ field }) => field);
  const own = rows.filter((row) => row.subject === subject);
  expect(own.map(({ field }) => field).toSorted()).toEqual(fields.toSorted());
  for (const { field, is } of own)
    expect(is, field).toEqual({
      unverified: cellOf(operation, field, 'unverified'),
      verified: cellOf(operation, field, 'verified'),
    });
});

const read = (text: string, mapping = noMapping) => ({ model: modelOf(parseContract(golden, text)), mapping });

test('only what differs is told, and what is gone', () => {
  const before = read(goldenText);
  const after = read(goldenText.replace('x-updatable: [unverified]', 'x-updatable: []'));
  expect(changedCells(before, after)).toEqual([
    {
      subject: 'golden PersonUpdate',
      field: 'name',
      was: { unverified: 'yes', verified: 'lock' },
      is: { unverified: 'never', verified: 'never' },
    },
  ]);
  expect(changedCells(before, before)).toEqual([]);
  const gone = changedCells(before, { ...before, model: { ...before.model, operations: [] } });
  expect(gone.find(({ field }) => field === 'documents')).toEqual({
    subject: 'golden PersonUpdate',
    field: 'documents',
    was: { unverified: 'yes', verified: 'kind' },
    is: { unverified: '-', verified: '-' },
  });
});

test('a property that is renamed in contract and mapping is the same field', () => {
  const mappingOf = (property: string) => ({
    ...noMapping,
    actions: {
      'goldenUser.update': {
        operation: 'updateUser',
        answer: {},
        rows: { ssn: { is: 'native' }, [property]: { is: 'fields', fields: ['documents'] } },
      },
    },
  });
  const after = goldenText
    .replaceAll('        documents:\n', '        papers:\n')
    .replaceAll('[documents]', '[papers]');
  expect(changedCells(read(goldenText, mappingOf('documents')), read(after, mappingOf('papers')))).toEqual([]);
});

test('a word that rules name has a cell of its own', () => {
  const text = readFile(goldenStatuses.path);
  const readStatuses = (contract: string) => ({
    model: modelOf(parseContract(goldenStatuses, contract)),
    mapping: noMapping,
  });
  const after = text.replace(
    'phone: { type: string, x-updatable: [verified]',
    'phone: { type: string, x-updatable: [retry]',
  );
  expect(after).not.toBe(text);
  const [changed, ...others] = changedCells(readStatuses(text), readStatuses(after));
  expect(others).toEqual([]);
  const held = { document: 'lock', kba: 'lock', suspended: 'lock', deactivated: 'lock' };
  expect(changed).toMatchObject({
    was: { unverified: 'lock', verified: 'yes', retry: 'lock', ...held },
    is: { unverified: 'lock', verified: 'lock', retry: 'yes', ...held },
  });
});
