import {
  type AnyUserOperation,
  type ClientError,
  makeCall,
  type Patch,
  type Plan,
  planAll,
  toUser,
  type User,
} from 'amend';
import type { At } from './context.ts';
import { isAdded, patchOf } from './fields.ts';
import { mark } from './save-work.ts';
import { settleAttempts } from './settle.ts';
import type { Attempt, Entry, Work } from './work.ts';

/** Bytes of an answer: a list of some ten thousand users. */
const longest = 16 * 1024 * 1024;

export const planCreate = (operation: AnyUserOperation, patch: Patch, native: object | undefined): Plan =>
  planAll(patch, [{ operation, ...(native && { native }) }])[0] as Plan;

/** The create that can be made of this, or the usual one. */
export const createFor = ({ creates }: At, { entries, native }: Work): AnyUserOperation | undefined => {
  const { patch } = patchOf(entries);
  return creates.find((operation) => planCreate(operation, patch, native).state === 'ready') ?? creates[0];
};

/** Holds a create for a person, since another one could make the user twice. */
export const holdCreate = (entries: Iterable<Entry>, now: number): void => {
  const m =
    'The user may have been created already; look there, then link the account, or decide on retry or withdraw of all.';
  for (const entry of entries) mark(entry, 'held', now, { r: 'unknown', m });
};

/** Goes on with a user who was found: what was set is compared there, and what was added may be there already. */
export const goOnWith = ({ updates }: At, { entries }: Work, doubts: readonly Attempt[], now: number): void => {
  for (const entry of entries)
    if (entry.facts.r === 'unknown' && !isAdded(updates, entry.path)) mark(entry, 'pending', now);
  settleAttempts(doubts, entries, updates[0], undefined, now);
};

/** Looks for the user whom a create in doubt may have made, by what it was sent with, and not by what was changed since. */
export const findCreated = async (
  { updates: [operation], client, timeout }: At,
  { entries }: Work,
): Promise<{ readonly id?: string | undefined; readonly error?: ClientError }> => {
  const wanted = patchOf(entries.toReversed()).patch as User;
  const by = wanted.externalId === undefined ? 'email' : 'externalId';
  const unique = wanted[by];
  const call = operation.reader.read?.(wanted) ?? operation.reader.list;
  if (!call || unique === undefined) return {};
  const answer = await makeCall(client, call, { timeout, maxResponseBytes: longest });
  // Nor does a list find anybody that is too long to be read; neither is trouble of the provider's.
  if (!answer.ok) return /^(not-found|malformed)$/.test(answer.error.kind) ? {} : { error: answer.error };
  const users = [answer.data].flat().map((record) => toUser(operation, record));
  const same = users.filter((user) => String(user[by]).toLowerCase() === String(unique).toLowerCase());
  return { id: same.length === 1 ? same[0]?.id : undefined };
};
