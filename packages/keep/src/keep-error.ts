/**
 * What kept the keeper from doing what it was asked for; a closed list.
 *
 * - `not-installed`, `older-schema`, `newer-schema`: the tables are not those of this version.
 * - `unreachable`, `read-only`, `full`, `busy`, `database`: what the database says. Whether a change was recorded is then
 *   not known, and the same `id` may be given again.
 * - `no-key`: a payload is sealed with a key that is not among `seal.keys`.
 * - `unknown-user`, `unknown-provider`, `unknown-field`: nothing goes by that name.
 * - `refused`: the change cannot be made anywhere; nothing was recorded.
 * - `misuse`: the call makes no sense; the message says why.
 */
export type KeepErrorCode =
  | 'not-installed'
  | 'older-schema'
  | 'newer-schema'
  | 'unreachable'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'database'
  | 'no-key'
  | 'unknown-user'
  | 'unknown-provider'
  | 'unknown-field'
  | 'refused'
  | 'misuse';

/** A failure in one sentence, without a value of the user's; it may be logged. */
export class KeepError extends Error {
  override readonly name = 'KeepError';
  readonly code: KeepErrorCode;

  constructor(code: KeepErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
