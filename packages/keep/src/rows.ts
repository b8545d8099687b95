import type { FieldState, HeldReason } from './field-state.ts';
import type { PauseReason } from './shown.ts';

// Rows as the statements give them back, and what their JSON texts hold. Columns are named, so that a statement gives the
// same ones after a migration that adds some: an older worker's connection has it planned.

export interface LinkRow {
  readonly user_id: string;
  readonly provider: string;
  readonly account: string | null;
  /** Counts what asked for a look. */
  readonly wanted: number;
  /** Counts the leases: who has an older one may write nothing. */
  readonly fence: number;
  readonly lease_until: number | null;
  /** When it is due; `null` at rest. */
  readonly next_at: number | null;
  readonly tries: number;
  readonly state: 'kept' | 'pending' | 'held' | 'erased';
  readonly reason: HeldReason | null;
  readonly message: string | null;
  readonly since: number | null;
  readonly status: string | null;
  readonly kind: string | null;
  readonly confirmed: string;
  readonly drift: string;
}

export const linkColumns = `user_id, provider, account, wanted, fence, lease_until, next_at, tries, state, reason, message,
  since, status, kind, confirmed, drift`;

/** What became of one field: state, reason, since when, message, failed tries, until when it is left alone. */
export interface FieldFacts {
  s: FieldState;
  r?: HeldReason;
  at: number;
  m?: string | undefined;
  n?: number;
  until?: number;
}

export interface PaceRow {
  readonly provider: string;
  readonly not_before: number;
  readonly failures: number;
  readonly tokens: number;
  readonly filled_at: number;
  readonly paused_since: number | null;
  readonly reason: PauseReason | null;
  readonly probed: number;
  readonly tell_at: number | null;
}

export const paceColumns = 'provider, not_before, failures, tokens, filled_at, paused_since, reason, probed, tell_at';
