import type { FieldState } from './field-state.ts';
import type { FieldFacts, LinkRow } from './rows.ts';
import { type Queryable, type Step, select } from './store.ts';
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

/** Writes down what became of fields; the values of a change that ends here last are forgotten. */
const stepsOf = ({ user_id, provider }: Which, now: number, deliveries: readonly Delivery[]): Step[] =>
  deliveries.filter(isNews).flatMap(({ version, fields }) => {
    const isEnd = !Object.values(fields).some(isOpen);
    // Counted out before it is ended, so that it is counted out once.
    const countOut = {
      text: `update amend_keep.change set waiting = waiting - 1, sealed = case when waiting > 1 then sealed end
        where user_id = $1 and version = $2 and exists (select 1 from amend_keep.delivery
          where user_id = $1 and provider = $3 and version = $2 and ended_at is null)`,
      values: [user_id, version, provider],
    };
    const save = {
      text: `update amend_keep.delivery set fields = $4, ended_at = $5
        where user_id = $1 and provider = $2 and version = $3 and ended_at is null`,
      values: [user_id, provider, version, JSON.stringify(fields), isEnd ? now : null],
    };
    return isEnd ? [countOut, save] : [save];
  });

/** What writes down all that became of the work on a link that is still this worker's. */
export const stepsOfWork = (which: Which, now: number, { deliveries, attempts }: Work): Step[] => [
  ...stepsOf(which, now, deliveries),
  ...attempts.flatMap(({ fence, outcome }) =>
    outcome === undefined
      ? []
      : {
          text: 'update amend_keep.attempt set outcome = $4 where user_id = $1 and provider = $2 and fence = $3',
          values: [which.user_id, which.provider, fence, outcome],
        },
  ),
];

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
  for (const { text, values } of stepsOf(which, now, deliveries)) await tx.query(text, values);
};

/** What is on its way tells nothing of what comes, which waits until it is over all the same. */
export const abandonAttempts = (tx: Queryable, { user_id, provider }: Which) =>
  tx.query(
    `update amend_keep.attempt set fields = '[]', before_ids = '{}' where user_id = $1 and provider = $2 and outcome is null`,
    [user_id, provider],
  );
