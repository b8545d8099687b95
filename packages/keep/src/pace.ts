import type { At } from './provider.ts';
import type { LinkRow, PaceRow } from './rows.ts';
import { inTransaction, type Queryable, type Store } from './store.ts';
import type { PauseReason } from './types.ts';

// What all workers share of a provider: how much it is asked, and whether it is left alone for a while.

/** After so many failures without a success between them, one request at a time finds out whether it is back. */
const enoughFailures = 3;

const longestPause = 300_000;
const pauseOnRate = 30_000;

const paceOf = async (tx: Queryable, provider: string): Promise<PaceRow> => {
  const { rows } = await tx.query('select * from amend_keep.pace where provider = $1 for update', [provider]);
  if (rows[0]) return rows[0] as unknown as PaceRow;
  await tx.query(
    `insert into amend_keep.pace (provider, not_before, failures, tokens, filled_at, probed)
      values ($1, 0, 0, 0, 0, 0) on conflict (provider) do nothing`,
    [provider],
  );
  return paceOf(tx, provider);
};

/** Links that a worker has to itself until the lease is over. */
export interface Claim {
  readonly links: readonly LinkRow[];
  /** Whether the provider has failed of late: then a success has to be written down. */
  readonly isTroubled: boolean;
  /** When to come again, where the provider is not to be asked before. */
  readonly notBefore?: number;
}

const due = 'provider = $1 and next_at <= $2 and next_at > $3 and (lease_until is null or lease_until <= $2)';

/** Whether there is anything to take, without the lock that taking needs. */
export const isAnyDue = async (store: Store, provider: string): Promise<boolean> => {
  const { rows } = await store.query(`select 1 from amend_keep.link where ${due} limit 1`, [
    provider,
    await store.now(),
    0,
  ]);
  return rows.length > 0;
};

/** Takes leases of what is due, the oldest first; or of one link, due or not. */
export const claim = (store: Store, provider: string, at: At, limit: number, only?: string): Promise<Claim> =>
  inTransaction(store, async (tx, now): Promise<Claim> => {
    const pace = await paceOf(tx, provider);
    const isTroubled = pace.failures > 0 || pace.not_before > 0;
    const isProbing = pace.failures >= enoughFailures;
    if (pace.not_before > now) return { links: [], isTroubled, notBefore: pace.not_before };
    const burst = Math.max(at.perSecond, at.cost);
    const filled = pace.tokens + (Math.max(0, now - pace.filled_at) / 1000) * at.perSecond;
    const tokens = Math.min(burst, filled);
    const affordable = Math.floor(tokens / at.cost);
    const later = now + Math.max(50, ((at.cost - tokens) / at.perSecond) * 1000);
    if (affordable < 1) return { links: [], isTroubled, notBefore: later };
    let isFull = false;
    const take = async (where: string, after: number | string): Promise<LinkRow[]> => {
      // A limit that is a parameter has SQLite plan the statement anew each time.
      const found = await tx.query(
        `select *, (select cast(count(*) as integer) from amend_keep.link where provider = $1 and lease_until > $2) as running
          from amend_keep.link where ${where} order by next_at limit ${limit} for update skip locked`,
        [provider, now, after],
      );
      const running = Number(found.rows[0]?.running ?? 0);
      const free = isProbing ? 1 - running : at.concurrency - running;
      isFull = found.rows.length > 0 && free < 1;
      const rows = (found.rows as unknown as LinkRow[]).slice(0, Math.max(0, Math.min(affordable, free)));
      if (rows.length === 0) return [];
      const users = rows.map((_, index) => `$${index + 3}`).join(', ');
      await tx.query(
        `update amend_keep.link set fence = fence + 1, lease_until = $2 where provider = $1 and user_id in (${users})`,
        [provider, now + at.lease, ...rows.map(({ user_id }) => user_id)],
      );
      return rows.map((row) => ({ ...row, fence: row.fence + 1, lease_until: now + at.lease }));
    };
    const one = `provider = $1 and user_id = $3 and state <> 'erased' and (lease_until is null or lease_until <= $2)`;
    let links = only === undefined ? await take(due, isProbing ? pace.probed : 0) : await take(one, only);
    // Who was asked about in vain keeps its place, and the next one is asked about: one user's trouble is not the provider's.
    if (links.length === 0 && !isFull && isProbing && only === undefined) links = await take(due, 0);
    if (isFull) return { links, isTroubled, notBefore: later };
    if (links.length > 0)
      await tx.query('update amend_keep.pace set tokens = $2, filled_at = $3, probed = $4 where provider = $1', [
        provider,
        tokens - links.length * at.cost,
        Math.max(now, pace.filled_at),
        isProbing ? (links[0]?.next_at ?? 0) : 0,
      ]);
    return { links, isTroubled };
  });

/** What a request told of the provider as a whole. */
export type Told =
  | 'well'
  | { readonly trouble: PauseReason; readonly retryAfter?: number | undefined; readonly isCertain?: boolean };

/** Writes down what was told of the provider, and says whether it is left alone from now on, and until when. */
export const tellPace = async (tx: Queryable, provider: string, now: number, told: Told): Promise<number> => {
  const pace = await paceOf(tx, provider);
  const write = (
    notBefore: number,
    failures: number,
    reason: PauseReason | null,
    since: number | null,
    tell: number | null,
  ) =>
    tx.query(
      `update amend_keep.pace set not_before = $2, failures = $3, reason = $4, paused_since = $5, tell_at = $6
        where provider = $1`,
      [provider, notBefore, failures, reason, since, tell],
    );
  if (told === 'well') {
    // Who was told to wait does so, though an answer that was on its way was a good one.
    const isWaiting = pace.reason === 'rate' && pace.not_before > now;
    await write(isWaiting ? pace.not_before : 0, 0, isWaiting ? 'rate' : null, null, null);
    return 0;
  }
  const { trouble, retryAfter, isCertain = false } = told;
  if (trouble === 'rate') {
    const notBefore = Math.max(pace.not_before, now + (retryAfter ?? pauseOnRate));
    await write(notBefore, pace.failures, trouble, pace.paused_since, pace.tell_at);
    return notBefore;
  }
  const failures = Math.max(pace.failures + 1, isCertain ? enoughFailures : 0);
  const beyond = failures - enoughFailures;
  const pause = trouble === 'credentials' ? longestPause : Math.min(longestPause, 10_000 * 2 ** Math.min(beyond, 9));
  const notBefore = beyond < 0 ? pace.not_before : Math.max(pace.not_before, now + pause, now + (retryAfter ?? 0));
  const since = beyond < 0 ? null : (pace.paused_since ?? now);
  await write(notBefore, failures, trouble, since, beyond < 0 ? null : pace.paused_since === null ? now : pace.tell_at);
  return notBefore;
};
