import { setTimeout as sleep } from 'node:timers/promises';
import type { Claimed } from './claim.ts';
import type { Context } from './context.ts';
import type { Memory } from './drift.ts';
import type { HeldReason } from './field-state.ts';
import { KeepError } from './keep-error.ts';
import { type Told, tellPace } from './pace.ts';
import type { LinkRow } from './rows.ts';
import { stepsOfWork } from './save-work.ts';
import { inSteps, inTransaction, type Queryable } from './store.ts';
import type { Reconciled } from './types.ts';
import { isOpen, type Work } from './work.ts';

/** What a look came to, the fields that turned out to differ from what was last seen, and whether the user was read. */
export type Looked = Reconciled & { readonly drifted?: readonly string[]; readonly wasRead?: boolean };

/** How a look at a link ends, beside what became of its fields and requests. */
export interface End {
  /** When to look again, where that is known better than by what is open. */
  readonly nextAt?: number | undefined;
  /** What holds the link as a whole. */
  readonly hold?: { readonly reason: HeldReason; readonly message: string };
  /** The request was not served: another try, later and later. */
  readonly isFailure?: boolean;
  /** When to look again though nothing is open. */
  readonly atRest?: number | null;
  /** What was told of the provider. */
  readonly told?: Told | undefined;
  readonly account?: string | undefined;
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  readonly memory?: Memory;
  readonly drifted?: readonly string[];
  readonly wasRead?: boolean;
}

const enoughTries = 5;

const failing = (provider: string) =>
  ({
    reason: 'unavailable',
    message: `${provider} goes on failing to serve requests about this user, and serves others.`,
  }) as const;

/** The state of a link, by what is open. */
const standing = (link: LinkRow, { deliveries }: Work, hold: End['hold'], now: number) => {
  const facts = deliveries.flatMap(({ fields }) => Object.values(fields)).filter(isOpen);
  const open = facts.toSorted((one, other) => one.at - other.at);
  if (hold) return { state: 'held', ...hold, since: (link.reason === hold.reason && link.since) || now } as const;
  const held = open.find(({ s }) => s === 'held');
  if (held) return { state: 'held', reason: held.r ?? null, message: held.m ?? null, since: held.at } as const;
  const [oldest] = open;
  return { state: oldest ? 'pending' : 'kept', reason: null, message: null, since: oldest?.at ?? null } as const;
};

/** The link as it is after a look, unless another worker has it by now, or this was written already. */
const stepOf = (of: Context, link: Claimed, work: Work, end: End, now: number, paused: number) => {
  const { user_id, provider, fence } = link;
  const isLeftAlone = paused > now;
  // Nobody's tries are burnt by what is no matter of the user's.
  const tries = end.isFailure ? link.tries + (isLeftAlone ? 0 : 1) : 0;
  const hold = end.hold ?? (tries >= enoughTries && !isLeftAlone ? failing(provider) : undefined);
  const { state, reason, message, since } = standing(link, work, hold, now);
  const isPending = work.deliveries.some(({ fields }) => Object.values(fields).some(({ s }) => s === 'pending'));
  const goesOn = end.isFailure || (isPending && !hold);
  const inTurn = state === 'kept' ? (end.atRest ?? null) : now + (goesOn ? of.backoff(tries) : of.recheck());
  // While the provider is left alone everybody keeps the place in the order of age.
  const inOrder = isLeftAlone ? (link.next_at ?? (isPending ? now : null)) : inTurn;
  const nextAt = end.nextAt ?? inOrder;
  const text = `update amend_keep.link set lease_until = null, seen = $4, tries = $5, state = $6, reason = $7, message = $8,
    since = $9, next_at = case when wanted > $4 then cast($10 as double precision) else cast($11 as double precision) end,
    tell_at = case when state = 'held' and $6 = 'held' and since = $9 then tell_at
      else cast($12 as double precision) end, account = $13,
    status = coalesce(cast($14 as text), status), kind = coalesce(cast($15 as text), kind), confirmed = $16, drift = $17
    where user_id = $1 and provider = $2 and fence = $3 and lease_until is not null`;
  const values = [
    ...[user_id, provider, fence, link.wanted, tries, state, reason, message, since, now, nextAt],
    state === 'held' ? since + (of.escalate[0] ?? 0) : null,
    // A status that was told meanwhile stays, where none was read.
    ...[end.account ?? link.account, end.status ?? null, end.kind ?? null],
    ...(end.memory ? end.memory.texts() : [link.confirmed, link.drift]),
  ];
  return { outcome: isLeftAlone ? 'paused' : state, step: { text, values, rest: 'returning next_at' } } as const;
};

const writeEnd = async (of: Context, link: Claimed, work: Work, end: End): Promise<Looked> => {
  const { told, drifted = [], wasRead = false } = end;
  const write = async (now: number, paused: number, tx?: Queryable): Promise<Looked> => {
    const { outcome, step } = stepOf(of, link, work, end, now, paused);
    const [row] = await inSteps(of.store, [step, ...stepsOfWork(link, now, work)], tx);
    if (!row) return { outcome: 'busy', nextAt: now };
    const due = row.next_at === null ? {} : { nextAt: Math.max(Number(row.next_at), paused) };
    return { outcome, ...due, drifted, wasRead };
  };
  if (told === undefined) return write(await of.store.now(), 0);
  return inTransaction(of.store, async (tx, now) => write(now, await tellPace(tx, link.provider, now, told), tx));
};

/** Milliseconds before a result is written again that a busy or absent database did not take: unwritten, it is in doubt. */
const againAfter = [200, 1_000, 3_000];

/** Writes all that a look came to in one transaction, and nothing if another worker has the link by now. */
export const finish = async (...given: Parameters<typeof writeEnd>): Promise<Looked> => {
  for (const pause of againAfter)
    try {
      return await writeEnd(...given);
    } catch (error) {
      if (!(error instanceof KeepError) || !/^(busy|unreachable)$/.test(error.code)) throw error;
      await sleep(pause);
    }
  return writeEnd(...given);
};
