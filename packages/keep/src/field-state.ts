/**
 * Why a field waits.
 *
 * - `locked`: the rules forbid it in the user's status; a webhook, the daily recheck or a person frees it.
 * - `unknown`: whether it was made cannot be known, and to repeat it could double it: a person decides.
 * - `rejected`: the provider refuses it although its contract would not.
 * - `not-taken`: the provider says yes, and goes on showing another value.
 * - `needs-current`: the provider takes it only together with what is not known.
 * - `together`: another field of its change waits, and the change is not made by half.
 * - `not-found`: the provider knows no such user.
 * - `no-key`: the key that it is sealed with is not there.
 * - `unavailable`: requests about this user go on failing, and others' do not.
 */
export type HeldReason =
  | 'locked'
  | 'unknown'
  | 'rejected'
  | 'not-taken'
  | 'needs-current'
  | 'together'
  | 'not-found'
  | 'no-key'
  | 'unavailable';

/**
 * What became of a field of a change at a provider.
 *
 * - `pending`: on its way. `held`: waits for something else than a turn.
 * - `kept`: the provider has it. `superseded`: a newer change of the field took its place.
 * - `unsupported`: the provider has no such field. `refused`: it cannot be written there. `withdrawn`: by a person.
 */
export type FieldState = 'pending' | 'held' | 'kept' | 'superseded' | 'unsupported' | 'refused' | 'withdrawn';

export interface FieldStatus {
  /** Its path in the patch: `address.city`, `documents.virtual[0]`. */
  readonly field: string;
  readonly state: FieldState;
  readonly reason?: HeldReason;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Why it is held or refused, and what frees it; without a value. */
  readonly message?: string;
  /** Which of the user's changes it is of. */
  readonly change: string;
}
