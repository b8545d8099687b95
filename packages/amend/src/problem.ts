import type { ErrorKind } from '@amend/client';

/** One thing that is wrong with what was asked for. */
export interface ProblemEntry {
  /** Where, as a JSON Pointer of the change in a fragment: `#/address/city`. */
  readonly pointer: string;
  readonly detail: string;
  readonly provider: string;
}

/**
 * Problem details, as RFC 9457 has them, of the media type `application/problem+json`; without a value of the user's. `type`
 * is left out, which stands for `about:blank`: the status says what it is, and `kind` is for programs.
 */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly kind: ProblemKind;
  /** Whether some change may have been made nevertheless. */
  readonly isUncertain: boolean;
  /** In how many seconds the provider wants to be asked again. */
  readonly retryAfter?: number;
  readonly errors?: readonly ProblemEntry[];
  /** What became of each provider, where several were asked. */
  readonly providers?: readonly { readonly provider: string; readonly outcome: string }[];
}

/**
 * What went wrong: an error's kind; `blocked` by rules or contract before anything was sent; `not-taken` by a provider that
 * said yes; `internal` for what is no failure that we know.
 */
export type ProblemKind = ErrorKind | 'blocked' | 'not-taken' | 'internal';

/**
 * The status of a route that stands before a provider. Credentials and pace are this server's own, so that who calls it is
 * neither told to log in nor to slow down.
 */
export const statusOfKind: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  blocked: 422,
  rejected: 422,
  'not-found': 404,
  'not-taken': 409,
  aborted: 503,
  'rate-limited': 503,
  unavailable: 503,
  timeout: 504,
  network: 502,
  unauthorized: 502,
  malformed: 502,
  internal: 500,
};

/** As RFC 9110 calls them. */
export const titles: Readonly<Record<number, string>> = {
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
