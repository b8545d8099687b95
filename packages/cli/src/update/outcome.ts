import type { ClientError } from '@amend/client';
import type { Plan, User } from 'amend';

/** What became of one user. */
export interface Outcome {
  readonly provider: string;
  /** Unless the user could not be read. */
  readonly plan?: Plan;
  /** `not-taken`: the provider says yes, and shows the user otherwise. */
  readonly outcome: 'sent' | 'not-taken' | 'not-sent' | 'failed';
  /** As the provider now has it. */
  readonly user?: User;
  /** The fields that were sent, and that the provider shows with another value. */
  readonly notTaken?: readonly string[];
  readonly error?: ClientError;
  /** Whether the command has read the user at the provider, and would do so again. */
  readonly isRead?: boolean;
}
