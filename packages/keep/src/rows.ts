import type { FieldState, HeldReason, PauseReason } from './types.ts';

// Rows as the statements give them back, and what their JSON texts hold.

export interface LinkRow {
  readonly user_id: string;
  readonly provider: string;
  readonly account: string | null;
  /** Counts what asked for a look; `seen` is how far the last look came. */
  readonly wanted: number;
  readonly seen: number;
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
  readonly tell_at: number | null;
  readonly status: string | null;
  readonly kind: string | null;
  readonly confirmed: string;
  readonly drift: string;
}

/** What became of one field: state, reason, since when, message, failed tries, until when it is left alone. */
export interface FieldFacts {
  s: FieldState;
  r?: HeldReason;
  at: number;
  m?: string;
  n?: number;
  until?: number;
}

export interface DeliveryRow {
  readonly version: number;
  readonly fields: string;
  readonly id: string;
  readonly sealed: string | null;
  readonly together: number;
}

export interface AttemptRow {
  readonly fence: number;
  readonly operation: string;
  /** `[version, path]` of what was sent. */
  readonly fields: string;
  /** Identifiers by list, as they were before. */
  readonly before_ids: string;
  readonly deadline_at: number;
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
