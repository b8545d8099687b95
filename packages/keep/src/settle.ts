import type { AnyUserOperation, User } from 'amend';
import { appendedTo, listIn, showsLists } from './fields.ts';
import { mark } from './plan-entries.ts';
import type { Entry, Work } from './work.ts';

const cannotKnow = 'may have been added already, which no read shows; look there, then decide on retry or withdraw';

/** Whether all of these kinds are among those, each as often. */
const areAmong = (kinds: readonly unknown[], those: readonly unknown[]): boolean => {
  const left = [...those];
  return kinds.every((kind) => {
    const index = left.indexOf(kind);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
};

/** What was sent and is added to a list, by list. */
const addedBy = (operation: AnyUserOperation, entries: readonly Entry[]) => {
  const lists = new Map<string, { readonly entry: Entry; readonly kind: unknown }[]>();
  for (const entry of entries) {
    const appended = appendedTo(operation, entry.path);
    if (!appended) continue;
    const { list, kindOf } = appended;
    lists.set(list, [...(lists.get(list) ?? []), { entry, kind: kindOf(entry.path, entry.value) }]);
  }
  return lists;
};

/**
 * Looks at requests whose end nobody saw, once they must be over. What they set is compared by the plan; what they added is
 * there if the user has new elements of its kinds, is not if there are none, and else nobody can know.
 *
 * @returns What became of each, by fence.
 */
export const settleAttempts = (
  { attempts, entries }: Pick<Work, 'attempts' | 'entries'>,
  operation: AnyUserOperation,
  current: User | undefined,
  now: number,
): Map<number, string> => {
  const outcomes = new Map<number, string>();
  for (const { fence, fields, before_ids } of attempts) {
    const sent = new Set((JSON.parse(fields) as [number, string][]).map(([version, path]) => `${version} ${path}`));
    const before: Readonly<Record<string, readonly string[]>> = JSON.parse(before_ids);
    const open = entries.filter(({ version, path }) => sent.has(`${version} ${path}`));
    for (const [list, added] of addedBy(operation, open)) {
      const known = current && showsLists(operation) ? before[list] : undefined;
      const fresh = listIn(current, list).filter(({ id }) => id === undefined || !known?.includes(id));
      const isThere = areAmong(
        added.map(({ kind }) => kind),
        fresh.map(({ type }) => type),
      );
      for (const { entry } of added)
        if (known && fresh.length === 0) continue;
        else if (known && isThere && fresh.every(({ id }) => id !== undefined)) mark(entry, 'kept', now);
        else mark(entry, 'held', now, { r: 'unknown', m: `${entry.path} ${cannotKnow}.` });
    }
    outcomes.set(fence, 'settled');
  }
  return outcomes;
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
