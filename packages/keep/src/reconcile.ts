import {
  type Account,
  type AnyUserOperation,
  type ClientError,
  fieldsNamedBy,
  makeCall,
  operationFor,
  type Plan,
  planAll,
  send,
  toUser,
  type User,
} from 'amend';
import { Memory } from './drift.ts';
import { appendedTo, hides, patchOf } from './fields.ts';
import { type End, finish, type Waits } from './finish.ts';
import { KeepError } from './keep-error.ts';
import type { Told } from './pace.ts';
import { fold, mark, planEntries } from './plan-entries.ts';
import type { At } from './provider.ts';
import type { LinkRow } from './rows.ts';
import type { Vault } from './seal.ts';
import { idsBefore, settleAttempts } from './settle.ts';
import { inTransaction, type Store } from './store.ts';
import type { Reconciled } from './types.ts';
import { type Entry, isAbandoned, loadWork, lockIfEnding, saveWork, type Work } from './work.ts';

export interface Deps {
  readonly store: Store;
  readonly vault: Vault;
  readonly load: ((userId: string) => Promise<object>) | undefined;
  readonly waits: () => Waits;
}

/** What a look came to, the fields that turned out to differ from what was last seen, and whether the user was read. */
export type Looked = Reconciled & { readonly drifted?: readonly string[]; readonly wasRead?: boolean };

const enoughRefusals = 2;
const enoughNotTaken = 3;
const waitForKey = 300_000;
/** Bytes of an answer: a list of some ten thousand users. */
const longest = 16 * 1024 * 1024;
const waitAfterDoubt = 3_600_000;

/** What an error tells of the provider as a whole. */
const toldBy = ({ kind, status, retryAfter }: ClientError): Told | undefined => {
  if (kind === 'unauthorized') return { trouble: 'credentials', isCertain: status === 401 };
  if (kind === 'rate-limited') return { trouble: 'rate', retryAfter };
  if (kind === 'invalid' || kind === 'aborted') return undefined;
  return kind === 'rejected' || kind === 'not-found' ? 'well' : { trouble: 'down', retryAfter };
};

const notFound = (provider: string) =>
  ({
    reason: 'not-found',
    message: `${provider} knows no user by this account; link the user to the right one.`,
  }) as const;

/** The user that a create in doubt has made, if a look by what is unique finds exactly that one. */
const foundBy = (operation: AnyUserOperation, answer: unknown, wanted: User): string | undefined => {
  const name = wanted.externalId === undefined ? 'email' : 'externalId';
  const unique = (user: User): string => String(user[name]).toLowerCase();
  const users = (Array.isArray(answer) ? answer : [answer]).map((record) => toUser(operation, record));
  const same = users.filter((user) => user[name] !== undefined && unique(user) === unique(wanted));
  return same.length === 1 ? same[0]?.id : undefined;
};

const mayExist =
  'may have been created already; look there, then link the account, or decide on retry or withdraw of all.';

/** The create that can be made of this, or the usual one. */
const createFor = (at: At, entries: readonly Entry[], native: object | undefined): AnyUserOperation | undefined => {
  const { patch } = patchOf(entries);
  const isReady = (operation: AnyUserOperation): boolean =>
    planAll(patch, [{ operation, ...(native && { native }) }])[0]?.state === 'ready';
  return at.creates.length > 1 ? (at.creates.find(isReady) ?? at.creates[0]) : at.creates[0];
};

/** Writes down what is about to be sent, if the lease is still this worker's. */
const intend = (
  { store }: Deps,
  link: LinkRow,
  work: Work,
  outcomes: ReadonlyMap<number, string>,
  sending: { operation: AnyUserOperation; entries: readonly Entry[]; current: User | undefined; timeout: number },
): Promise<number | undefined> =>
  inTransaction(store, async (tx, now) => {
    const deadline = now + sending.timeout;
    await lockIfEnding(tx, link, work);
    const { rows } = await tx.query(
      `insert into amend_keep.attempt
        (user_id, provider, fence, operation, fields, before_ids, started_at, deadline_at)
        select user_id, provider, cast($3 as integer), cast($5 as text), cast($6 as text), cast($7 as text),
          cast($4 as double precision), cast($8 as double precision) from amend_keep.link
        where user_id = $1 and provider = $2 and fence = $3 and lease_until > $4 for update returning fence`,
      [
        ...[link.user_id, link.provider, link.fence, now, sending.operation.operationId],
        JSON.stringify(sending.entries.map(({ version, path }) => [version, path])),
        JSON.stringify(idsBefore(sending.operation, sending.current, sending.entries)),
        deadline,
      ],
    );
    if (!rows[0]) return undefined;
    await saveWork(tx, link, work, outcomes, now);
    return deadline;
  });

