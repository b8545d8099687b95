import type { Fields } from './json.ts';

/** A user as the mock holds it. */
export interface StoredUser {
  readonly id: string;
  /** What was written, and what the provider sets itself, by wire names. */
  readonly fields: Fields;
  /** Elements that newer ones took the place of. */
  readonly archived: readonly Fields[];
  /** The name of the example that the user comes from; none if it was created by a call. */
  readonly fixture?: string;
  /** What such a user was at the start. */
  readonly original?: Fields;
}

/** The users of one provider, in the order in which they came. */
export interface Users {
  readonly all: () => readonly StoredUser[];
  readonly get: (id: string) => StoredUser | undefined;
  readonly put: (user: StoredUser) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

export const createUsers = (): Users => {
  const users = new Map<string, StoredUser>();
  return {
    all: () => [...users.values()],
    get: (id) => users.get(id),
    put: (user) => void users.set(user.id, user),
    remove: (id) => void users.delete(id),
    clear: () => users.clear(),
  };
};

/** Milliseconds since 1970, later at every look, so that what changed last also shows the latest time. */
export type Clock = () => number;

/** After the latest time in any example, so that a change never seems older than what it changed. */
const seededStart = Date.UTC(2030, 0, 1);

/** @param seed With one, the time starts at a fixed moment and goes on a second per look. */
export const createClock = (seed: string | undefined, now: () => number, notBefore: number): Clock => {
  let last = notBefore;
  return () => {
    last = seed === undefined ? Math.max(now(), last + 1) : Math.max(last + 1000, seededStart);
    return last;
  };
};
