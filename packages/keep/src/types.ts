import type { Patch, Plan, ToldStatus } from 'amend';
import type { Account, ChangeOptions } from './options.ts';
import type { Audited, CheckedLink, Held, LinkStatus, Overview } from './shown.ts';

/**
 * - `retry`: held fields are tried again, documents too.
 * - `withdraw`: what waits is given up here.
 * - `take-theirs`: what the provider has is what we want; drift ends.
 * - `overwrite`: what we want is sent again; needs `load`, since no value is kept.
 */
export type Decision = 'retry' | 'withdraw' | 'take-theirs' | 'overwrite';

export interface Changed {
  readonly id: string;
  /** Counts the user's changes. */
  readonly version: number;
  /** Whether this id was not there before. */
  readonly isNew: boolean;
  /** What becomes of it, as far as the last read tells; one for each provider, in the order of `providers`. */
  readonly plans: readonly Plan[];
}

/** One user at one provider. */
export interface LinkKey {
  readonly userId: string;
  readonly provider: string;
}

/** What one look at a link came to, and when the next one is due; nothing if it is at rest. */
export interface Reconciled {
  readonly outcome: 'kept' | 'pending' | 'held' | 'busy' | 'paused' | 'gone';
  readonly nextAt?: number;
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
