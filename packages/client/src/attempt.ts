import type { Deadline } from './deadline.ts';
import { errorCode } from './error-code.ts';
import { headerOf, letGo, readText } from './read-response.ts';
import { parseDate, parseRetryAfter } from './retry.ts';
import { parseSafely, valuesIn } from './safe-json.ts';

/** A request before its headers, as a provider signs it. */
export interface UnsignedRequest {
  readonly method: string;
  /** The whole address, query included. */
  readonly url: string;
  /** The exact text that is sent; none if there is no body. */
  readonly body: string | undefined;
  /** What the body is written as, where not as JSON. */
  readonly media?: string | undefined;
  /** Headers that go with the call, whoever makes it. */
  readonly own?: Readonly<Record<string, string>> | undefined;
  /** What the answer is to be, where not `application/json`. */
  readonly accept?: string | undefined;
}

/** A request as it is sent, with every header that the client sets. */
export interface WrittenRequest extends UnsignedRequest {
  /** The names in the address's query that hold credentials; left out where none does. */
  readonly secretQuery?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The part of `fetch` that a client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What each attempt of a client needs. */
export interface AttemptOptions {
  readonly fetch: Fetch;
  /** The most bytes of an answer, after decompression. */
  readonly maxResponseBytes: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a request came to. */
export type Outcome =
  | {
      readonly is: 'answer';
      readonly status: number;
      /** The `Content-Type`. */
      readonly type: string | null;
      readonly body: unknown;
      readonly flaw?: string;
      readonly requestId: string | undefined;
      readonly location: string | undefined;
      readonly retryAfter: number | undefined;
      /** How many milliseconds this machine's clock is off the provider's; 0 where that does not say its time. */
      readonly clockSkew: number;
    }
  | {
      readonly is: 'no-answer';
      readonly kind: 'timeout' | 'aborted' | 'network' | 'malformed';
      readonly code?: string | undefined;
    };

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

/** No provider's pages name the header; these are the usual ones. */
const requestIdHeaders = ['X-Request-Id', 'Request-Id', 'X-Correlation-Id', 'X-Amzn-RequestId'];

/** What a provider calls a request; nothing where it is no word that can stand in a log. */
const requestIdOf = (response: Response): string | undefined =>
  requestIdHeaders.map((name) => headerOf(response, name)).find((id) => id !== null && /^[!-~]{1,128}$/.test(id)) ??
  undefined;

/** Where what was made is; nothing where it is no part of an address. */
const locationOf = (response: Response): string | undefined => {
  const location = headerOf(response, 'Location');
  return location !== null && /^[!-~]{1,2048}$/.test(location) ? location : undefined;
};

/** One attempt, to the last byte of the answer. */
export const attempt = async (
  { method, url, headers, body }: WrittenRequest,
  deadline: Deadline,
  options: AttemptOptions,
): Promise<Outcome> => {
  // Called alone: a `fetch` of the platform's is no method of ours.
  const { fetch } = options;
  takesCache ??= isTaken({ cache: 'no-store' });
  takesSignal ??= isTaken({ signal: deadline.signal });
  try {
    const answering = Promise.resolve(
      fetch(url, {
        method,
        headers: { ...headers },
        // A redirect would carry the credentials and the body to wherever it points.
        redirect: 'manual',
        // An answer holds a person's data, and a status that changes.
        ...(takesCache && { cache: 'no-store' }),
        ...(takesSignal && { signal: deadline.signal }),
        ...(body !== undefined && { body }),
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
      type: headerOf(response, 'Content-Type'),
      requestId: requestIdOf(response),
      location: locationOf(response),
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
    const parsed = parseSafely(read.text, valuesIn(options.maxResponseBytes));
    return 'flaw' in parsed ? { ...answer, body: read.text, flaw: parsed.flaw } : { ...answer, body: parsed.value };
  } catch (error) {
    return { is: 'no-answer', kind: deadline.reason() ?? 'network', code: errorCode(error) };
  }
};