/** Marks what a provider refuses although its plan was ready: once, the status may have moved; twice, it is held. */
const markRefused = (error: ClientError, plan: Plan, sent: ReadonlyMap<string, Entry>, now: number, until: number) => {
  const named = new Set(fieldsNamedBy(error, plan));
  for (const [field, entry] of sent) {
    const n = error.kind === 'invalid' ? enoughRefusals : (entry.facts.n ?? 0) + 1;
    const isBlamed = named.size === 0 || named.has(field);
    if (n < enoughRefusals || !isBlamed) mark(entry, 'pending', now, { n });
    else
      mark(entry, 'held', now, {
        r: 'rejected',
        until,
        m: `${entry.path} was rejected by ${plan.provider}; change it, or decide on retry or withdraw.`,
      });
  }
};

/** One look at a link that is leased: reads, plans, sends what is wanted and not there, and writes down what came of it. */
export const reconcileLink = async (deps: Deps, link: LinkRow, at: At, isTroubled: boolean): Promise<Looked> => {
  const { store } = deps;
  const { provider, account } = link;
  const isCreate = account === null;
  const outcomes = new Map<number, string>();
  let work: Work = { key: undefined, deliveries: [], entries: [], native: undefined, attempts: [] };
  let wasRead = false;
  const end = async (facts: Omit<End, 'outcomes'>): Promise<Looked> => ({
    ...(await finish(store, link, work, { ...facts, outcomes }, deps.waits())),
    wasRead,
  });
  const failed = (error: ClientError, nextAt?: number): Promise<Looked> => {
    const told = toldBy(error);
    return end({ isFailure: true, ...(told && { told }), ...(nextAt !== undefined && { nextAt }) });
  };

  const now = await store.now();
  try {
    work = await loadWork(store, deps.vault, link, deps.load);
  } catch (error) {
    if (!(error instanceof KeepError) || error.code !== 'no-key') throw error;
    return end({ nextAt: now + waitForKey, hold: { reason: 'no-key', message: error.message } });
  }
  const over = Math.max(0, ...work.attempts.map(({ deadline_at }) => deadline_at + at.settle));
  if (over > now) return end({ nextAt: over });
  for (const { fence } of work.attempts.filter(isAbandoned)) outcomes.set(fence, 'abandoned');
  work = { ...work, attempts: work.attempts.filter((attempt) => !isAbandoned(attempt)) };

  const isInDoubt = isCreate && (work.attempts.length > 0 || work.entries.some(({ facts }) => facts.r === 'unknown'));
  const [usual] = at.updates as [AnyUserOperation];
  // A create is looked for by what it was sent with, and not by what was changed since.
  const wanted = isCreate ? (patchOf(work.entries.toReversed()).patch as User) : { id: account };
  const { read, list } = usual.reader;
  const call = isInDoubt ? (read?.(wanted) ?? list) : isCreate ? undefined : read?.(wanted);
  const answer = call && (await makeCall(at.client, call, { timeout: at.timeout, maxResponseBytes: longest }));
  const isGone = answer?.ok === false && answer.error.kind === 'not-found';
  wasRead = !isCreate && answer !== undefined && (answer.ok || isGone);
  if (isGone && !isCreate) return end({ hold: notFound(provider), told: 'well' });
  // Nor does a list find anybody that is too long to be read; neither is trouble of the provider's.
  const isNobody = isInDoubt && answer?.ok === false && (isGone || answer.error.kind === 'malformed');
  if (answer && !answer.ok && !isNobody) return failed(answer.error);
  const well = isTroubled ? ({ told: 'well' } as const) : {};

  if (isInDoubt) {
    const found = answer?.ok ? foundBy(usual, answer.data, wanted) : undefined;
    for (const { fence } of work.attempts) outcomes.set(fence, found === undefined ? 'unknown' : 'settled');
    if (found !== undefined) return end({ account: found, nextAt: now, ...well });
    for (const entry of work.entries) mark(entry, 'held', now, { r: 'unknown', m: `The user ${mayExist}` });
    return end({ ...well });
  }
  const kind = link.kind === null ? undefined : { user: { kind: link.kind } as User };
  const chosen = operationFor(at.updates, answer?.ok ? { answer: answer.data } : kind);
  const current = answer ? chosen.current : undefined;
  const operation = isCreate ? createFor(at, work.entries, work.native) : chosen.operation;
  if (!operation) throw new KeepError('misuse', `${provider} has no operation that creates a user.`);
  for (const [fence, outcome] of settleAttempts(work, operation, current, now)) outcomes.set(fence, outcome);

  const memory = new Memory(work.key, link);
  const entries = fold(work.entries, now);
  const open = new Set(entries.map(({ path }) => path));
  const drifted = current ? memory.compare(current, open, now) : [];
  const status = current?.verification ?? link.status ?? undefined;
  const planning: Account = isCreate
    ? { operation, ...(work.native && { native: work.native }) }
    : { operation, id: account, ...(current ? { current } : status && { status: status as 'verified' }) };
  const { plan, sent } = planEntries(planning, entries, { now, isCreate });
  for (const { path, facts } of entries) if (facts.s === 'kept') memory.confirm(path, current);
  const seen = {
    status: current?.verification,
    kind: operation.reader.kind,
    confirmed: memory.confirmed,
    drift: memory.drift,
  };
  const atRest = work.attempts.length > 0 ? now + waitAfterDoubt : null;
  if (!plan) return { ...(await end({ ...seen, ...well, atRest })), drifted };

  const sending = { operation, entries: [...sent.values()], current, timeout: at.timeout };
  const deadline = await intend(deps, link, work, outcomes, sending);
  if (deadline === undefined) return { outcome: 'busy' };
  const timeout = deadline - (await store.now());
  if (timeout < at.timeout / 2) {
    outcomes.set(link.fence, 'not-sent');
    return end({ nextAt: now });
  }
  const result = await send(plan, at.client, { timeout });
  const then = await store.now();
  if (result.ok && isCreate && result.data.id === undefined) {
    outcomes.set(link.fence, 'unknown');
    for (const entry of sent.values()) mark(entry, 'held', then, { r: 'unknown', m: `The user ${mayExist}` });
    return end({ ...well });
  }
  if (result.ok) {
    outcomes.set(link.fence, 'taken');
    for (const [field, entry] of sent) {
      const n = (entry.facts.n ?? 0) + 1;
      const m = `${entry.path} was not taken by ${provider}, which says that it was; ask there, or decide on retry or withdraw.`;
      const until = then + deps.waits().recheck;
      // What no read can tell is believed; of all else the next read tells.
      const isHidden = call !== undefined && hides(operation, entry.path, entry.value, result.data);
      if (!isHidden && !result.notTaken.includes(field)) {
        mark(entry, 'kept', then);
        memory.confirm(entry.path, result.data);
        continue;
      }
      if (n < enoughNotTaken) mark(entry, 'pending', then, { n });
      else mark(entry, 'held', then, { r: 'not-taken', m, until });
      // It is not sent again before a read shows that it is not there.
      if (appendedTo(operation, entry.path)) outcomes.delete(link.fence);
    }
    const { id } = result.data;
    const made = isCreate && id !== undefined ? { account: id } : {};
    const shown = result.data.verification;
    return {
      ...(await end({ ...seen, ...(shown && shown !== 'unknown' && { status: shown }), ...made, ...well, atRest })),
      drifted,
    };
  }
  const { error } = result;
  if (error.isUncertain) return failed(error, deadline + at.settle);
  outcomes.set(link.fence, error.kind === 'rejected' ? 'refused' : 'not-sent');
  if (error.kind === 'not-found') return end({ hold: notFound(provider), told: 'well' });
  if (error.kind !== 'rejected' && error.kind !== 'invalid') return failed(error);
  markRefused(error, plan, sent, then, then + deps.waits().recheck);
  return end({
    ...seen,
    ...well,
    ...([...sent.values()].some(({ facts }) => facts.s === 'pending') && { nextAt: then }),
  });
};
