import { setTimeout as sleep } from 'node:timers/promises';
import { KeepError } from './keep-error.ts';
import { type Told, tellPace } from './pace.ts';
import type { LinkRow } from './rows.ts';
import { inTransaction, type Store } from './store.ts';
import type { HeldReason, Reconciled } from './types.ts';
import { isOpen, lockIfEnding, saveWork, type Work } from './work.ts';

/** What a look at a link came to, beside what became of its fields. */
export interface End {
  /** When to look again, where that is known better than by what is open. */
  readonly nextAt?: number;
  /** What holds the link as a whole. */
  readonly hold?: { readonly reason: HeldReason; readonly message: string };
  /** The request was not served: another try, later and later. */
  readonly isFailure?: boolean;
  /** When to look again though nothing is open. */
  readonly atRest?: number | null;
  /** What was told of the provider. */
  readonly told?: Told;
  readonly account?: string;
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  readonly confirmed?: object;
  readonly drift?: object;
  /** Of attempts, by fence. */
  readonly outcomes: ReadonlyMap<number, string>;
}

export interface Waits {
  /** Milliseconds until what is held is looked at again, jitter included. */
  readonly recheck: number;
  readonly escalate: readonly number[];
  /** Milliseconds before another try, by how many there were. */
  readonly backoff: (tries: number) => number;
}

const enoughTries = 5;

const failing = (provider: string) =>
  ({
    reason: 'unavailable',
    message: `${provider} goes on failing to serve requests about this user, and serves others.`,
  }) as const;

/** The state of a link, by what is open. */
const standing = (link: LinkRow, { deliveries }: Work, hold: End['hold'], now: number) => {
  const open = deliveries.flatMap(({ fields }) => Object.values(fields)).filter(isOpen);
  const held = open.filter(({ s }) => s === 'held').sort((one, other) => one.at - other.at);
  const since = open.length > 0 ? Math.min(...open.map(({ at }) => at)) : now;
  if (hold)
    return { state: 'held', ...hold, since: link.reason === hold.reason && link.since !== null ? link.since : now };
  const [oldest] = held;
  if (oldest) return { state: 'held', reason: oldest.r ?? null, message: oldest.m ?? null, since: oldest.at };
  if (open.length > 0) return { state: 'pending', reason: null, message: null, since };
  return { state: 'kept', reason: null, message: null, since: null };
};

const writeEnd = (store: Store, link: LinkRow, work: Work, end: End, waits: Waits): Promise<Reconciled> =>
  inTransaction(store, async (tx, now): Promise<Reconciled> => {
    const { user_id, provider, fence } = link;
    await lockIfEnding(tx, link, work);
    const paused = end.told === undefined ? 0 : await tellPace(tx, provider, now, end.told);
    const isLeftAlone = paused > now;
    // Nobody's tries are burnt by what is no matter of the user's.
    const tries = end.isFailure ? link.tries + (isLeftAlone ? 0 : 1) : 0;
    const hold = end.hold ?? (tries >= enoughTries && !isLeftAlone ? failing(provider) : undefined);
    const { state, reason, message, since } = standing(link, work, hold, now);
    const isPending = work.deliveries.some(({ fields }) => Object.values(fields).some(({ s }) => s === 'pending'));
    const again = now + waits.backoff(tries);
    const byState = state === 'kept' ? (end.atRest ?? null) : isPending && !hold ? again : now + waits.recheck;
    // While the provider is left alone everybody keeps the place in the order of age.
    const inOrder = isLeftAlone
      ? (link.next_at ?? (isPending ? now : null))
      : end.isFailure && state !== 'kept'
        ? again
        : byState;
    const nextAt = end.nextAt ?? inOrder;
    const [first = 0] = waits.escalate;
    const isNews = link.state !== 'held' || link.since !== since;
    const tellAt = state === 'held' ? (since ?? now) + first : null;
    const written = await tx.query(
      `update amend_keep.link set lease_until = null, seen = $4, tries = $5, state = $6, reason = $7, message = $8, since = $9,
        next_at = case when wanted > $4 then cast($10 as double precision) else cast($11 as double precision) end,
        tell_at = case when cast($18 as integer) = 1 then tell_at else cast($12 as double precision) end, account = $13,
        status = coalesce(cast($14 as text), status), kind = coalesce(cast($15 as text), kind), confirmed = $16, drift = $17
        where user_id = $1 and provider = $2 and fence = $3 returning wanted, next_at`,
      [
        ...[user_id, provider, fence, link.wanted, tries, state, reason, message, since, now, nextAt, tellAt],
        // What was told meanwhile stays: a status by a webhook, and that it was told what is held.
        ...[end.account ?? link.account, end.status ?? null, end.kind ?? null],
        ...[end.confirmed ? JSON.stringify(end.confirmed) : link.confirmed],
        ...[end.drift ? JSON.stringify(end.drift) : link.drift, state === 'held' && !isNews ? 1 : 0],
      ],
    );
    const [row] = written.rows;
    if (!row) return { outcome: 'busy' };
    await saveWork(tx, link, work, end.outcomes, now);
    const outcome = paused > now ? 'paused' : (state as Reconciled['outcome']);
    return row.next_at === null ? { outcome } : { outcome, nextAt: Math.max(Number(row.next_at), paused) };
  });

/** Milliseconds before a result is written again that a busy or absent database did not take: unwritten, it is in doubt. */
const againAfter = [200, 1_000, 3_000];

/** Writes all that a look came to in one transaction, and nothing if another worker has the link by now. */
export const finish = async (...given: Parameters<typeof writeEnd>): Promise<Reconciled> => {
  for (const pause of againAfter)
    try {
      return await writeEnd(...given);
    } catch (error) {
      if (!(error instanceof KeepError) || !/^(busy|unreachable)$/.test(error.code)) throw error;
      await sleep(pause);
    }
  return writeEnd(...given);
};
