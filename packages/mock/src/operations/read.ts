import { refuse } from '../problem.ts';
import type { Call, Handler } from '../provider.ts';
import type { Answer } from '../service.ts';
import type { StoredUser } from '../store.ts';

/** Finds the user whom a call is about: by the last parameter of its path, or by what its body says the user is. */
export const userOf = ({ operation, params, roles, users }: Call): StoredUser | undefined => {
  const named = Object.keys(roles).find((name) => operation.roles[name] === 'identifier');
  return users.get(String(Object.values(params).at(-1) ?? (named && roles[named])));
};

/** A call about a user that exists, by what it does with it. */
export const withUser =
  (act: (call: Call, user: StoredUser) => Answer): Handler =>
  (call) => {
    const user = userOf(call);
    return user ? act(call, user) : refuse('not-found');
  };
