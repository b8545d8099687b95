import type { Retry } from '@amend/contract';
import type { Deadline } from './deadline.ts';
import { errorCode } from './error-code.ts';
import { headerOf, letGo, readText } from './read-response.ts';
import {
  type Attempt,
  type createQuota,
  leavesOpen,
  parseDate,
  parseRetryAfter,
  retryDelay,
  shouldRetry,
} from './retry.ts';
import { parseSafely } from './safe-json.ts';

/** A request before its headers, as a provider signs it. */
export interface UnsignedRequest {
  readonly method: string;
  /** The whole address, query included. */
  readonly url: string;
  /** The exact text that is sent; none if there is no body. */
  readonly body: string | undefined;
}

/** Makes the headers that prove who is calling; called anew for each attempt, because signatures expire. */
export type Sign = (request: UnsignedRequest) => Promise<Record<string, string>> | Record<string, string>;

/** The part of `fetch` that a client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface SendOptions {
  readonly fetch: Fetch;
  readonly sign: Sign;
  /** The most attempts that one call may take. */
  readonly maxAttempts: number;
  /** The most bytes of an answer, after decompression. */
  readonly maxResponseBytes: number;
  readonly quota: ReturnType<typeof createQuota>;
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a request came to. */
type Outcome =
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly flaw?: string;
      readonly retryAfter: number | undefined;
      /** How many milliseconds this machine's clock is off the provider's; 0 where that does not say its time. */
      readonly clockSkew: number;
    }
  | {
      readonly is: 'no-answer';
      readonly kind: 'timeout' | 'aborted' | 'network' | 'malformed';
      readonly code?: string | undefined;
    };

export interface Sent {
  readonly outcome: Outcome;
  readonly attempts: number;
  /** Whether any attempt that failed leaves it open that the request took effect. */
  readonly isOpen: boolean;
}

/** Whether the platform's requests take a property, and leave the address as it is. */
const isTaken = (init: RequestInit): boolean => {
  const url = 'https://localhost/';
  try {
    return typeof Request === 'undefined' || new Request(url, init).url === url;
  } catch {
    // It throws at what it does not take.
  }
  return false;
};

// Both are found out at the first call: a worker makes no signal before, and a polyfill may come late.

/** Some older runtimes throw at the word, and React Native's `fetch` adds a parameter that no contract knows. */
let takesCache: boolean | undefined;

/** Beside jsdom, `fetch` may be Node's and `AbortController` jsdom's; the deadline is kept without it too. */
let takesSignal: boolean | undefined;

/** What a `fetch` has to give; of the rest, other people's leave out this and that. */
const isResponse = (given: unknown): given is Response =>
  typeof given === 'object' && given !== null && typeof (given as Response).status === 'number';

/** No provider's users have so little to each value, and an answer of the largest size holds no more values than that. */
const bytesPerValue = 16;

/** One attempt, to the last byte of the answer. */
const attempt = async (
  request: UnsignedRequest,
  headers: Record<string, string>,
  deadline: Deadline,
  options: SendOptions,
): Promise<Outcome> => {
  // Called alone: a `fetch` of the platform's is no method of ours.
  const { fetch } = options;
  takesCache ??= isTaken({ cache: 'no-store' });
  takesSignal ??= isTaken({ signal: deadline.signal });
  try {
    const { method, url, body } = request;
    const content =
      body === undefined ? { headers } : { headers: { 'Content-Type': 'application/json', ...headers }, body };
    const answering = Promise.resolve(
      fetch(url, {
        method,
        // A redirect would carry the credentials and the body to wherever it points.
        redirect: 'manual',
        // An answer holds a person's data, and a status that changes.
        ...(takesCache && { cache: 'no-store' }),
        ...(takesSignal && { signal: deadline.signal }),
        ...content,
      }),
    );
    // Nobody waits for what comes after the end, and its connection must not stay.
    answering.then(
      (late) => deadline.reason() && letGo(late),
      () => {},
    );
    const response = await deadline.race(answering);
    if (!isResponse(response)) return { is: 'no-answer', kind: 'malformed', code: 'fetch gave no response' };
    const { status } = response;
    const now = options.now();
    const date = parseDate(headerOf(response, 'Date'));
    const providersNow = date ?? now;
    const answer = {
      is: 'answer',
      status,
      retryAfter: parseRetryAfter(headerOf(response, 'Retry-After'), providersNow),
      clockSkew: Math.abs(now - providersNow),
    } as const;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      letGo(response);
      return { ...answer, body: undefined, flaw: 'redirect' };
    }
    const read = await deadline.race(readText(response, options.maxResponseBytes, deadline.signal));
    if ('flaw' in read) return { ...answer, body: undefined, flaw: read.flaw };
    if (read.text === '') return { ...answer, body: undefined, flaw: 'no body' };
    const parsed = parseSafely(read.text, options.maxResponseBytes / bytesPerValue);
    return 'flaw' in parsed ? { ...answer, body: read.text, flaw: parsed.flaw } : { ...answer, body: parsed.value };
  } catch (error) {
    return { is: 'no-answer', kind: deadline.reason() ?? 'network', code: errorCode(error) };
  }
};

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
      const headers = await options.sign(request);
      const unsent = ended();
      if (unsent) return unsent;
      const outcome = await attempt(request, headers, deadline, options);
      last = { outcome, attempts, isOpen: last?.isOpen || leavesOpen(attemptOf(outcome)) };
      const delay = delayBeforeNext(last, policy, deadline, options);
      if (delay === undefined) return last;
      await wait(delay, deadline);
    }
  } catch (error) {
    // What was sent stays known, even if the next signature cannot be made.
    if (last) return last;
    throw error;
  }
};
