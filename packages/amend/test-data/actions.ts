import fc from 'fast-check';
import type { AnyAction, Users } from '../src/action.ts';
import { providers } from '../src/provider-list.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './golden-user.ts';

const golden: Users = { person: goldenPerson, business: goldenBusiness, member: goldenMember };

const mapped = await Promise.all(
  Object.entries(providers).map(async ([name, { users }]) => [name, await users()] as const),
);

/** Every action that a plan can be made for, of the made-up provider too: `golden person update`. */
export const actions: Readonly<Record<string, AnyAction>> = Object.fromEntries(
  [['golden', golden] as const, ...mapped].flatMap(([provider, users]) =>
    Object.entries(users).flatMap(([type, operations]) =>
      Object.entries(operations).map(([operation, action]) => [`${provider} ${type} ${operation}`, action]),
    ),
  ),
);

export const everyAction = Object.entries(actions);

/** Any action: a tuple that a counterexample shows by its name alone. */
export const anyAction = fc
  .constantFrom(...everyAction)
  .map(([name, action]) => Object.assign([name, action] as const, { [fc.toStringMethod]: () => name }));
