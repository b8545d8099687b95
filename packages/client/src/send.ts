import type { Retry } from '@amend/contract';
import type { Deadline } from './deadline.ts';
import { readText } from './read-text.ts';
import { type createQuota, parseRetryAfter, retryDelay, shouldRetry } from './retry.ts';
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
      readonly retryAfter?: number | undefined;
    }
  | { readonly is: 'no-answer'; readonly kind: 'timeout' | 'aborted' | 'network'; readonly code?: string | undefined };

export interface Sent {
  readonly outcome: Outcome;
  readonly attempts: number;
}

/** A system error's code is safe to repeat; its message may not be. */
const errorCode = (error: unknown): string | undefined => {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as { cause?: unknown }).cause) {
    const { code, errors } = cause as { code?: unknown; errors?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(code)) return code;
    if (Array.isArray(errors) && errors.length > 0) return errorCode(errors[0]);
  }
  return undefined;
};

/** One attempt, from the signature to the last byte of the answer. */
const attempt = async (request: UnsignedRequest, deadline: Deadline, options: SendOptions): Promise<Outcome> => {
  const headers = await options.sign(request);
  try {
    const response = await deadline.race(
      options.fetch(request.url, {
        method: request.method,
        // A redirect would carry the credentials and the body to wherever it points.
        redirect: 'manual',
        headers: request.body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
        signal: deadline.signal,
        ...(request.body !== undefined && { body: request.body }),
      }),
    );
    const { status } = response;
    const retryAfter = parseRetryAfter(response.headers.get('Retry-After'), options.now());
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      response.body?.cancel().catch(() => {});
      return { is: 'answer', status, body: undefined, flaw: 'redirect' };
    }
    const read = await deadline.race(readText(response, options.maxResponseBytes, deadline.signal));
    if ('flaw' in read) return { is: 'answer', status, body: undefined, flaw: read.flaw, retryAfter };
    if (read.text === '') return { is: 'answer', status, body: undefined, flaw: 'no body', retryAfter };
    const parsed = parseSafely(read.text);
    return 'flaw' in parsed
      ? { is: 'answer', status, body: read.text, flaw: parsed.flaw, retryAfter }
      : { is: 'answer', status, body: parsed.value, retryAfter };
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
  const failure = isAnswer ? { status: outcome.status } : { code: outcome.code };
  if (isOver || attempts >= maxAttempts || !shouldRetry(rule, body, failure)) return undefined;
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
  try {
    for (let attempts = 1; ; attempts++) {
      const kind = deadline.reason();
      if (kind) return { outcome: { is: 'no-answer', kind }, attempts: attempts - 1 };
      last = { outcome: await attempt(request, deadline, options), attempts };
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
