import { pausesOf } from './pace.ts';
import type { LinkRow } from './rows.ts';
import type { Overview } from './shown.ts';
import { type Store, select } from './store.ts';

/** What is open, by provider; and, where asked for, how many links there are in all, which takes as long as there are many. */
export const overviewOf = async (store: Store, providers: Iterable<string>, counts = false): Promise<Overview[]> => {
  const rows = await select<Pick<LinkRow, 'provider' | 'state' | 'reason'> & { links: number; oldest: number | null }>(
    store,
    `select provider, state, reason, cast(count(*) as integer) as links, min(since) as oldest from amend_keep.link
      ${counts ? '' : "where state <> 'kept'"} group by provider, state, reason`,
  );
  const now = await store.now();
  const pauses = await pausesOf(store, now);
  return [...providers].map((provider): Overview => {
    const own = rows.filter((row) => row.provider === provider);
    const sum = (...states: string[]): number =>
      own.filter(({ state }) => states.includes(state)).reduce((all, { links }) => all + links, 0);
    const open = own.filter(({ state }) => state === 'pending' || state === 'held');
    const oldest = Math.min(...open.map((row) => Number(row.oldest)));
    return {
      provider,
      pending: sum('pending'),
      held: Object.fromEntries(open.filter(({ reason }) => reason).map(({ reason, links }) => [reason, links])),
      ...(counts && { links: sum('kept', 'pending', 'held') }),
      ...(open.length > 0 && { oldest, age: Math.max(0, (now - oldest) / 1000) }),
      ...pauses.get(provider),
    };
  });
};
