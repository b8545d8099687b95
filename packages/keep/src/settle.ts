import type { AnyUserOperation, User } from 'amend';
import { appendedTo, listIn, showsLists } from './fields.ts';
import { mark } from './save-work.ts';
import type { Attempt, Entry } from './work.ts';

/** Holds for a person what may have been added already, so that it is not added twice. */
export const holdAdded = (entry: Pick<Entry, 'path' | 'facts'>, now: number): void => {
  const m = `${entry.path} may have been added already, which no read shows; look there, then decide on retry or withdraw.`;
  mark(entry, 'held', now, { r: 'unknown', m });
};

/** `version path` of what a request sent. */
export const sentIn = ({ fields }: Pick<Attempt, 'fields'>): string[] =>
  (JSON.parse(fields) as [number, string][]).map((one) => one.join(' '));

const countOf = (type: unknown, elements: readonly { readonly type?: unknown }[]): number =>
  elements.filter((element) => element.type === type).length;

/** What is added to lists of these, by list, with its kind. */
const addedBy = (operation: AnyUserOperation, entries: readonly Entry[]) => {
  const lists = new Map<string, { readonly entry: Entry; readonly type: unknown }[]>();
  for (const entry of entries) {
    const appended = appendedTo(operation, entry.path);
    if (!appended) continue;
    const { list, kindOf } = appended;
    lists.set(list, [...(lists.get(list) ?? []), { entry, type: kindOf(entry.path, entry.value) }]);
  }
  return lists;
};

/**
 * Looks at requests whose end nobody saw, once they must be over. What they set is compared by the plan; what they added is
 * there if the user has new elements of its kinds, is not if there are none, and else nobody can know.
 */
export const settleAttempts = (
  attempts: readonly Attempt[],
  entries: readonly Entry[],
  operation: AnyUserOperation,
  current: User | undefined,
  now: number,
): void => {
  for (const attempt of attempts) {
    const sent = sentIn(attempt);
    const before: Readonly<Record<string, readonly string[]>> = JSON.parse(attempt.before_ids);
    const open = entries.filter(({ delivery, path }) => sent.includes(`${delivery.version} ${path}`));
    for (const [list, added] of addedBy(operation, open)) {
      const known = current && showsLists(operation) ? before[list] : undefined;
      const fresh = listIn(current, list).filter(({ id }) => id === undefined || !known?.includes(id));
      const isThere = added.every(({ type }) => countOf(type, fresh) >= countOf(type, added));
      for (const { entry } of added)
        if (known && fresh.length === 0) continue;
        else if (known && isThere && fresh.every(({ id }) => id !== undefined)) mark(entry, 'kept', now);
        else holdAdded(entry, now);
    }
    attempt.outcome = 'settled';
  }
};

/** The identifiers of what the lists hold to which these are added: what has another one later is new. */
export const idsBefore = (
  operation: AnyUserOperation,
  current: User | undefined,
  entries: readonly Entry[],
): object => {
  if (!current || !showsLists(operation)) return {};
  const lists = [...addedBy(operation, entries).keys()];
  return Object.fromEntries(lists.map((list) => [list, listIn(current, list).flatMap(({ id }) => id ?? [])]));
};
