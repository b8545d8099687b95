import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someFields } from '../test-data/arbitraries.ts';
import { make } from '../test-data/make.ts';
import { anyOperation, everyOperation } from '../test-data/operations.ts';
import { userOf } from './fields.ts';
import { requestOf } from './plan-result.ts';
import { goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';

// Keys that every object seems to have are keys like others: no field, no rule, no status, and nothing to write to.

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'];
const id = 'user_abc123';

/** As `JSON.parse` makes it: with the key as an own property. */
const holding = (key: string, value: unknown): Record<string, unknown> =>
  JSON.parse(`{${JSON.stringify(key)}: ${JSON.stringify(value)}}`);

const expectCleanPrototype = () => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
};

const polluted = { polluted: true, updatable: ['verified'], firstName: 'Mallory', email: 'mallory@example.com' };

test.each(keys)('%s in a patch, in a group, among documents and in native is no field', (key) => {
  for (const [, operation] of everyOperation) {
    const planned = make(operation, {
      id,
      status: key,
      patch: {
        ...holding(key, polluted),
        address: holding(key, polluted),
        documents: { ...holding(key, polluted), virtual: [{ type: key, number: 'A1' }, holding(key, polluted)] },
      },
      native: holding(key, polluted),
      current: { ...holding(key, polluted), verification: key, native: holding(key, polluted) },
    });
    const { fields } = planned;
    expect(fields.filter(({ verdict }) => verdict === 'send' || verdict === 'echo')).toEqual([]);
    expect(requestOf(planned)).toBeUndefined();
    expect(fields).toEqual(expect.arrayContaining([expect.objectContaining({ field: key, verdict: 'invalid' })]));
    expectCleanPrototype();
  }
});

test.each(keys)('%s in an answer changes nothing, and is kept', (key) => {
  for (const [, operation] of everyOperation) {
    const record = {
      ...holding(key, polluted),
      address: holding(key, polluted),
      numbers: [holding(key, polluted)],
      virtual_documents: [holding(key, polluted)],
    };
    // Some providers put it into an envelope.
    const user = toUser(operation, { ...record, items: [record], data: { items: [record] } });
    expect(user.firstName).toBeUndefined();
    expect(Object.getOwnPropertyDescriptor(user.native, key)?.value).toEqual(polluted);
    expectCleanPrototype();
  }
});

test('a user is not read from what it inherits', () => {
  const current = Object.create({ verification: 'unverified', email: 'jane@example.com' });
  const { fields } = make(goldenPerson.update, { id, current, patch: { email: 'jane@example.com' } });
  expect(fields).toMatchObject([
    { field: 'current', verdict: 'invalid' },
    { field: 'email', verdict: 'locked' },
  ]);
});

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

test('with such keys, all else is as without them', () => {
  fc.assert(
    fc.property(anyOperation, someFields, fc.constantFrom(...keys), ([, operation], values, key) => {
      const patch = userOf(values);
      const odd = holding(key, polluted);
      const [plain, mixed] = [
        make(operation, { id, patch }),
        make(operation, { id, patch: { ...odd, ...patch }, current: odd }),
      ];
      expect(mixed.fields.filter(({ field }) => field !== key)).toEqual(plain.fields);
      expect(mixed.state).toBe('blocked');
      expectCleanPrototype();
    }),
    { numRuns: 100 * times },
  );
});
