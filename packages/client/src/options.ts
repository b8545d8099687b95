import type { Fetch } from './attempt.ts';
import type { Answer } from './judge-answer.ts';
import type { Observe } from './observe.ts';

/** What every client takes beside its credentials. */
export interface ClientOptions {
  /** Where the provider is: https, or http to this machine. By default its sandbox. */
  readonly baseUrl?: string | undefined;
  /** For development: lets `http:` go to other machines of a private network too, such as a mock in a container. */
  readonly allowPlainHttp?: boolean | undefined;
  /** By default the global `fetch`, looked up at each call, so that interceptors work. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds for a whole call, retries and reading included; 30,000 by default, `Infinity` for no limit. */
  readonly timeout?: number | undefined;
  /** How often a request that may be repeated is sent again; 2 by default, 0 for never. */
  readonly retries?: number | undefined;
  /** `off` sends requests and takes answers without holding them against the contract. */
  readonly validate?: 'on' | 'off' | undefined;
  /** The most bytes of an answer, after decompression; 1 MiB by default. */
  readonly maxResponseBytes?: number | undefined;
  /** Hears of each call as it happens, for logs, metrics and traces: the contract's names and numbers, never a value. */
  readonly observe?: Observe | undefined;
  /** Looks at each answer for what the contract does not know: `watchDrift` of `@amend/client/drift` makes one. */
  readonly drift?: ((answer: Answer) => void) | undefined;
  /** What the provider's logs call the caller, `payouts/2.3` say; by default `amend-` and the provider's name. */
  readonly userAgent?: string | undefined;
  /** The clock, in milliseconds since 1970, for signatures and `Retry-After`. */
  readonly now?: (() => number) | undefined;
  /** A random number from 0 up to 1, for the waits between attempts. */
  readonly random?: (() => number) | undefined;
}

/** What one call may set for itself; what it cannot use is `invalid`, and nothing is sent. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds, instead of the client's; more than 0, `Infinity` for no limit. */
  readonly timeout?: number | undefined;
  /** Where the provider takes one: what makes a repeated call one call. By default a new one for each call, and the same for all its attempts. */
  readonly idempotencyKey?: string | undefined;
  /** The most bytes of the answer, instead of the client's; for a long list, say. */
  readonly maxResponseBytes?: number | undefined;
}
