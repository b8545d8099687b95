import type { FieldState } from './field-state.ts';
import type { FieldFacts, LinkRow } from './rows.ts';
import { inTransaction, type Queryable, type Store, select } from './store.ts';
import { type Delivery, isOpen, type Work } from './work.ts';

type Which = Pick<LinkRow, 'user_id' | 'provider'>;

/** Sets what became of a field; since when stays, where nothing new did. */
export const mark = (
  { facts }: { readonly facts: FieldFacts },
  s: FieldState,
  now: number,
  more: Pick<FieldFacts, 'r' | 'm' | 'n' | 'until'> = {},
): void => {
  const at = facts.s === s && facts.r === more.r ? facts.at : now;
  for (const name of ['r', 'm', 'n', 'until'] as const) delete facts[name];
  Object.assign(facts, { s, at }, more);
};

const isNews = ({ fields, before }: Delivery): boolean => JSON.stringify(fields) !== before;

/** Whether there is nothing to write down of it. */
export const isAsItWas = ({ deliveries, attempts }: Work): boolean =>
  !deliveries.some(isNews) && attempts.every(({ outcome }) => outcome === undefined);

/** Writes down what became of fields; the values of a change that ends here last are forgotten. */
const saveDeliveries = async (tx: Queryable, { user_id, provider }: Which, now: number, all: readonly Delivery[]) => {
  for (const { version, fields } of all.filter(isNews)) {
    const isEnd = !Object.values(fields).some(isOpen);
    const { rows } = await tx.query(
      `update amend_keep.delivery set fields = $4, ended_at = $5
        where user_id = $1 and provider = $2 and version = $3 and ended_at is null returning ended_at`,
      [user_id, provider, version, JSON.stringify(fields), isEnd ? now : null],
    );
    if (rows[0]?.ended_at)
      await tx.query(
        `update amend_keep.change set waiting = waiting - 1, sealed = case when waiting > 1 then sealed end
          where user_id = $1 and version = $2`,
        [user_id, version],
      );
  }
};

/** What `write` writes of a link if it is still this worker's, and then all that became of the work; else nothing. */
export const writeWork = <Written>(
  store: Store,
  { user_id, provider }: Which,
  { deliveries, attempts }: Work,
  write: (tx: Queryable, now: number) => Promise<Written | undefined>,
): Promise<Written | undefined> =>
  inTransaction(store, async (tx, now) => {
    const written = await write(tx, now);
    if (written === undefined) return undefined;
    await saveDeliveries(tx, { user_id, provider }, now, deliveries);
    for (const { fence, outcome } of attempts)
      if (outcome !== undefined)
        await tx.query(
          'update amend_keep.attempt set outcome = $4 where user_id = $1 and provider = $2 and fence = $3',
          [user_id, provider, fence, outcome],
        );
    return written;
  });

/** Changes what became of the open fields of a link. The person is locked, and nobody has a lease of the link. */
export const changeFields = async (
  tx: Queryable,
  which: Which,
  now: number,
  each: (entry: { readonly version: number; readonly path: string; readonly facts: FieldFacts }) => void,
): Promise<void> => {
  const rows = await select<{ readonly version: number; readonly fields: string }>(
    tx,
    `select version, fields from amend_keep.delivery where user_id = $1 and provider = $2 and ended_at is null
      order by version`,
    [which.user_id, which.provider],
  );
  const deliveries = rows.map(({ version, fields: before }): Delivery => {
    const fields: Record<string, FieldFacts> = JSON.parse(before);
    for (const [path, facts] of Object.entries(fields)) if (isOpen(facts)) each({ version, path, facts });
    return { version, fields, before, together: false };
  });
  await saveDeliveries(tx, which, now, deliveries);
};

/** What is on its way tells nothing of what comes, which waits until it is over all the same. */
export const abandonAttempts = (tx: Queryable, { user_id, provider }: Which) =>
  tx.query(
    `update amend_keep.attempt set fields = '[]', before_ids = '{}' where user_id = $1 and provider = $2 and outcome is null`,
    [user_id, provider],
  );
