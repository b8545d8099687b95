import type { At } from './context.ts';
import { enoughFailures, paceOf } from './pace.ts';
import { type LinkRow, linkColumns } from './rows.ts';
import { inSteps, inTransaction, type Store, select } from './store.ts';

/** A link that a worker has to itself until the lease is over. */
export interface Claimed extends LinkRow {
  /** Whether the provider has failed of late: then a success has to be written down. */
  readonly isTroubled: boolean;
}

export interface Claim {
  readonly links: readonly Claimed[];
  /** When to come again, where the provider is not to be asked before. */
  readonly notBefore?: number;
}

const due = 'provider = $1 and next_at <= $2 and next_at > $3 and (lease_until is null or lease_until <= $2)';
const one = `provider = $1 and user_id = $3 and state <> 'erased' and (lease_until is null or lease_until <= $2)`;

/** Takes leases of what is due, the oldest first; or of one link, due or not. `isBusy` tells that much is due as a rule. */
export const claim = async (
  store: Store,
  provider: string,
  at: At,
  limit: number,
  { only, isBusy = false }: { readonly only?: string; readonly isBusy?: boolean } = {},
): Promise<Claim> => {
  if (only === undefined && !isBusy) {
    // Whether there is anything to take, without the lock that taking needs.
    const values = [provider, await store.now(), 0];
    const any = await select(store, `select 1 from amend_keep.link where ${due} limit 1`, values);
    if (any.length === 0) return { links: [] };
  }
  return inTransaction(store, async (tx, now): Promise<Claim> => {
    const pace = await paceOf(tx, provider);
    if (pace.not_before > now) return { links: [], notBefore: pace.not_before };
    const isTroubled = pace.failures > 0 || pace.not_before > 0;
    const isProbing = pace.failures >= enoughFailures;
    const filled = pace.tokens + (Math.max(0, now - pace.filled_at) / 1000) * at.perSecond;
    const tokens = Math.min(Math.max(at.perSecond, at.cost), filled);
    const affordable = Math.floor(tokens / at.cost);
    const later = { links: [], notBefore: now + Math.max(50, ((at.cost - tokens) / at.perSecond) * 1000) };
    if (affordable < 1) return later;
    const find = (where: string, after: number | string) =>
      // A limit that is a parameter has SQLite plan the statement anew each time.
      select<LinkRow & { readonly running: number }>(
        tx,
        `select ${linkColumns}, (select cast(count(*) as integer) from amend_keep.link where provider = $1 and lease_until > $2) as running
          from amend_keep.link where ${where} order by next_at limit ${limit} for update skip locked`,
        [provider, now, after],
      );
    let found = await (only === undefined ? find(due, isProbing ? pace.probed : 0) : find(one, only));
    // Who was asked about in vain keeps its place, and the next one is asked about: one user's trouble is not the provider's.
    if (found.length === 0 && isProbing && only === undefined) found = await find(due, 0);
    const [first] = found;
    if (!first) return { links: [] };
    const free = (isProbing ? 1 : at.concurrency) - first.running;
    if (free < 1) return later;
    const links = found.slice(0, Math.min(affordable, free)).map(({ running: _, ...link }): Claimed => {
      return { ...link, fence: link.fence + 1, lease_until: now + at.lease, isTroubled };
    });
    const users = links.map((_, index) => `$${index + 3}`).join(', ');
    const lease = {
      text: `update amend_keep.link set fence = fence + 1, lease_until = $2 where provider = $1 and user_id in (${users})`,
      values: [provider, now + at.lease, ...links.map(({ user_id }) => user_id)],
    };
    const spend = {
      text: 'update amend_keep.pace set tokens = $2, filled_at = $3, probed = $4 where provider = $1',
      rest: 'returning provider',
      values: [
        ...[provider, tokens - links.length * at.cost, Math.max(now, pace.filled_at)],
        isProbing ? (first.next_at ?? 0) : 0,
      ],
    };
    await inSteps(store, [spend, lease], tx);
    return { links };
  });
};
