import type { Retry } from '@amend/contract';
import { type AttemptOptions, attempt, type Outcome, type UnsignedRequest, type WrittenRequest } from './attempt.ts';
import { type ErrorKind, kindOfStatus } from './client-error.ts';
import { type Deadline, elapsed } from './deadline.ts';
import type { ObservedAttempt } from './observe.ts';
import { type Attempt, type createQuota, leavesOpen, retryDelay, shouldRetry } from './retry.ts';
import { NoTokenError } from './token.ts';

/** Makes the headers that prove who is calling; called anew for each attempt, because signatures expire. */
export type Sign = (request: UnsignedRequest) => Promise<Record<string, string>> | Record<string, string>;

/** What goes into the headers of a request. */
export interface WriteOptions {
  readonly sign: Sign;
  /** Credentials that stand in the address. */
  readonly secretQuery?: Readonly<Record<string, string>>;
  readonly userAgent: string;
}

export interface SendOptions extends AttemptOptions, WriteOptions {
  /** The most attempts that one call may take. */
  readonly maxAttempts: number;
  readonly quota: ReturnType<typeof createQuota>;
  readonly random: () => number;
  /** Hears of each attempt, once it is over. */
  readonly onAttempt?: ((attempt: ObservedAttempt) => void) | undefined;
}

export interface Sent {
  readonly outcome: Outcome;
  readonly attempts: number;
  /** Whether any attempt that failed leaves it open that the request took effect. */
  readonly isOpen: boolean;
}

/** An address with credentials in it, and which parts of it they are. */
const withQuery = (
  url: string,
  query: Readonly<Record<string, string>>,
): Pick<WrittenRequest, 'url' | 'secretQuery'> => {
  const names = Object.keys(query);
  if (names.length === 0) return { url };
  const pairs = names.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(query[name] ?? '')}`);
  return { url: `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`, secretQuery: names };
};

/** The request as it is sent now. */
export const write = async (
  request: UnsignedRequest,
  { sign, userAgent, secretQuery = {} }: WriteOptions,
): Promise<WrittenRequest> => ({
  ...request,
  ...withQuery(request.url, secretQuery),
  headers: {
    ...(request.body !== undefined && { 'Content-Type': request.media ?? 'application/json' }),
    ...(request.accept !== undefined && { Accept: request.accept }),
    ...request.own,
    'User-Agent': userAgent,
    ...(await sign(request)),
  },
});

/** Waits, or less if the call ends before. */
const wait = (milliseconds: number, { signal }: Deadline): Promise<void> =>
  new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    // A signal that was aborted before now does not say so again.
    const timer = setTimeout(finish, signal.aborted ? 0 : milliseconds);
    signal.addEventListener('abort', finish);
  });

interface RetryPolicy {
  readonly rule: Retry;
  readonly body: unknown;
}

const attemptOf = (outcome: Outcome): Attempt =>
  outcome.is === 'answer' ? { status: outcome.status } : { code: outcome.code };

/** Milliseconds until the request may be sent again; nothing if it may not. */
const delayBeforeNext = (
  { outcome, attempts }: Sent,
  { rule, body }: RetryPolicy,
  deadline: Deadline,
  { maxAttempts, quota, random }: SendOptions,
): number | undefined => {
  const isAnswer = outcome.is === 'answer';
  if (isAnswer && outcome.status < 400) {
    if (outcome.flaw === undefined) quota.reward(attempts - 1);
    return undefined;
  }
  const isOver = !isAnswer && outcome.kind !== 'network';
  if (isOver || attempts >= maxAttempts || !shouldRetry(rule, body, attemptOf(outcome))) return undefined;
  const delay = retryDelay(attempts - 1, isAnswer ? outcome.retryAfter : undefined, random);
  return delay === undefined || delay >= deadline.remaining() || !quota.take() ? undefined : delay;
};

/** Why an attempt failed, before anybody has looked at its data. */
const kindOf = (outcome: Outcome): ErrorKind | undefined => {
  if (outcome.is === 'no-answer') return outcome.kind;
  const isGood = outcome.status >= 200 && outcome.status < 300 && (outcome.flaw ?? 'no body') === 'no body';
  return isGood ? undefined : kindOfStatus(outcome.status);
};

/** Sends a request, again where the contract and the kind of failure allow it, and never past the deadline. */
export const send = async (
  request: UnsignedRequest,
  policy: RetryPolicy,
  deadline: Deadline,
  options: SendOptions,
): Promise<Sent> => {
  let last: Sent | undefined;
  /** What the call comes to if it is over before its next attempt is sent. */
  const ended = (): Sent | undefined => {
    const kind = deadline.reason();
    return kind && { outcome: { is: 'no-answer', kind }, attempts: last?.attempts ?? 0, isOpen: last?.isOpen ?? false };
  };
  try {
    for (let attempts = 1; ; attempts++) {
      const unsigned = ended();
      if (unsigned) return unsigned;
      const written = await write(request, options);
      const unsent = ended();
      if (unsent) return unsent;
      const began = elapsed();
      const outcome = await attempt(written, deadline, options);
      last = { outcome, attempts, isOpen: last?.isOpen || leavesOpen(attemptOf(outcome)) };
      const delay = delayBeforeNext(last, policy, deadline, options);
      const facts = outcome.is === 'answer' ? outcome : { status: undefined, requestId: undefined };
      options.onAttempt?.({
        attempt: attempts,
        status: facts.status,
        kind: kindOf(outcome),
        requestId: facts.requestId,
        milliseconds: elapsed() - began,
        retryIn: delay,
      });
      if (delay === undefined) return last;
      await wait(delay, deadline);
    }
  } catch (error) {
    // What was sent stays known, even if the next signature cannot be made.
    if (last) return last;
    if (error instanceof NoTokenError) return { outcome: error.outcome, attempts: 0, isOpen: false };
    throw error;
  }
};
