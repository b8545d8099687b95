import { expect, test } from 'vitest';
import { individual, type Row } from '../../test-data/machnet-tables.ts';
import { plan } from '../plan.ts';
import type { Patch } from '../user.ts';
import { machnetIndividual } from './machnet.ts';

// Every subset of the individual's fields, in both statuses, against what the page's table says about each field.
// `type` is left out, which never changes; the virtual document is an SSN, the kind that is conditional.

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const conditional = { field: 'ssn', input: { patch: { ssn: '111223333' } } };
const rows: readonly Row[] = individual
  .filter(({ property }) => property !== 'type')
  .map((row) => (row.verified === 'Conditional' ? { ...row, ...conditional } : row));

const address = rows.flatMap(({ input }, index) => (input.patch.address ? [index] : []));

/** The patch that sets the fields whose bits are set. */
const inputOf = (subset: number): { patch: Patch; native?: { user_scope: string } } => {
  const patch: Record<string, unknown> = {};
  let native: { user_scope: string } | undefined;
  for (const [index, { input }] of rows.entries()) {
    if ((subset & (1 << index)) === 0) continue;
    if (input.native) native = { user_scope: 'ARTS_ENTERTAINMENT' };
    else if (address.includes(index)) patch.address = { ...(patch.address as object), ...input.patch.address };
    else Object.assign(patch, input.patch);
  }
  return { patch, ...(native && { native }) };
};

const bitOf = new Map(rows.map(({ field }, index) => [field, 1 << index]));
const lockedBits = (isLocked: (row: Row) => boolean): number =>
  rows.reduce((bits, row, index) => (isLocked(row) ? bits | (1 << index) : bits), 0);

test.each([
  ['verified', lockedBits(({ verified }) => verified !== 'Yes')],
  ['unverified', lockedBits(({ notVerified }) => notVerified !== 'Yes')],
] as const)('all 2^18 subsets of a %s individual’s fields', (status, locked) => {
  expect(rows).toHaveLength(18);
  const wrong: number[] = [];
  for (let subset = 0; subset < 1 << 18; subset++) {
    const { fields, state, request } = plan(machnetIndividual.update, { id, status, ...inputOf(subset) } as never);
    let [gotLocked, gotSent] = [0, 0];
    for (const { field, verdict } of fields)
      if (verdict === 'locked') gotLocked |= bitOf.get(field) ?? -1;
      else if (verdict === 'send') gotSent |= bitOf.get(field) ?? -1;
    const wanted = (subset & locked) !== 0 ? 'blocked' : subset === 0 ? 'empty' : 'ready';
    const isRight =
      gotLocked === (subset & locked) &&
      gotSent === (subset & ~locked) &&
      state === wanted &&
      Object.keys(request?.body ?? {}).length === (wanted === 'ready' ? fields.length : 0);
    if (!isRight) wrong.push(subset);
  }
  expect(wrong).toEqual([]);
});
