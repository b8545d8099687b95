import type { VerificationStatus } from 'amend';
import type { FieldStatus, HeldReason } from './field-state.ts';

/** How one user stands at one provider. */
export interface LinkStatus {
  readonly provider: string;
  /** The provider's identifier of the user; none before it is created there. */
  readonly account: string | undefined;
  readonly state: 'kept' | 'pending' | 'held' | 'erased';
  readonly reason?: HeldReason;
  readonly message?: string;
  /** As it was last read. */
  readonly verification?: VerificationStatus;
  /** When it is looked at again, unless something wakes it before. */
  readonly nextAt?: number;
  /** Until when nothing is sent to the provider, and why. */
  readonly paused?: Pause;
  /** The last word on each field that was ever changed. */
  readonly fields: readonly FieldStatus[];
  /** Fields that the provider has otherwise than it was last seen with, since when. */
  readonly drift: Readonly<Record<string, number>>;
}

/** A link that was looked at now. */
export interface CheckedLink extends LinkStatus {
  /**
   * Whether the user was read: `failed` where the provider did not answer or is left alone, or another worker is at it, so
   * that what is told is older; `impossible` where no call reads one user, or there is none.
   */
  readonly read: 'done' | 'failed' | 'impossible';
}

/** `down`: it does not answer, or not well. `credentials`: it refuses ours. `rate`: it asked for patience. */
export type PauseReason = 'down' | 'credentials' | 'rate';

/** How long a provider is left alone, and why, after how many failures in a row. */
export interface Pause {
  readonly until: number;
  readonly reason: PauseReason;
  readonly failures: number;
}

/** What is told to `onHeld`: of one user, or, without `userId`, of a provider as a whole. */
export interface Held {
  readonly provider: string;
  readonly userId?: string;
  readonly reason: HeldReason | PauseReason;
  readonly message?: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** What is told to `onDrift`; the fields, and no value. */
export interface Drift {
  readonly userId: string;
  readonly provider: string;
  readonly fields: readonly string[];
}

export type DriftDecisions = Readonly<Record<string, 'take-theirs' | 'overwrite'>>;

/** What is open at a provider, for people and gauges. */
export interface Overview {
  readonly provider: string;
  /** All, the kept ones too; counted only on request. */
  readonly links?: number;
  readonly pending: number;
  readonly held: Readonly<Partial<Record<HeldReason, number>>>;
  /** When the oldest that is open began, in milliseconds since 1970. */
  readonly oldest?: number;
  /** The same in seconds until now. */
  readonly age?: number;
  readonly paused?: Pause;
}

/** One change as it is remembered: names, times and states, by provider. */
export interface Audited {
  readonly id: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by?: string;
  /** Whether its values are forgotten, as they are once no provider waits for them. */
  readonly isErased: boolean;
  readonly fields: Readonly<Record<string, readonly FieldStatus[]>>;
}
