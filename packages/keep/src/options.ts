import type { Client, Patch, UserOperations } from 'amend';
import type { Drift, DriftDecisions, Held } from './shown.ts';
import type { Queryable, Store } from './store.ts';

/** How one provider is reached, and how hard. */
export interface KeptProvider {
  /** Its operations on users, such as `machnetIndividual`; several, where it has several kinds of users. */
  readonly user: UserOperations | readonly UserOperations[];
  readonly client: Client;
  /** Requests a second, of all workers together; 10 by default. */
  readonly perSecond?: number | undefined;
  /** Users that are worked on at the same time, by all workers together; 8 by default. */
  readonly concurrency?: number | undefined;
  /** Milliseconds for one request; 10,000 by default. */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds after a request's deadline within which it may still take effect, or a read may not show it; by default
   * what the contract says (`x-settle`). What takes effect later than this can come twice.
   */
  readonly settle?: number | undefined;
}

/** Keys that seal what waits: 32 bytes, or their base64. An older one stays until every user that has it was changed. */
export interface SealKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, Uint8Array | string>>;
}

export interface KeeperOptions<Name extends string> {
  readonly db: Store;
  readonly providers: Readonly<Record<Name, KeptProvider>>;
  readonly seal: SealKeys;
  /** The caller's own record of a user as the truth: then only SSNs and documents are sealed, and of all else the names. */
  readonly load?: ((userId: string) => Promise<Patch>) | undefined;
  /** Milliseconds until what is held is looked at again; a day by default, and up to a tenth more or less. */
  readonly recheck?: number | undefined;
  /** At which ages, in milliseconds, something held is told to `onHeld`; 1 h, 1 d and 7 d by default. */
  readonly escalate?: readonly number[] | undefined;
  readonly onHeld?: ((held: Held) => void | Promise<void>) | undefined;
  /** What to do about drift, for each field; what it does not name is reported. */
  readonly onDrift?: ((drift: Drift) => DriftDecisions | undefined | Promise<DriftDecisions | undefined>) | undefined;
  /** Hears what a worker could not do, and will try again: a `KeepError`, or what a callback threw; by default a warning is. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** A number from 0 up to 1; for tests. */
  readonly random?: (() => number) | undefined;
}

export interface ChangeOptions {
  /** The caller's own transaction, which makes the change or not together with what else is in it. */
  readonly tx?: Queryable | undefined;
  /** The same id again is the same change; by default a new one. */
  readonly id?: string | undefined;
  /** Who asked for it, for the audit; no personal data. */
  readonly by?: string | undefined;
  /** All its fields at a provider, or none. */
  readonly together?: boolean | undefined;
}

/** The provider's identifier of a user that it knows; or the user that it is to create. */
export type Account =
  | string
  | { readonly create: Patch; readonly native?: object | undefined; readonly id?: string | undefined };
