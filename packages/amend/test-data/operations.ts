import fc from 'fast-check';
import { providers } from '../src/provider-list.ts';
import { goldenBusiness, goldenMember, goldenPerson } from '../src/testing/golden-user.ts';
import type { AnyUserOperation, Users } from '../src/user-operation.ts';

const golden: Users = { person: goldenPerson, business: goldenBusiness, member: goldenMember };

const mapped = await Promise.all(
  Object.entries(providers).map(async ([name, { users }]) => [name, await users()] as const),
);

/** Every operation that a plan can be made for, of the made-up provider too: `golden person update`. */
export const operations: Readonly<Record<string, AnyUserOperation>> = Object.fromEntries(
  [['golden', golden] as const, ...mapped].flatMap(([provider, users]) =>
    Object.entries(users).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, operation]) => [`${provider} ${type} ${name}`, operation]),
    ),
  ),
);

export const everyOperation = Object.entries(operations);

/** Any operation: a tuple that a counterexample shows by its name alone. */
export const anyOperation = fc
  .constantFrom(...everyOperation)
  .map(([name, operation]) => Object.assign([name, operation] as const, { [fc.toStringMethod]: () => name }));
