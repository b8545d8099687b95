import { contracts, loadContract, updateRulesOf } from '@amend/compiler/read';
import { type Cell, cellsOf, type KnownStatus, pages, type Table } from '@amend/compiler/testing';
import { type AnyUserOperation, planAll } from 'amend';
import { expect, test } from 'vitest';
import { changeOf } from './changes.ts';
import { operationOf } from './providers.ts';

// One cell of a contract is changed at a time: exactly that cell's verdict must change with it.

const statuses = ['unverified', 'verified'] as const;

const loadedContracts = new Map(contracts.map((contract) => [contract.name, loadContract(contract)]));

/** The rules of a contract in which a property is free where it was locked, or locked where it was free. */
const rulesWithout = (table: Table, property: string, status: KnownStatus): AnyUserOperation['rules'] => {
  const loaded = loadedContracts.get(table.contract);
  if (!loaded) throw new Error(`No contract is called ${table.contract}.`);
  const document = structuredClone(loaded.document);
  const node = document.components?.schemas?.[table.body]?.properties?.[property];
  const updatable = node?.['x-updatable'] as KnownStatus[] | undefined;
  if (!node || !updatable) throw new Error(`${table.body}.${property} has no rule.`);
  node['x-updatable'] = statuses.filter((one) => updatable.includes(one) !== (one === status));
  const found = updateRulesOf({ ...loaded, document }).find(({ schemaName }) => schemaName === table.body);
  return found?.rules as AnyUserOperation['rules'];
};

/** A cell for each property and status; of a list, of a kind that no note freezes. */
const cellsByProperty = (table: Table): readonly Cell[] =>
  Object.values(Object.groupBy(cellsOf(table), ({ property, status }) => `${property} ${status}`)).flatMap(
    (cells) => cells?.find(({ mayChange }) => mayChange) ?? cells?.[0] ?? [],
  );

/** The cells in which two operations differ. */
const difference = (table: Table, operation: AnyUserOperation, changed: AnyUserOperation): string[] =>
  cellsByProperty(table)
    .filter((cell) => {
      const { patch, native } = changeOf(operation, cell);
      const account = { id: 'x', status: cell.status, ...(native && { native }) };
      const [before, after] = planAll(patch, [
        { ...account, operation },
        { ...account, operation: changed },
      ]);
      return before?.fields[0]?.verdict !== after?.fields[0]?.verdict;
    })
    .map(({ property, status }) => `${property}, ${status}`);

const cells = await Promise.all(
  pages.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      cellsByProperty(table).map(
        async ({ property, status }) => [table.body, property, status, table, await operationOf(table)] as const,
      ),
    ),
  ),
);

test('there are cells', () => expect(cells.length).toBeGreaterThan(0));

test.each(cells)('%s.%s, %s', (_, property, status, table, operation) => {
  const changed: AnyUserOperation = { ...operation, rules: rulesWithout(table, property, status) };
  expect(difference(table, operation, changed)).toEqual([`${property}, ${status}`]);
});
