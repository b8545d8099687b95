import { type Cell, cellsOf, pages } from '@amend/compiler/testing';
import { type AnyUserOperation, type Patch, planAll, requestOf } from 'amend';
import { describe, expect, test } from 'vitest';
import { type Change, changeOf, mergePatches } from './changes.ts';
import { operationOf } from './providers.ts';

// Every subset of a table's properties, in both statuses, against what the table says about each of them.

const largest = 18;

interface Bit extends Change {
  readonly property: string;
  readonly mayChange: Readonly<Record<Cell['status'], boolean>>;
}

/** One bit for each property that may change at all or has a field; of a list, the kind that a note freezes. */
const bitsOf = (cells: readonly Cell[], operation: AnyUserOperation): readonly Bit[] =>
  [...Map.groupBy(cells, ({ property }) => property).values()].flatMap((own) => {
    const frozen = own.find(({ kind, mayChange }) => kind !== undefined && !mayChange)?.kind;
    const [one, other] = own.filter(({ kind }) => frozen === undefined || kind === frozen);
    if (!one || !other) return [];
    const change = changeOf(operation, one);
    if (change.native && !one.mayChange && !other.mayChange) return [];
    const mayChange = { [one.status]: one.mayChange, [other.status]: other.mayChange } as Bit['mayChange'];
    return [{ ...change, property: one.property, mayChange }];
  });

const tables = await Promise.all(
  pages
    .flatMap((page) => page.tables)
    .filter(({ rows }) => rows)
    .map(async (table) => {
      const operation = await operationOf(table);
      return { name: table.table, operation, bits: bitsOf(cellsOf(table), operation) };
    }),
);

const small = tables.filter(({ bits }) => bits.length <= largest);

test('a table is small enough', () => expect(small.length).toBeGreaterThan(0));

describe.each(small)('$name', ({ operation, bits }) => {
  test.each(['verified', 'unverified'] as const)('all subsets of what may be sent while %s', (status) => {
    const lockedBits = bits.reduce((sum, { mayChange }, index) => (mayChange[status] ? sum : sum | (1 << index)), 0);
    const bitOf = new Map(bits.map(({ property }, index) => [property, 1 << index]));
    const wrong: number[] = [];
    for (let subset = 0; subset < 1 << bits.length; subset++) {
      let patch: Patch = {};
      let native: Record<string, unknown> | undefined;
      for (const [index, bit] of bits.entries()) {
        if ((subset & (1 << index)) === 0) continue;
        patch = mergePatches(patch, bit.patch);
        if (bit.native) native = { ...native, ...bit.native };
      }
      const [plan] = planAll(patch, [{ operation, id: 'x', status, ...(native && { native }) }]);
      let [gotLocked, gotSent] = [0, 0];
      for (const { property = '', verdict } of plan?.fields ?? [])
        if (verdict === 'locked') gotLocked |= bitOf.get(property) ?? -1;
        else if (verdict === 'send') gotSent |= bitOf.get(property) ?? -1;
      const wanted = (subset & lockedBits) !== 0 ? 'blocked' : subset === 0 ? 'empty' : 'ready';
      const isRight =
        gotLocked === (subset & lockedBits) &&
        gotSent === (subset & ~lockedBits) &&
        plan?.state === wanted &&
        Object.keys(requestOf(plan)?.body ?? {}).length === (wanted === 'ready' ? plan.fields.length : 0);
      if (!isRight) wrong.push(subset);
    }
    expect(wrong).toEqual([]);
  });
});
