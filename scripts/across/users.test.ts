import { type AnyUserOperation, requestOf, toUser, type User } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetBusiness, machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';
import { describe, expect, test } from 'vitest';
import { make } from './changes.ts';
import { users as hpay } from './users/hpay.ts';
import { users as ingo } from './users/ingo.ts';
import { users as businesses } from './users/machnet-businesses.ts';
import { users as individuals } from './users/machnet-individuals.ts';
import { users as stilt } from './users/stilt.ts';
import { type UserRecord, userRecords } from './users/user-records.ts';

// Every user in the examples of every contract, as `amend` reads it.

const expected = [...ingo, ...individuals, ...businesses, ...stilt, ...hpay];

const operationFor = ({ provider }: UserRecord, user: User): AnyUserOperation => {
  const updates: Readonly<Record<string, AnyUserOperation>> = {
    ingo: ingoUser.update,
    machnet: user.kind === 'business' ? machnetBusiness.update : machnetIndividual.update,
    stilt: stiltUser.update,
    hpay: hpayUser.patch,
  };
  return updates[provider] as AnyUserOperation;
};

/** An answer with one record, in the provider's envelope. */
const answer = (provider: string, record: unknown): unknown =>
  provider === 'ingo' ? { status: 'success', data: { items: [record] } } : record;

const cases = userRecords.map((entry) => {
  const { id, uuid, updated_at } = entry.record;
  const user = expected.find((one) => one.id === (id ?? uuid) && one.native?.updated_at === updated_at);
  if (!user)
    throw new Error(
      `scripts/across/users has no ${entry.where}; add how it is read to scripts/across/users/${entry.provider}.ts.`,
    );
  return { ...entry, user, operation: operationFor(entry, user) };
});

describe.each(cases)('$where', ({ provider, record, user, operation }) => {
  const read = toUser(operation, answer(provider, record));

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
    const { native } = toUser(operation, answer(provider, { ...record, ...Object.fromEntries(grown), added: 'ZqQz' }));
    expect(native).toMatchObject({ ...Object.fromEntries(grown), added: 'ZqQz' });
  });

  test('what is masked cannot be written back', () => {
    const { ssn, documents } = read;
    const masked = documents?.virtual?.filter(({ number }) => typeof number === 'object') ?? [];
    const patch = { ...(ssn && { ssn }), ...(masked.length > 0 && { documents: { virtual: masked } }) };
    const planned = make(operation, { id: user.id, status: 'unverified', patch });
    const { fields } = planned;
    expect(requestOf(planned)).toBeUndefined();
    for (const { verdict } of fields) expect(['invalid', 'unsupported']).toContain(verdict);
    expect(fields).toHaveLength(Object.keys(patch).length);
  });
});

test('every user of the table stands in an example', () => {
  expect(new Set(cases.map(({ user }) => user))).toEqual(new Set(expected));
});
