import { expect, test } from 'vitest';
import { contracts } from '../../../scripts/contracts/contracts.ts';
import { loadContract } from '../../../scripts/generate/read-contract.ts';
import { updateRulesOf } from '../../../scripts/generate/update-rules.ts';
import { business, individual, type Row } from '../test-data/machnet-tables.ts';
import { make } from '../test-data/make.ts';
import type { AnyAction, AnyRules } from './action.ts';
import { machnetBusiness, machnetIndividual } from './providers/machnet.ts';

// One cell of the contract is changed at a time: exactly that cell's verdict must change with it.

const loaded = loadContract(contracts.find(({ name }) => name === 'machnet@v4') as (typeof contracts)[number]);
const statuses = ['unverified', 'verified'] as const;
type Status = (typeof statuses)[number];
type Body = 'IndividualUserUpdate' | 'BusinessUserUpdate';

/** The rules of a contract in which a field is free where it was locked, or locked where it was free. */
const rulesWithout = (body: Body, property: string, status: Status): AnyRules => {
  const document = structuredClone(loaded.document);
  const node = document.components?.schemas?.[body]?.properties?.[property];
  const updatable = node?.['x-updatable'] as Status[] | undefined;
  if (!node || !updatable) throw new Error(`${body}.${property} has no rule.`);
  node['x-updatable'] = statuses.filter((one) => updatable.includes(one) !== (one === status));
  const found = updateRulesOf({ ...loaded, document }).find(({ schemaName }) => schemaName === body);
  return found?.rules as AnyRules;
};

/** The cells in which two actions differ. */
const difference = (rows: readonly Row[], action: AnyAction, changed: AnyAction): string[] =>
  rows.flatMap(({ property, input }) =>
    statuses
      .filter((status) => {
        const [before, after] = [action, changed].map(
          (one) => make(one, { id: 'x', status, ...input }).fields[0]?.verdict,
        );
        return before !== after;
      })
      .map((status) => `${property}, ${status}`),
  );

const tables = [
  ['IndividualUserUpdate', individual, machnetIndividual.update],
  ['BusinessUserUpdate', business, machnetBusiness.update],
] as const;

const cells = tables.flatMap(([body, rows, action]) =>
  rows.flatMap(({ property }) => statuses.map((status) => [body, property, status, rows, action] as const)),
);

test.each(cells)('%s.%s, %s', (body, property, status, rows, action) => {
  const changed: AnyAction = { ...action, rules: rulesWithout(body, property, status) };
  expect(difference(rows, action, changed)).toEqual([`${property}, ${status}`]);
});
