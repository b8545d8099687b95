import type { Retry } from '@amend/contract';

/** Answers after which a request that may be repeated is sent again. */
const transient = new Set([408, 425, 429, 500, 502, 503, 504]);

/** System errors that come before any byte is sent. Other runtimes give none; then nothing is assumed. */
const beforeSending = new Set<string | undefined>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const baseDelay = 100;
const maxDelay = 5_000;

/** With its spread, no wait is longer than a minute. */
const maxRetryAfter = 40_000;
const spread = 0.5;

/** What one attempt came to, as far as a repetition depends on it. */
export interface Attempt {
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** A system error of the connection. */
  readonly code?: string | undefined;
}

const mayRepeat = (retry: Retry, body: unknown): boolean => {
  if (typeof retry === 'string') return retry !== 'never';
  if ('idempotentBy' in retry) return true;
  return !retry.idempotentUnless.some((name) => Object.hasOwn(Object(body), name));
};

const wasNotSent = ({ status, code }: Attempt): boolean => status === undefined && beforeSending.has(code);

/**
 * Whether an attempt leaves it open that the request took effect; below 400 the answer's body tells. A refusal does not,
 * and 425 is one: who answers it did not process the request. 408 does, because proxies say it of a provider that is late.
 */
export const leavesOpen = (attempt: Attempt): boolean => {
  const { status } = attempt;
  return status === undefined ? !wasNotSent(attempt) : status === 408 || status >= 500;
};

/** Whether the request may be sent again, by the contract's `x-retry`; `never` allows it while nothing was sent. */
export const shouldRetry = (retry: Retry, body: unknown, attempt: Attempt): boolean =>
  wasNotSent(attempt) || (mayRepeat(retry, body) && (attempt.status === undefined || transient.has(attempt.status)));

/** The moment of an HTTP date, in milliseconds since 1970. */
export const parseDate = (header: string | null): number | undefined => {
  const text = String(header);
  const date = /^[A-Za-z]{3}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
};

/**
 * The wait that a `Retry-After` header asks for, in milliseconds: seconds or an HTTP date. Nothing if it is missing or
 * makes no sense.
 */
export const parseRetryAfter = (header: string | null, now: number): number | undefined => {
  if (/^ *[0-9]{1,9} *$/.test(String(header))) return Number(header) * 1000;
  const date = parseDate(header);
  return date === undefined ? undefined : Math.max(0, date - now);
};

/**
 * Milliseconds to wait before the next attempt: a random part of a doubling limit; or what the provider asked for and a
 * random part of half as much again, so that clients that were sent away together do not come back together.
 *
 * @returns Nothing if that could be more than a minute: then it is the caller's to decide.
 */
export const retryDelay = (
  attempt: number,
  retryAfter: number | undefined,
  random: () => number,
): number | undefined => {
  const limit = Math.min(maxDelay, baseDelay * 2 ** attempt);
  if (retryAfter === undefined) return random() * limit;
  return retryAfter > maxRetryAfter ? undefined : retryAfter + random() * Math.max(limit, retryAfter * spread);
};

/** Keeps a client from multiplying the load of a provider that is down: retries cost tokens, successes earn some. */
export const createQuota = () => {
  const capacity = 500;
  const price = 14;
  let tokens = capacity;
  return {
    /** Whether one more retry can be afforded. */
    take(): boolean {
      if (tokens < price) return false;
      tokens -= price;
      return true;
    },
    /** A success gives back what its last retry cost, and a token in any case. */
    reward(retries: number): void {
      tokens = Math.min(capacity, tokens + (retries > 0 ? price : 1));
    },
  };
};
