import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someFields, status } from '../test-data/arbitraries.ts';
import { anyOperation, operations } from '../test-data/operations.ts';
import { userOf } from './fields.ts';
import { fieldsFor } from './fields-for.ts';
import { fieldsForAll } from './fields-for-all.ts';
import { type Account, planAll } from './plan.ts';
import type { Patch } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const at = (name: string): AnyUserOperation => operations[name] as AnyUserOperation;

const accounts = [
  { operation: at('machnet individual update'), id: 'x', status: 'verified' },
  { operation: at('stilt individual update'), id: 'x', status: 'unknown' },
  { operation: at('ingo individual update'), current: { provider: 'ingo', id: 'x', verification: 'verified' } },
] as const satisfies readonly Account[];
const shared = fieldsForAll(accounts);

test.each([
  ['email', ['machnet', 'stilt']],
  ['phone', ['machnet', 'stilt', 'ingo']],
  ['ssn', ['machnet', 'stilt', 'ingo']],
  ['username', ['ingo']],
])('%s is locked by those who lock it, of %j', (field, places) => {
  const lockedBy = accounts.flatMap(({ operation, ...standing }) => {
    const status = 'status' in standing ? standing.status : standing.current.verification;
    const state = fieldsFor(operation, status).find((one) => one.field === field);
    return state?.editable === false ? [operation.provider] : [];
  });
  const found = shared.find((state) => state.field === field);
  expect(found).toMatchObject({ lockedBy, editable: lockedBy.length === 0 });
  expect(found?.places.map(({ provider }) => provider)).toEqual(places);
});

test('some lock what others do not', () => {
  expect(new Set(shared.map(({ lockedBy }) => lockedBy.length)).size).toBeGreaterThan(2);
});

test('what is typed once has to fit everywhere', () => {
  const schemaOf = (field: string) => shared.find((state) => state.field === field)?.schema;
  expect(schemaOf('address.postalCode')).toEqual({
    type: 'string',
    allOf: [{ type: 'string', pattern: '^[0-9]{5}$', maxLength: 5 }],
  });
  expect(schemaOf('email')).toEqual({ type: 'string', format: 'email' });
});

test('one that needs a field makes it needed', () => {
  const [update, replace] = [at('golden member update'), at('golden member replace')].map((operation) => ({
    operation,
  }));
  const neededBy = (accounts: readonly Account[]) =>
    fieldsForAll(accounts).flatMap(({ field, required }) => (required ? [field] : []));
  expect(neededBy([update as Account])).toEqual([]);
  expect(neededBy([update, replace] as Account[])).toEqual(['firstName', 'lastName', 'phone', 'externalId']);
});

test('of a user who cannot be read whole the status is not known', () => {
  const current = { id: 'x', externalId: new Date(0) as never };
  const [email] = fieldsForAll([{ operation: at('golden person update'), status: 'unverified', current }]).filter(
    ({ field }) => field === 'email',
  );
  expect(email?.places[0]?.lock).toMatchObject({ kind: 'unknown-status' });
});

test('a field that only a provider has is not of all, and one that nobody has not there', () => {
  expect(shared.some(({ field }) => field.startsWith('native.') || field === 'businessName')).toBe(false);
  expect(fieldsForAll([])).toEqual([]);
});

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

test('it says what each provider says, and locks what a plan for all of them does not send', () => {
  const account = fc.record({
    operation: anyOperation.map(([, operation]) => operation),
    status,
  }) as fc.Arbitrary<Account>;
  fc.assert(
    fc.property(fc.array(account, { minLength: 1, maxLength: 4 }), someFields, (accounts, given) => {
      const all = fieldsForAll(accounts.map((one) => ({ ...one, id: 'x' })));
      for (const { field, places, lockedBy } of all) {
        const own = accounts.flatMap(({ operation, status: word = 'unknown' }) =>
          fieldsFor(operation, word).flatMap((state) =>
            state.field === field ? [{ ...state, provider: operation.provider }] : [],
          ),
        );
        expect(places).toEqual(own);
        if (!given.has(field) || field.startsWith('documents.')) continue;
        const plans = planAll(
          userOf([[field, given.get(field)]]) as Patch,
          accounts.map((one) => ({ ...one, id: 'x' })),
        );
        const locking = plans.filter(({ fields }) =>
          fields.some((told) => told.field === field && told.verdict === 'locked'),
        );
        for (const { provider } of locking) expect(lockedBy).toContain(provider);
      }
    }),
    { numRuns: 8 * times },
  );
});
