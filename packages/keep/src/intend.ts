import type { AnyUserOperation, Plan, User } from 'amend';
import type { At, Context } from './context.ts';
import type { LinkRow } from './rows.ts';
import { stepsOfWork } from './save-work.ts';
import { idsBefore } from './settle.ts';
import { inSteps } from './store.ts';
import type { Attempt, Entry, Work } from './work.ts';

/** What is about to be sent. */
export interface Sending {
  readonly at: At;
  readonly operation: AnyUserOperation;
  readonly plan: Plan;
  readonly sent: ReadonlyMap<string, Entry>;
  readonly current: User | undefined;
}

/** Writes down what is about to be sent, if the lease is still this worker's. */
export const intend = async (
  { store }: Context,
  link: LinkRow,
  work: Work,
  { at, operation, sent, current }: Sending,
): Promise<Attempt | undefined> => {
  const entries = [...sent.values()];
  const now = await store.now();
  const intent = {
    text: `insert into amend_keep.attempt
        (user_id, provider, fence, operation, fields, before_ids, started_at, deadline_at)
      select user_id, provider, cast($3 as integer), cast($5 as text), cast($6 as text), cast($7 as text),
        cast($4 as double precision), cast($8 as double precision) from amend_keep.link
      where user_id = $1 and provider = $2 and fence = $3 and lease_until > $4`,
    rest: 'for update returning fence, fields, before_ids, deadline_at',
    values: [
      ...[link.user_id, link.provider, link.fence, now, operation.operationId],
      JSON.stringify(entries.map(({ delivery, path }) => [delivery.version, path])),
      JSON.stringify(idsBefore(operation, current, entries)),
      now + at.timeout,
    ],
  };
  const [written] = await inSteps(store, [intent, ...stepsOfWork(link, now, work)]);
  return written && ({ ...written } as object as Attempt);
};
