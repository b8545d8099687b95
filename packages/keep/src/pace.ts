import { type PaceRow, paceColumns } from './rows.ts';
import type { Pause, PauseReason } from './shown.ts';
import { type Queryable, select } from './store.ts';

// What all workers share of a provider: how much it is asked, and whether it is left alone for a while.

/** After so many failures without a success between them, one request at a time finds out whether it is back. */
export const enoughFailures = 3;

const longestPause = 300_000;
const pauseOnRate = 30_000;

/** The row of a provider, which is made if there is none, and locked. */
export const paceOf = async (tx: Queryable, provider: string): Promise<PaceRow> => {
  const [pace] = await select<PaceRow>(
    tx,
    `select ${paceColumns} from amend_keep.pace where provider = $1 for update`,
    [provider],
  );
  if (pace) return pace;
  await tx.query(
    `insert into amend_keep.pace (provider, not_before, failures, tokens, filled_at, probed)
      values ($1, 0, 0, 0, 0, 0) on conflict (provider) do nothing`,
    [provider],
  );
  return paceOf(tx, provider);
};

/** What a request told of the provider as a whole. */
export type Told =
  | 'well'
  | { readonly trouble: PauseReason; readonly retryAfter?: number | undefined; readonly isCertain?: boolean };

/** How a provider is treated once that was told of it. */
const after = (pace: PaceRow, told: Told, now: number): PaceRow => {
  if (told === 'well') {
    // Who was told to wait does so, though an answer that was on its way was a good one.
    const isWaiting = pace.reason === 'rate' && pace.not_before > now;
    const rest = isWaiting ? {} : { not_before: 0, reason: null };
    return { ...pace, ...rest, failures: 0, paused_since: null, tell_at: null };
  }
  const { trouble: reason, retryAfter, isCertain = false } = told;
  if (reason === 'rate')
    return { ...pace, reason, not_before: Math.max(pace.not_before, now + (retryAfter ?? pauseOnRate)) };
  const failures = Math.max(pace.failures + 1, isCertain ? enoughFailures : 0);
  const beyond = failures - enoughFailures;
  if (beyond < 0) return { ...pace, failures, reason, paused_since: null, tell_at: null };
  const pause = reason === 'credentials' ? longestPause : Math.min(longestPause, 10_000 * 2 ** Math.min(beyond, 9));
  return {
    ...{ ...pace, failures, reason },
    not_before: Math.max(pace.not_before, now + pause, now + (retryAfter ?? 0)),
    paused_since: pace.paused_since ?? now,
    tell_at: pace.paused_since === null ? now : pace.tell_at,
  };
};

/** Writes down what was told of the provider, and says until when it is left alone from now on. */
export const tellPace = async (tx: Queryable, provider: string, now: number, told: Told): Promise<number> => {
  const { not_before, failures, reason, paused_since, tell_at } = after(await paceOf(tx, provider), told, now);
  await tx.query(
    `update amend_keep.pace set not_before = $2, failures = $3, reason = $4, paused_since = $5, tell_at = $6
      where provider = $1`,
    [provider, not_before, failures, reason, paused_since, tell_at],
  );
  return told === 'well' ? 0 : not_before;
};

/** Of providers that are left alone. */
export const pausesOf = async (
  db: Queryable,
  now: number,
): Promise<ReadonlyMap<string, { readonly paused: Pause }>> => {
  const rows = await select<PaceRow>(db, `select ${paceColumns} from amend_keep.pace where not_before > $1`, [now]);
  return new Map(
    rows.flatMap(({ provider, not_before: until, reason, failures }) =>
      reason ? [[provider, { paused: { until, reason, failures } }]] : [],
    ),
  );
};
