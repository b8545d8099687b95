import type { AnyUserOperation } from 'amend';
import { goldenCustomer, goldenPerson } from 'amend/testing';
import { expect, test } from 'vitest';
import { cellsOf, isStanding, keyOf, standingsOf } from './cells.ts';

const checked = (operation: unknown) => ({
  type: 'individual',
  name: 'update',
  operation: operation as AnyUserOperation,
});
const personal = checked(goldenCustomer.personal);

test('each status that rules tell apart is tried, by one word', () => {
  const words = ({ operation }: typeof personal) => standingsOf(operation).map(({ status, word }) => [status, word]);
  expect(words(checked(goldenPerson.update))).toEqual([
    ['unverified', 'OPEN'],
    ['verified', 'DONE'],
    ['neither', 'CLOSED'],
  ]);
  expect(words(personal)).toEqual([
    ['unverified', 'unverified'],
    ['verified', 'verified'],
    ['neither', 'retry'],
    ['frozen', 'document'],
  ]);
});

test('a cell is judged, and found again, by the word that a rule names', () => {
  const cells = standingsOf(personal.operation).flatMap((standing) => cellsOf(personal, standing));
  const ofSsn = cells.filter(({ property }) => property === 'ssn');
  expect(ofSsn.map((cell) => [keyOf(cell), cell.allowed])).toEqual([
    ['individual/update/unverified/ssn', false],
    ['individual/update/verified/ssn', false],
    ['individual/update/retry/ssn', true],
    ['individual/update/frozen/ssn', false],
  ]);
  expect(ofSsn[1]?.contract).toBe('cannot change in this status');
});

test('a user stands so by any word that rules do not tell from it', () => {
  const [, , retry, frozen] = standingsOf(personal.operation);
  if (!retry || !frozen) return expect.fail('There is no such standing.');
  expect(['retry', 'unverified', undefined].map((word) => isStanding(retry, word))).toEqual([true, false, false]);
  expect(['document', 'kba', 'retry'].map((word) => isStanding(frozen, word))).toEqual([true, true, false]);
  expect(isStanding({ status: 'unknown' }, undefined)).toBe(true);
});
