import type { LinkRow, PaceRow } from './rows.ts';
import { heldOf } from './status.ts';
import type { Store } from './store.ts';
import type { Held } from './types.ts';

/** How long another worker leaves it to this one to tell, in milliseconds. */
const toTell = 300_000;
const atOnce = 50;

/** When something that is held since then is told of again; nothing once it was told at every age. */
const nextAt = (since: number, thresholds: readonly number[], now: number): number | null => {
  const next = thresholds.find((age) => since + age > now);
  return next === undefined ? null : since + next;
};

/** Tells of what is held, and of providers that are left alone, at every age; once, unless the one who tells dies meanwhile. */
export const escalate = async (
  store: Store,
  thresholds: readonly number[],
  onHeld: (held: Held) => void | Promise<void>,
): Promise<void> => {
  const now = await store.now();
  const due = async (table: string, key: string): Promise<readonly object[]> => {
    const { rows } = await store.query(
      `update amend_keep.${table} set tell_at = $1 where ${key} in (
        select ${key.replace(/[()]/g, '')} from amend_keep.${table} where tell_at <= $2 order by tell_at limit ${atOnce} for update skip locked)
        returning *`,
      [now + toTell, now],
    );
    return rows;
  };
  for (const link of (await due('link', '(user_id, provider)')) as LinkRow[]) {
    await onHeld(heldOf(link));
    await store.query('update amend_keep.link set tell_at = $4 where user_id = $1 and provider = $2 and tell_at = $3', [
      link.user_id,
      link.provider,
      now + toTell,
      nextAt(Number(link.since), thresholds, now),
    ]);
  }
  for (const { provider, reason, paused_since } of (await due('pace', '(provider)')) as PaceRow[]) {
    const since = Number(paused_since);
    if (reason) await onHeld({ provider, reason, since });
    await store.query('update amend_keep.pace set tell_at = $3 where provider = $1 and tell_at = $2', [
      provider,
      now + toTell,
      nextAt(since, thresholds, now),
    ]);
  }
};
