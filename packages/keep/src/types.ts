import type { Client, Patch, Plan, ToldStatus, UserOperations, VerificationStatus } from 'amend';
import type { Queryable, Store } from './store.ts';

/** How one provider is reached, and how hard. */
export interface KeptProvider {
  /** Its operations on users, such as `machnetIndividual`; several, where it has several kinds of users. */
  readonly user: UserOperations | readonly UserOperations[];
  readonly client: Client;
  /** Requests a second, of all workers together; 10 by default. */
  readonly perSecond?: number;
  /** Users that are worked on at the same time, by all workers together; 8 by default. */
  readonly concurrency?: number;
  /** Milliseconds for one request; 10,000 by default. */
  readonly timeout?: number;
  /**
   * Milliseconds after a request's deadline within which it may still take effect, or a read may not show it; by default
   * what the contract says (`x-settle`). What takes effect later than this can come twice.
   */
  readonly settle?: number;
}

/** Keys that seal what waits: 32 bytes, or their base64. Older keys stay until `rewrap` is done. */
export interface SealKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, Uint8Array | string>>;
}

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
  readonly paused?: { readonly until: number; readonly reason: PauseReason; readonly failures: number };
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

/**
 * - `retry`: held fields are tried again, documents too.
 * - `withdraw`: what waits is given up here.
 * - `take-theirs`: what the provider has is what we want; drift ends.
 * - `overwrite`: what we want is sent again; needs `load`, since no value is kept.
 */
export type Decision = 'retry' | 'withdraw' | 'take-theirs' | 'overwrite';

export interface KeeperOptions<Name extends string> {
  readonly db: Store;
  readonly providers: Readonly<Record<Name, KeptProvider>>;
  readonly seal: SealKeys;
  /** The caller's own record of a user as the truth: then only SSNs and documents are sealed, and of all else the names. */
  readonly load?: (userId: string) => Promise<Patch>;
  /** Milliseconds until what is held is looked at again; a day by default, and up to a tenth more or less. */
  readonly recheck?: number;
  /** At which ages, in milliseconds, something held is told to `onHeld`; 1 h, 1 d and 7 d by default. */
  readonly escalate?: readonly number[];
  readonly onHeld?: (held: Held) => void | Promise<void>;
  /** What to do about drift, for each field; what it does not name is reported. */
  readonly onDrift?: (drift: Drift) => DriftDecisions | undefined | Promise<DriftDecisions | undefined>;
  /** Hears what a worker could not do, and will try again: a `KeepError`, or what a callback threw; by default a warning is. */
  readonly onError?: (error: unknown) => void;
  /** A number from 0 up to 1; for tests. */
  readonly random?: () => number;
}

export interface ChangeOptions {
  /** The caller's own transaction, which makes the change or not together with what else is in it. */
  readonly tx?: Queryable;
  /** The same id again is the same change; by default a new one. */
  readonly id?: string;
  /** Who asked for it, for the audit; no personal data. */
  readonly by?: string;
  /** All its fields at a provider, or none. */
  readonly together?: boolean;
}

export interface Changed {
  readonly id: string;
  /** Counts the user's changes. */
  readonly version: number;
  /** Whether this id was not there before. */
  readonly isNew: boolean;
  /** What becomes of it, as far as the last read tells; one for each provider, in the order of `providers`. */
  readonly plans: readonly Plan[];
}

/** The provider's identifier of a user that it knows; or the user that it is to create. */
export type Account = string | { readonly create: Patch; readonly native?: object; readonly id?: string };

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
  readonly paused?: { readonly until: number; readonly reason: PauseReason; readonly failures: number };
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

/** One user at one provider. */
export interface LinkKey {
  readonly userId: string;
  readonly provider: string;
}

export interface Keeper<Name extends string> {
  /** Makes its tables, or brings them up to date. */
  install(): Promise<void>;
  /** Makes a user's account at a provider known, or has it created. Again with another account, it is that one. */
  link(userId: string, provider: Name, account: Account, options?: Pick<ChangeOptions, 'tx'>): Promise<void>;
  /**
   * Records a change for every provider that the user is linked to, and tells what will become of it. Nothing is sent here.
   *
   * @throws {KeepError} if the user is not linked, or the change can be made nowhere; then nothing is recorded.
   */
  change(userId: string, patch: Patch, options?: ChangeOptions): Promise<Changed>;
  status(userId: string): Promise<LinkStatus[]>;
  /** Every change of a user, the superseded too, oldest first. */
  audit(userId: string): Promise<Audited[]>;
  /** What is open at each provider; with `links`, how many there are in all, which takes seconds where there are millions. */
  overview(options?: { readonly links?: boolean }): Promise<Overview[]>;
  /**
   * What is held, oldest first; at most 100, or as many as are asked for.
   *
   * @throws {KeepError} if the keeper has no such provider.
   */
  held(options?: { readonly provider?: Name; readonly limit?: number }): Promise<(Held & LinkKey)[]>;
  /** Looks at a user again at once; of an event that was verified, as a webhook's route has it, or as `statusFrom` tells. */
  statusChanged(provider: Name, told: Parameters<typeof import('amend').statusFrom>[0] | ToldStatus): Promise<boolean>;
  /** What a person decides about a field that waits or has drifted; about all of them with `*`. */
  decide(userId: string, provider: Name, field: string, decision: Decision): Promise<void>;
  /** Reads the user everywhere, and tells what differs from what was last seen, and where it could not be read. */
  check(userId: string): Promise<CheckedLink[]>;
  /** Forgets all values of a user; what is left is an audit of field names. Nothing more is sent. */
  erase(userId: string): Promise<void>;
  /** Works on one link now, unless another worker does; for those who drive it by an engine of their own. */
  reconcile(link: LinkKey): Promise<Reconciled>;
  /** Works on what is due, once, and tells how many links that were. */
  tick(): Promise<number>;
  /** Goes on with `tick` until `stop`, which waits for what is on its way. */
  run(): void;
  stop(): Promise<void>;
}

/** What one look at a link came to, and when the next one is due; nothing if it is at rest. */
export interface Reconciled {
  readonly outcome: 'kept' | 'pending' | 'held' | 'busy' | 'paused' | 'gone';
  readonly nextAt?: number;
}
