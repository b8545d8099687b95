import type { ClientError } from './client-error.ts';

/** What is told of a call that has failed, and of one that has not. */
interface Facts {
  /** How often the request was sent. */
  readonly attempts: number;
  /** What the provider calls the last of these requests, where it says so; ask its support by that. */
  readonly requestId: string | undefined;
}

/**
 * What a call came to. `status` is the HTTP status, where there was an answer. Without `strictNullChecks` only a comparison,
 * `result.ok === false`, tells the two apart.
 */
export type Result<Data> =
  | (Facts & {
      readonly ok: true;
      readonly data: Data;
      readonly status: number;
      /** Where what was made is, as the answer's `Location` says; many answers have none. */
      readonly location?: string;
    })
  | (Facts & { readonly ok: false; readonly error: ClientError; readonly status: number | undefined });

/** The data of a result, for those who prefer an exception: throws the {@link ClientError} of a failure. */
export const unwrap = <Data>(result: Result<Data>): Data => {
  if (result.ok) return result.data;
  throw result.error;
};
