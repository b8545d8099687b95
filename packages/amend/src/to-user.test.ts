import { expect, test } from 'vitest';
import { actions } from '../test-data/actions.ts';
import type { AnyAction } from './action.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';

// How single answers are read; scripts/across/users.test.ts has those that the contracts show.

const machnetUpdate = actions['machnet individual update'] as AnyAction;

test.each<[name: string, action: string, answer: unknown, want: User]>([
  ['no answer', 'machnet individual update', undefined, { kind: 'individual', verification: 'unknown' }],
  ['a text', 'hpay patch', 'ok', { kind: 'individual' }],
  ['a page without users', 'ingo update', { data: { items: [] } }, { kind: 'individual', verification: 'unknown' }],
  ['an envelope that is none', 'ingo update', { data: { items: 5 } }, { kind: 'individual', verification: 'unknown' }],
  [
    'a page of several users',
    'ingo update',
    { data: { items: [{ id: 'user-1' }, { id: 'user-2' }] } },
    { kind: 'individual', verification: 'unknown' },
  ],
  [
    'a business among consumers',
    'stilt update',
    { user_type: 'BUSINESS' },
    { kind: 'business', native: { user_type: 'BUSINESS' } },
  ],
  [
    'an identifier that is no text',
    'hpay patch',
    { id: { toString: 1 } },
    { kind: 'individual', native: { id: { toString: 1 } } },
  ],
  [
    'a user that says it is a business',
    'machnet individual update',
    { business: true },
    { kind: 'business', verification: 'unknown', native: { business: true } },
  ],
  [
    'an address abroad',
    'stilt update',
    { address: { line_1: '1 Rue', country: 'FRANCE' } },
    { kind: 'individual', address: { line1: '1 Rue' }, native: { address: { line_1: '1 Rue', country: 'FRANCE' } } },
  ],
  [
    'a phone number of another form',
    'hpay patch',
    { phone_number: '2025550142' },
    { kind: 'individual', native: { phone_number: '2025550142' } },
  ],
  [
    'documents that are no list',
    'machnet individual update',
    { virtual_documents: 'none' },
    { kind: 'individual', verification: 'unknown', native: { virtual_documents: 'none' } },
  ],
  ['an empty property', 'hpay patch', { extra: [] }, { kind: 'individual', native: { extra: [] } }],
])('%s', (_, action, given, want) => {
  const { provider, ...user } = toUser(actions[action] as AnyAction, given);
  expect(user).toEqual(want);
  expect(provider).toBe(actions[action]?.provider);
});

test('a masked SSN is masked among the documents and by itself', () => {
  const number = { masked: '*****1112' };
  const { documents, ssn } = toUser(machnetUpdate, {
    virtual_documents: [{ document_type: 'SSN', document_value: number.masked }],
  });
  expect(documents?.virtual).toEqual([{ type: 'SSN', number }]);
  expect(ssn).toEqual(number);
});

test('of several SSNs the one that was added last counts', () => {
  const virtual_documents = ['*****1112', '*****9999'].map((document_value) => ({
    document_type: 'SSN',
    document_value,
  }));
  expect(toUser(actions['machnet individual update'] as AnyAction, { virtual_documents }).ssn).toEqual({
    masked: '*****9999',
  });
});
