import type { Named, Verification } from '@amend/contract';
import type { AnyUserOperation } from 'amend';
import type { Caller, Clock } from './calls.ts';
import type { Provider } from './model.ts';
import type { Records } from './records.ts';
import type { Book } from './state.ts';

/** A user to try something on. */
export interface Person {
  readonly id: string;
  /** What it was made of and has been sent since, and what reads have shown. */
  readonly known: () => Named;
  readonly note: (fields: Named) => void;
}

/** Why there is no such user. */
export interface NoPerson {
  readonly why: string;
}

/** A user that was named for a status, by our word for it or the provider's. */
export interface GivenUser {
  /** The kind of user; the provider's usual one if it is left out. */
  readonly type?: string | undefined;
  readonly status: string;
  readonly id: string;
}

export interface PeopleOptions {
  readonly provider: Provider;
  readonly usualType: string | undefined;
  readonly creates: Readonly<Record<string, AnyUserOperation>>;
  readonly verification: Verification | undefined;
  readonly given: readonly GivenUser[];
  readonly caller: Caller;
  readonly records: Records;
  readonly book: Book;
  readonly clock: Clock;
  /** Puts a user into a status, where something can that is no call of the provider's. */
  readonly setStatus?: ((id: string, word: string) => Promise<void>) | undefined;
  /** Milliseconds for which the outcome of a check is waited for. */
  readonly patience: number;
}
