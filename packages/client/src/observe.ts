import type { ErrorKind } from './client-error.ts';

// What a client tells of its calls while they happen: names of the contract, numbers and the closed words of ErrorKind,
// so never a value, an address or a person's id.

/** A call that begins. */
export interface ObservedCall {
  readonly provider: string;
  /** The `operationId`. */
  readonly operation: string;
  /** In capitals. */
  readonly method: string;
  /** The path as the contract has it, `/users/{user_id}` say: what OpenTelemetry calls `url.template`. */
  readonly template: string;
}

/** One attempt, once it is over. */
export interface ObservedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** Why it failed, as far as status and connection tell; nothing for a success, whose data are judged at the end. */
  readonly kind: ErrorKind | undefined;
  /** What the provider calls this request, where it says so. */
  readonly requestId: string | undefined;
  readonly milliseconds: number;
  /** Milliseconds until the next attempt; nothing if this was the last. */
  readonly retryIn: number | undefined;
}

/** What the whole call came to. */
export interface ObservedEnd {
  /** How often the request was sent; 0 for one that is `invalid`. */
  readonly attempts: number;
  readonly status: number | undefined;
  /** Nothing if it succeeded. */
  readonly kind: ErrorKind | undefined;
  /** Whether the change may have been made although the call failed. */
  readonly isUncertain: boolean;
  readonly requestId: string | undefined;
  /** Of all attempts and the waits between them. */
  readonly milliseconds: number;
}

/** What wants to hear how one call goes on. */
export interface CallObserver {
  readonly attempt?: ((attempt: ObservedAttempt) => void) | undefined;
  readonly end?: ((end: ObservedEnd) => void) | undefined;
}

/** Called as each call begins; what it gives back hears the rest of it. What it throws changes nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function without a `return` is one that wants to hear no more
export type Observe = (call: ObservedCall) => CallObserver | undefined | void;

/** Tells an observer something, whose failure is its own: thrown, or of a promise. */
export const tell = <Fact, Given>(hear: ((fact: Fact) => Given) | undefined, fact: Fact): Given | undefined => {
  try {
    const given = hear?.(fact);
    // Whosever promise it is, an older library's or that of a realm of Jest's.
    Promise.resolve(given).catch(() => {});
    return given;
  } catch {
    return undefined;
  }
};
