import { describe, expect, test } from 'vitest';
import { listSubjects as listAll, oneOf, SetupError } from './provider-list.ts';
import { registryOf } from './registry.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { Users } from './user-operation.ts';

const { listSubjects, findOperations, findOperation } = registryOf({
  golden: { users: async (): Promise<Users> => ({ individual: goldenPerson, business: goldenBusiness }) },
  silver: { users: async (): Promise<Users> => ({ individual: goldenMember }) },
});

test('every kind of user at every provider, and what can be done with it', async () => {
  const subjects = await listSubjects();
  expect(
    subjects.map(({ provider, type, operations }) => [provider, type, ...Object.keys(operations)].join(' ')),
  ).toEqual(['golden individual update', 'golden business update', 'silver individual create update replace']);
});

test.each([
  [{ provider: 'golden' }, 'golden individual update'],
  [{ provider: 'Golden', type: 'BUSINESS' }, 'golden business update'],
  [{ provider: 'silver', operation: 'replace' }, 'silver individual replace'],
  // Unless told otherwise, the update that leaves alone what it does not name.
  [{ provider: 'silver' }, 'silver individual update'],
])('%j is %s', async (asked, want) => {
  const { provider, type, name, operation } = await findOperation(asked);
  expect(`${provider} ${type} ${name}`).toBe(want);
  expect(operation.rules === undefined).toBe(false);
});

test('while the type is not known, each that it may be is told, the usual one first', async () => {
  expect((await findOperations({ provider: 'golden' })).map(({ type }) => type)).toEqual(['individual', 'business']);
  expect((await findOperations({ provider: 'golden', type: 'business' })).map(({ type }) => type)).toEqual([
    'business',
  ]);
});

test('each update says for how long it settles, by all that any contract says', async () => {
  const updates = (await listAll()).flatMap(({ operations }) =>
    Object.values(operations).flatMap(({ rules }) => (rules ? [rules.settle] : [])),
  );
  expect(updates.length).toBeGreaterThan(4);
  expect(updates).toEqual(updates.map(() => expect.any(Number)));
});

describe('a name that nobody has', () => {
  const ssn = '987-65-4321';
  test.each([
    [{ provider: 'goldn' }, 'unknown provider goldn; did you mean golden?'],
    [{ provider: 'platinum' }, 'unknown provider platinum; there are golden, silver.'],
    [{ provider: ssn }, 'unknown provider; there are golden, silver.'],
    [{ provider: 'golden', type: 'busines' }, 'unknown type at golden busines; did you mean business?'],
    [{ provider: 'silver', type: 'company' }, 'unknown type at silver company; there is only individual.'],
    [
      { provider: 'silver', operation: 'remove' },
      'unknown operation at silver remove; there are create, update, replace.',
    ],
  ])('%j', async (asked, message) => {
    await expect(findOperation(asked)).rejects.toThrow(new SetupError(message));
    await expect(findOperations(asked)).rejects.toBeInstanceOf(SetupError);
  });

  test('of a path, its last part will do', () => {
    expect(() => oneOf('field', 'city', ['address.city'])).toThrow('unknown field city; did you mean address.city?');
    expect(() => oneOf('field', 'address', ['address.city'])).toThrow('field address has parts: address.city.');
  });
});
