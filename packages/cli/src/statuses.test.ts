import type { AnyUserOperation } from 'amend';
import { goldenCustomer, goldenPerson } from 'amend/testing';
import { expect, test } from 'vitest';
import { listFields } from './fields/list-fields.ts';
import { readStatus } from './statuses.ts';

const personal = goldenCustomer.personal as unknown as AnyUserOperation;
const person = goldenPerson.update as unknown as AnyUserOperation;

test.each<[word: string, operation: AnyUserOperation, want: string]>([
  ['DONE', person, 'verified'],
  ['CLOSED', person, 'CLOSED'],
  ['verified', personal, 'verified'],
  ['retry', personal, 'retry'],
  ['suspended', personal, 'suspended'],
])('%s is read as a status', (word, operation, want) => {
  expect(readStatus(word, operation)).toBe(want);
});

test('a word that rules mean to tell apart is no status of ours, though it means one', () => {
  const rules = { ...personal.rules, words: { verified2: 'verified' } };
  const verification = { ...personal.reader.verification, verified: ['verified', 'verified2'] };
  const operation = { ...personal, rules, reader: { ...personal.reader, verification } } as AnyUserOperation;
  expect(readStatus('verified2', operation)).toBe('verified2');
});

test('fields are listed for each group of words that rules tell apart', () => {
  const found = { provider: 'golden', type: 'individual', name: 'update', operation: personal };
  const told = listFields(found as never, undefined).statuses.map(({ status, fields }) => [
    status,
    fields.filter(({ editable }) => editable).length,
  ]);
  expect(told).toEqual([
    ['unverified', 3],
    ['verified', 8],
    ['retry', 10],
    ['document, kba, suspended, deactivated', 0],
  ]);
});
