import { type Account, type Known, makeCall, operationFor, send, type User } from 'amend';
import type { Claimed } from './claim.ts';
import type { At, Context } from './context.ts';
import { createFor, findCreated, goOnWith, holdCreate } from './create.ts';
import { Memory } from './drift.ts';
import { endOf, endOfError } from './end-of.ts';
import { type End, finish, type Looked } from './finish.ts';
import { intend } from './intend.ts';
import { KeepError } from './keep-error.ts';
import { fold, planEntries } from './plan-entries.ts';
import type { OpenRows } from './read-open.ts';
import type { LinkRow } from './rows.ts';
import { settleAttempts } from './settle.ts';
import { nothing, workOf } from './work.ts';

const waitForKey = 300_000;
const waitAfterDoubt = 3_600_000;

/** The kind of user that was seen there. */
export const kindOf = ({ kind }: LinkRow): Known | undefined =>
  kind === null ? undefined : { user: { kind } as User };

/** One look at a link that is leased: reads, plans, sends what is wanted and not there, and writes down what came of it. */
export const reconcileLink = async (of: Context, link: Claimed, at: At, open: OpenRows): Promise<Looked> => {
  const { provider, account } = link;
  const now = await of.store.now();
  const work = await workOf(of, link.user_id, open).catch((error: unknown) => {
    if (error instanceof KeepError && error.code === 'no-key') return error;
    throw error;
  });
  if (work instanceof KeepError)
    return finish(of, link, nothing, { nextAt: now + waitForKey, hold: { reason: 'no-key', message: work.message } });
  const end = (facts: End): Promise<Looked> => finish(of, link, work, facts);

  const over = Math.max(0, ...work.attempts.map(({ deadline_at }) => deadline_at + at.settle));
  if (over > now) return end({ nextAt: over });
  for (const attempt of work.attempts) if (attempt.fields === '[]') attempt.outcome = 'abandoned';
  const doubts = work.attempts.filter(({ outcome }) => outcome === undefined);
  // A success is written down where the provider had failed.
  const told = link.isTroubled ? 'well' : undefined;

  const isCreate = account === null;
  if (isCreate && (doubts.length > 0 || work.entries.some(({ facts }) => facts.r === 'unknown'))) {
    const { id, error } = await findCreated(at, work);
    if (error) return end(endOfError(error, provider));
    if (id !== undefined) {
      goOnWith(at, work, doubts, now);
      return end({ told, account: id, nextAt: now });
    }
    for (const attempt of doubts) attempt.outcome = 'unknown';
    holdCreate(work.entries, now);
    return end({ told });
  }
  const call = isCreate ? undefined : at.updates[0].reader.read?.({ id: account });
  const answer = call && (await makeCall(at.client, call, { timeout: at.timeout }));
  if (answer?.ok === false)
    return end({ ...endOfError(answer.error, provider), wasRead: answer.error.kind === 'not-found' });

  const chosen = operationFor(at.updates, answer ? { answer: answer.data } : kindOf(link));
  const current = answer && chosen.current;
  const operation = isCreate ? createFor(at, work) : chosen.operation;
  if (!operation) throw new KeepError('misuse', `${provider} has no operation that creates a user.`);
  settleAttempts(doubts, work.entries, operation, current, now);

  const memory = new Memory(work.key, link);
  const entries = fold(work.entries, now);
  const drifted = current ? memory.compare(current, new Set(entries.map(({ path }) => path)), now) : [];
  const status = current?.verification ?? link.status ?? undefined;
  const planning: Account = isCreate
    ? { operation, ...(work.native && { native: work.native }) }
    : { operation, id: account, ...(current ? { current } : status && { status: status as 'verified' }) };
  const planned = planEntries(planning, entries, { now, isCreate });
  for (const { path, facts } of entries) if (facts.s === 'kept') memory.confirm(path, current);
  const seen: End = {
    ...{ told, drifted, wasRead: answer !== undefined },
    status: current?.verification,
    kind: operation.reader.kind,
    memory,
    atRest: doubts.length > 0 ? now + waitAfterDoubt : null,
  };
  if (!planned) return end(seen);

  const sending = { ...planned, at, operation, current };
  const attempt = await intend(of, link, work, sending);
  if (!attempt) return { outcome: 'busy', nextAt: now };
  const sent = { ...work, attempts: [...work.attempts, attempt] };
  const timeout = attempt.deadline_at - (await of.store.now());
  if (timeout < at.timeout / 2) {
    attempt.outcome = 'not-sent';
    return finish(of, link, sent, { nextAt: now });
  }
  const result = await send(planned.plan, at.client, { timeout });
  const then = await of.store.now();
  const ended = endOf(result, sending, { attempt, memory, now: then, until: then + of.recheck() });
  return finish(of, link, sent, { ...seen, ...ended });
};
