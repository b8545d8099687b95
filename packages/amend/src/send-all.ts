import { type CallOptions, ClientError } from '@amend/client';
import { atOnce } from './at-once.ts';
import { notSent, type Outcome } from './outcome.ts';
import type { Prepared } from './prepare-all.ts';
import { withRedacted } from './redact.ts';
import { send, sendable } from './send.ts';
import type { AnyUserOperation } from './user-operation.ts';

export interface SendAllOptions extends CallOptions {
  /** `send-others` sends to those who would take it even if one would not; by default nobody is sent anything then. */
  readonly onRefusal?: 'send-none' | 'send-others' | undefined;
  /** How many are sent to at the same time; 4 by default. */
  readonly atOnce?: number | undefined;
}

/** Whether the change cannot be made here. */
const isRefused = ({ plan, error, client }: Prepared): boolean =>
  error !== undefined || plan?.state === 'blocked' || (plan?.state === 'ready' && !client);

const failed = (provider: string, error: ClientError, known: Pick<Outcome, 'plan'> = {}): Outcome =>
  error.kind === 'aborted' && error.attempts === 0
    ? notSent(provider, 'aborted', known)
    : { provider, outcome: 'failed', ...known, error };

/** Of a client that throws, as none of ours does. What became of the others is told all the same. */
const broken = ({ provider, operationId: operation }: AnyUserOperation): ClientError =>
  new ClientError({ kind: 'network', provider, operation, attempts: 1, reason: 'the client threw' });

const sendOne = async (prepared: Prepared, isHeld: boolean, options: CallOptions): Promise<Outcome> => {
  const { provider, operation, plan, client, current, error } = prepared;
  if (error) return failed(provider, error);
  const known = { ...(plan && { plan }), ...(current && { user: current }) };
  if (plan?.state === 'blocked') return notSent(provider, 'blocked', { plan });
  if (plan?.state !== 'ready') return notSent(provider, 'unchanged', known);
  if (!client) return notSent(provider, 'no-client', { plan });
  if (isHeld) return notSent(provider, 'held-back', { plan });
  const result = await send(plan, client, options).catch(() => ({ ok: false, error: broken(operation) }) as const);
  if (!result.ok) return failed(provider, result.error, { plan });
  const { data: user, notTaken } = result;
  const outcome = notTaken.length > 0 ? 'not-taken' : 'sent';
  return withRedacted<Outcome>({ provider, outcome, plan, user, notTaken }, 'user');
};

/**
 * The second half of {@link updateAll}: sends what is planned, and says for each user what became of it, in their order. If
 * one would be refused, could not be read, or has no client, nothing is sent to anybody.
 *
 * @throws {TypeError} if a plan is a copy, or a client is not the provider's.
 */
export const sendAll = async (
  prepared: readonly Prepared[],
  { atOnce: limit, onRefusal, ...options }: SendAllOptions = {},
): Promise<Outcome[]> => {
  // What is a mistake of the caller's is told before anything is sent.
  for (const { plan, client } of prepared) if (plan?.state === 'ready' && client) sendable(plan, client);
  const isHeld = onRefusal !== 'send-others' && prepared.some(isRefused);
  return atOnce(prepared, (one) => sendOne(one, isHeld, options), limit);
};
