import { type Fields, sameJson } from './json.ts';
import { measureJson } from './measure-json.ts';
import { TextEncoder } from './platform.ts';
import type { Problem } from './problem.ts';
import { maxValues } from './read-body.ts';

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
  /** How often each property became another one. */
  readonly changes?: Readonly<Record<string, number>>;
}

/** The most users of one provider, the most that all of them hold in JSON, and the most values of one. */
export interface Limits {
  readonly users: number;
  readonly characters: number;
  readonly values: number;
}

export const limits: Limits = { users: 10_000, characters: 32 * 2 ** 20, values: maxValues };

/** Of a session with a name, because there may be a hundred. */
export const sessionLimits: Limits = { ...limits, users: 1000, characters: 2 ** 20 };

/** The users of one provider, in the order in which they came. */
export interface Users {
  readonly all: () => readonly StoredUser[];
  readonly get: (id: string) => StoredUser | undefined;
  /** Whether somebody else got this value by a call. A fixture's own data takes nothing: the examples of new users show the same. */
  readonly isTaken: (name: string, value: unknown, id: string | undefined) => boolean;
  /** Why there is no room for another user, or for this one as it now is; nothing if there is. */
  readonly full: (user?: StoredUser) => Problem | undefined;
  readonly put: (user: StoredUser) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

const noRoom = (limit: string): Problem => ({
  field: 'The mock',
  rule: 'full',
  message: `holds ${limit} of this provider, and no more; delete some, or reset it by POST /__amend/reset`,
});

const utf8 = new TextEncoder();

const textOf = ({ fields, archived }: StoredUser): string => JSON.stringify([fields, archived]);

/** Who got which value of a field by a call. */
type Holders = Map<unknown, Set<string>>;

/** In capitals it is the same one (RFC 9562), as Swift writes what it has read. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const createUsers = (most = limits): Users => {
  const users = new Map<string, StoredUser>();
  const sizes = new Map<string, number>();
  const held = new Map<string, Holders>();
  let characters = 0;

  /** Notes or forgets that a user holds a value; scalars only, which all that is unique is. */
  const note = (name: string, holders: Holders, { id, fields, original }: StoredUser, isHeld: boolean): void => {
    const value = fields[name];
    if (value == null || (original && sameJson(value, original[name]))) return;
    const ids = holders.get(value) ?? new Set();
    if (isHeld) holders.set(value, ids.add(id));
    else if (ids.delete(id) && ids.size === 0) holders.delete(value);
  };

  /** Made once for each field that is asked for, and kept from then on. */
  const holdersOf = (name: string): Holders => {
    const known = held.get(name);
    if (known) return known;
    const holders: Holders = new Map();
    for (const user of users.values()) note(name, holders, user, true);
    held.set(name, holders);
    return holders;
  };

  const remove = (id: string): void => {
    const user = users.get(id);
    if (user) for (const [name, holders] of held) note(name, holders, user, false);
    characters -= sizes.get(id) ?? 0;
    sizes.delete(id);
    users.delete(id);
  };

  return {
    all: () => [...users.values()],
    get: (id) => users.get(id) ?? (uuid.test(id) ? users.get(id.toLowerCase()) : undefined),
    isTaken: (name, value, id) => [...(holdersOf(name).get(value) ?? [])].some((holder) => holder !== id),
    full: (user) => {
      if (users.size >= most.users && !(user && users.has(user.id))) return noRoom(`${most.users} users`);
      if (!user) return undefined;
      const text = textOf(user);
      if (characters - (sizes.get(user.id) ?? 0) + text.length > most.characters)
        return noRoom(`${most.characters / 2 ** 20} MiB`);
      return measureJson(utf8.encode(text)).values > most.values
        ? noRoom(`${most.values} values of a user`)
        : undefined;
    },
    put: (user) => {
      const { id } = user;
      const before = users.get(id);
      if (before) for (const [name, holders] of held) note(name, holders, before, false);
      for (const [name, holders] of held) note(name, holders, user, true);
      const size = textOf(user).length;
      characters += size - (sizes.get(id) ?? 0);
      sizes.set(id, size);
      users.set(id, user);
    },
    remove,
    clear: () => {
      users.clear();
      sizes.clear();
      held.clear();
      characters = 0;
    },
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
