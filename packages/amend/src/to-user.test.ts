import { describe, expect, test } from 'vitest';
import { actions } from '../test-data/actions.ts';
import { make } from '../test-data/make.ts';
import { type UserRecord, userRecords } from '../test-data/user-records.ts';
import { users as hpay } from '../test-data/users/hpay.ts';
import { users as ingo } from '../test-data/users/ingo.ts';
import { users as businesses } from '../test-data/users/machnet-businesses.ts';
import { users as individuals } from '../test-data/users/machnet-individuals.ts';
import { users as stilt } from '../test-data/users/stilt.ts';
import type { AnyAction } from './action.ts';
import { requestOf } from './plan-result.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';

const expected = [...ingo, ...individuals, ...businesses, ...stilt, ...hpay];

const actionFor = ({ provider }: UserRecord, user: User): AnyAction => {
  const name = {
    ingo: 'ingo update',
    machnet: `machnet ${user.kind} update`,
    stilt: 'stilt update',
    hpay: 'hpay patch',
  }[provider];
  return actions[name ?? ''] as AnyAction;
};

/** An answer with one record, in the provider's envelope. */
const answer = (provider: string, record: unknown): unknown =>
  provider === 'ingo' ? { status: 'success', data: { items: [record] } } : record;

const cases = userRecords.map((entry) => {
  const { id, uuid, updated_at } = entry.record;
  const user = expected.find((one) => one.id === (id ?? uuid) && one.native?.updated_at === updated_at);
  if (!user)
    throw new Error(
      `test-data/users has no ${entry.where}; add how it is read to test-data/users/${entry.provider}.ts.`,
    );
  return { ...entry, user, action: actionFor(entry, user) };
});

describe.each(cases)('$where', ({ provider, record, user, action }) => {
  const read = toUser(action, answer(provider, record));

  test('is the user that the table says', () => {
    expect(read).toEqual({ provider, ...user });
  });

  test('no word is lost', () => {
    const shown = JSON.stringify(read);
    const words = JSON.stringify(record).match(/(?<=[":, ])[^":,{}[\] ]+(?=["},\] ])/g) ?? [];
    const leaves = words.filter((word) => !/^[a-z_0-9]+$/.test(word) || /^[0-9]+$/.test(word));
    const renamed = ['UNITED', 'STATES', 'null', 'true', 'false'];
    for (const leaf of leaves) if (!renamed.includes(leaf)) expect(shown).toContain(leaf);
  });

  test('what the provider adds, anywhere, is kept in native', () => {
    const isObject = (value: unknown) => typeof value === 'object' && value !== null;
    const nested = Object.entries(record).filter(
      ([, value]) => isObject(value) && Object.values(value as object).length > 0,
    );
    const grown = nested.map(([property, value]) => [
      property,
      Array.isArray(value)
        ? value.map((element) => ({ ...element, added: 'ZqQz' }))
        : { ...(value as object), added: 'ZqQz' },
    ]);
    const { native } = toUser(action, answer(provider, { ...record, ...Object.fromEntries(grown), added: 'ZqQz' }));
    expect(native).toMatchObject({ ...Object.fromEntries(grown), added: 'ZqQz' });
  });

  test('what is masked cannot be written back', () => {
    const { ssn, documents } = read;
    const masked = documents?.virtual?.filter(({ number }) => typeof number === 'object') ?? [];
    const patch = { ...(ssn && { ssn }), ...(masked.length > 0 && { documents: { virtual: masked } }) };
    const planned = make(action, { id: user.id, status: 'unverified', patch });
    const { fields } = planned;
    expect(requestOf(planned)).toBeUndefined();
    for (const { verdict } of fields) expect(['invalid', 'unsupported']).toContain(verdict);
    expect(fields).toHaveLength(Object.keys(patch).length);
  });
});

test('every user of the table stands in an example', () => {
  expect(new Set(cases.map(({ user }) => user))).toEqual(new Set(expected));
});

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

test.each([
  '*****1112',
  'XXX-XX-1112',
  'xxxxx1112',
  '•••••1112',
  '###-##-1112',
  '●●●●1112',
  '＊＊＊1112',
  '…1112',
  '---1112',
])('%s is masked', (number) => {
  const { documents, ssn } = toUser(machnetUpdate, {
    virtual_documents: [{ document_type: 'SSN', document_value: number }],
  });
  expect(documents?.virtual).toEqual([{ type: 'SSN', number: { masked: number } }]);
  expect(ssn).toEqual({ masked: number });
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
