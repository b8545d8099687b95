import type { ClientOptions } from '@amend/client';
import type { DriftReport } from '@amend/client/drift';
import type { AnyClient } from '@amend/client/provider';
import type { AnswerTable } from '@amend/contract';
import type { Subject } from 'amend/providers';
import type { CallLimits, Clock } from './calls.ts';
import type { Model } from './model.ts';
import type { GivenUser } from './person.ts';
import type { CheckedCell, CheckState } from './state.ts';

export interface CheckOptions extends CallLimits {
  readonly provider: string;
  /** The readings of all its contracts. */
  readonly models: readonly Model[];
  /** Its kinds of users, as the list of providers has them. */
  readonly subjects: readonly Subject[];
  /** What those contracts know of answers. */
  readonly answers?: readonly AnswerTable[] | undefined;
  /** Makes the client; it has to take these options. */
  readonly connect: (options: Pick<ClientOptions, 'drift' | 'retries'>) => AnyClient | Promise<AnyClient>;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Users that are there already. */
  readonly given?: readonly GivenUser[] | undefined;
  /** How a mock is told what status a user has; without it, users are verified by the provider's own calls. */
  readonly setStatus?: ((id: string, word: string) => Promise<void>) | undefined;
  /** How often each property of a user was written, where something tells that beside the provider, as a mock can. */
  readonly changesOf?: ((id: string) => Promise<Readonly<Record<string, number>>>) | undefined;
  /** Milliseconds for which the outcome of a provider's check is waited for; a minute by default. */
  readonly patience?: number | undefined;
  /** What an interrupted check knew. */
  readonly state?: CheckState | undefined;
  /** What values are made up from; the same number makes the same values. */
  readonly seed?: number | undefined;
  /** Keeps what is known, after each step. */
  readonly save?: ((state: CheckState) => Promise<void>) | undefined;
}

/** What a check comes to. */
export interface Checked {
  readonly provider: string;
  readonly cells: readonly CheckedCell[];
  readonly writes: number;
  /** What answers held that the contracts do not know, whatever cell they were about. */
  readonly answers: readonly DriftReport[];
  /** Why it ended before all was tried. */
  readonly stopped?: string;
  /** The ids of users whom the check has made and who are still there. */
  readonly left: readonly string[];
}
