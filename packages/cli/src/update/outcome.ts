import type { ClientError } from '@amend/client';
import type { Plan, User } from 'amend';

/** What became of one user. */
export interface Outcome {
  readonly provider: string;
  /** Unless the user could not be read. */
  readonly plan?: Plan;
  readonly outcome: 'sent' | 'not-sent' | 'failed';
  /** As the provider now has it. */
  readonly user?: User;
  readonly error?: ClientError;
}
