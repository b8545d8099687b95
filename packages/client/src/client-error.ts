import { type Issue, limitIssues } from './issues.ts';

/**
 * Why a call failed; a closed list.
 *
 * - `invalid`: the request breaks the contract, and nothing was sent. `issues` says where.
 * - `aborted`: the caller's signal.
 * - `timeout`: no complete answer within the deadline.
 * - `network`: the connection could not be made, or broke.
 * - `unauthorized`: 401 or 403.
 * - `not-found`: 404.
 * - `rate-limited`: 429.
 * - `unavailable`: 408, 425 or 5xx.
 * - `rejected`: any other refusal by the provider, under a 2xx status too.
 * - `malformed`: an answer that the contract does not know, a redirect, or no safe JSON.
 *
 * Whether the request took effect all the same is told by {@link ClientError.isUncertain}, not by the kind.
 */
export type ErrorKind =
  | 'invalid'
  | 'aborted'
  | 'timeout'
  | 'network'
  | 'unauthorized'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'rejected'
  | 'malformed';

export const kindOfStatus = (status: number): ErrorKind => {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status === 425 || status >= 500) return 'unavailable';
  return status >= 400 ? 'rejected' : 'malformed';
};

/** What an error may tell; never a value from a request or an answer. */
export interface ErrorFacts {
  readonly kind: ErrorKind;
  readonly provider: string;
  /** The `operationId`. */
  readonly operation: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Whether any attempt leaves it open that the request took effect; by default, whether there was one. */
  readonly isUncertain?: boolean;
  /** What is wrong with the request or the answer, field by field. */
  readonly issues?: readonly Issue[];
  /** Why, in a few fixed words: `redirect`, `too large`, `clock`, or a system error such as `ECONNRESET`. */
  readonly reason?: string | undefined;
  /** What the provider calls the last request, where it says so. */
  readonly requestId?: string | undefined;
  /** How many milliseconds the provider asks to wait before the next request. */
  readonly retryAfter?: number | undefined;
}

const sentences: Record<ErrorKind, string> = {
  invalid: 'was not sent, because it breaks the contract',
  aborted: 'was aborted by the caller',
  timeout: 'got no complete answer in time',
  network: 'got no answer, because the connection failed',
  unauthorized: 'was refused; check the credentials',
  'not-found': 'found nothing under this address',
  'rate-limited': 'came too soon; wait before the next one',
  unavailable: 'could not be served by the provider; try again later',
  rejected: 'was rejected by the provider; its answer says why',
  malformed: 'got an answer that the contract does not know',
};

/** What is said instead, where the reason is known better than by the kind. */
const byReason: Readonly<Record<string, string>> = {
  clock: "was refused, and this machine's clock is not the provider's; set the clock, or else check the credentials",
};

/** How many characters of issues a message holds: one line of a log, not a file of its own. */
const maxListed = 1500;

const listOf = (issues: readonly Issue[]): string => {
  const list = issues.map(({ path, message }) => `${path || 'the body'} ${message}`).join('; ');
  if (list.length <= maxListed) return list;
  const end = list.lastIndexOf('; ', maxListed);
  return `${list.slice(0, end < 0 ? maxListed : end)}; and more`;
};

const describe = ({ kind, provider, operation, status, reason = '' }: ErrorFacts, issues: readonly Issue[]): string => {
  const details = [status, reason].filter(Boolean).join(', ');
  const list = listOf(issues);
  const sentence = byReason[reason] ?? sentences[kind];
  return `${provider} ${operation} ${sentence}${details && ` (${details})`}${list && `: ${list}`}.`;
};

/**
 * A failed call. Its message and properties are safe to log: they name fields and rules, never values. What the
 * provider answered may repeat personal data and is kept apart, in {@link ClientError.body}.
 */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly kind: ErrorKind;
  readonly provider: string;
  readonly operation: string;
  readonly status: number | undefined;
  readonly attempts: number;
  /**
   * Whether the change may have been made nevertheless: true after any attempt that does not tell, whatever the last one
   * came to. Then read the user before you repeat anything. Always false for a read, and for what was not sent.
   */
  readonly isUncertain: boolean;
  /** At most 100, and one more that says so if there are others. */
  readonly issues: readonly Issue[];
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly #body: unknown;

  constructor(facts: ErrorFacts, body?: unknown) {
    const issues = limitIssues(facts.issues ?? []);
    super(describe(facts, issues));
    this.kind = facts.kind;
    this.provider = facts.provider;
    this.operation = facts.operation;
    this.status = facts.status;
    this.attempts = facts.attempts;
    this.isUncertain = facts.isUncertain ?? facts.attempts > 0;
    this.issues = issues;
    this.reason = facts.reason;
    this.requestId = facts.requestId;
    this.retryAfter = facts.retryAfter;
    this.#body = body;
  }

  /** All that may be logged, the sentence with it, which JSON leaves out of errors. */
  toJSON(): object {
    return { ...this, message: this.message };
  }

  /** The provider's answer, parsed if it is JSON, else as text. It may hold personal data: do not log it. */
  body(): unknown {
    return this.#body;
  }
}
