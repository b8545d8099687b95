import { type ClientError, fieldsNamedBy, type Sent } from 'amend';
import { holdCreate } from './create.ts';
import type { Memory } from './drift.ts';
import type { HeldReason } from './field-state.ts';
import { appendedTo, hides } from './fields.ts';
import type { End } from './finish.ts';
import type { Sending } from './intend.ts';
import type { Told } from './pace.ts';
import { mark } from './save-work.ts';
import type { Attempt, Entry } from './work.ts';

/** What an error tells of the provider as a whole. */
const toldBy = ({ kind, status, retryAfter }: ClientError): Told | undefined => {
  if (kind === 'unauthorized') return { trouble: 'credentials', isCertain: status === 401 };
  if (kind === 'rate-limited') return { trouble: 'rate', retryAfter };
  if (kind === 'invalid' || kind === 'aborted') return undefined;
  return kind === 'rejected' || kind === 'not-found' ? 'well' : { trouble: 'down', retryAfter };
};

/** How a look ends whose request was not served. */
export const endOfError = (error: ClientError, provider: string): End => {
  if (error.kind !== 'not-found') return { isFailure: true, told: toldBy(error) };
  const message = `${provider} knows no user by this account; link the user to the right one.`;
  return { hold: { reason: 'not-found', message }, told: 'well' };
};

interface Then {
  readonly attempt: Attempt;
  readonly memory: Memory;
  readonly now: number;
  /** When what is held now is looked at again. */
  readonly until: number;
}

/** Has a field tried again, and held once that was enough. */
const again = (entry: Entry, enough: number, r: HeldReason, why: string, { now, until }: Then): void => {
  const n = (entry.facts.n ?? 0) + 1;
  if (n < enough) mark(entry, 'pending', now, { n });
  else mark(entry, 'held', now, { r, until, m: `${entry.path} was ${why}, or decide on retry or withdraw.` });
};

const afterSuccess = (result: Sent & { ok: true }, { operation, plan, sent, current }: Sending, then: Then): End => {
  const { attempt, memory, now } = then;
  const { id, verification } = result.data;
  const isCreate = !operation.rules;
  if (isCreate && id === undefined) {
    attempt.outcome = 'unknown';
    holdCreate(sent.values(), now);
    return {};
  }
  attempt.outcome = 'taken';
  for (const [field, entry] of sent) {
    // What no read can tell is believed; of all else the next read tells.
    const isHidden = current && hides(operation, entry.path, entry.value, result.data);
    if (!isHidden && !result.notTaken.includes(field)) {
      mark(entry, 'kept', now);
      memory.confirm(entry.path, result.data);
      continue;
    }
    again(entry, 3, 'not-taken', `not taken by ${plan.provider}, which says that it was; ask there`, then);
    // It is not sent again before a read shows that it is not there.
    if (appendedTo(operation, entry.path)) attempt.outcome = undefined;
  }
  return {
    ...(isCreate && { account: id }),
    ...(verification !== 'unknown' && verification && { status: verification }),
  };
};

/** Marks what a provider refuses although its plan was ready: once, the status may have moved; twice, it is held. */
const afterRefusal = (error: ClientError, { plan, sent }: Sending, then: Then): End => {
  const named = new Set(fieldsNamedBy(error, plan));
  const enough = error.kind === 'invalid' ? 1 : 2;
  for (const [field, entry] of sent) {
    const isBlamed = named.size === 0 || named.has(field);
    const why = `rejected by ${plan.provider}; change it`;
    again(entry, isBlamed ? enough : Number.POSITIVE_INFINITY, 'rejected', why, then);
  }
  return [...sent.values()].some(({ facts }) => facts.s === 'pending') ? { nextAt: then.now } : {};
};

/** Marks what became of what was sent, and says how the look ends. */
export const endOf = (result: Sent, sending: Sending, then: Then): End => {
  if (result.ok) return afterSuccess(result, sending, then);
  const { error } = result;
  const { attempt } = then;
  const { at, plan } = sending;
  if (error.isUncertain) return { isFailure: true, told: toldBy(error), nextAt: attempt.deadline_at + at.settle };
  attempt.outcome = error.kind === 'rejected' ? 'refused' : 'not-sent';
  if (error.kind !== 'rejected' && error.kind !== 'invalid') return endOfError(error, plan.provider);
  return afterRefusal(error, sending, then);
};
