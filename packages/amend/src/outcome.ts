import type { ClientError } from '@amend/client';
import type { Plan } from './plan-result.ts';
import { withRedacted } from './redact.ts';
import type { User } from './user.ts';

/**
 * Why nothing was sent.
 *
 * - `unchanged`: the user is as the patch wants it.
 * - `blocked`: the plan tells which field may not be sent.
 * - `held-back`: another provider would refuse the change, or could not be asked, and it is not made by half.
 * - `aborted`: the caller's signal, before anything was begun.
 * - `no-client`: there was none to send with, and so nothing was sent to others either.
 */
export type NotSent = 'unchanged' | 'blocked' | 'held-back' | 'aborted' | 'no-client';

/** What became of one user. It may be logged: `JSON.stringify` and `inspect` show the user redacted. */
export interface Outcome {
  readonly provider: string;
  /** `not-taken`: the provider says yes, and shows the user otherwise. `failed`: `error` says why. */
  readonly outcome: 'sent' | 'not-taken' | 'not-sent' | 'failed';
  /** Unless the user could not be read. */
  readonly plan?: Plan;
  /** As the provider now has it; where nothing had to be sent, as it was read. */
  readonly user?: User;
  /** The fields that were sent, and that the provider shows with another value. */
  readonly notTaken?: readonly string[];
  readonly error?: ClientError;
  /** Where nothing was sent. */
  readonly why?: { readonly reason: NotSent; readonly message: string };
}

const sentences: Readonly<Record<NotSent, string>> = {
  unchanged: 'has the user as the change wants it',
  blocked: 'would refuse the change; see the fields of its plan',
  'held-back': 'was sent nothing, because another provider would refuse the change or could not be asked',
  aborted: 'was sent nothing, because the caller gave up before',
  'no-client': 'was sent nothing, because no client was given',
};

export const notSent = (provider: string, reason: NotSent, more: Pick<Outcome, 'plan' | 'user'> = {}): Outcome =>
  withRedacted<Outcome>(
    { provider, outcome: 'not-sent', ...more, why: { reason, message: `${provider} ${sentences[reason]}.` } },
    'user',
  );
