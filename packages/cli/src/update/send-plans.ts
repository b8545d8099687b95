import type { AnyClient } from '@amend/client/provider';
import { type Plan, send } from 'amend';
import type { Outcome } from './outcome.ts';

/** A plan, and the client that sends it. */
interface Sendable {
  readonly plan: Plan;
  readonly client?: AnyClient | undefined;
  readonly isRead: boolean;
}

const sendPlan = async ({ plan, client, isRead }: Sendable, signal: AbortSignal): Promise<Outcome> => {
  const { provider } = plan;
  if (plan.state !== 'ready' || !client) return { provider, plan, outcome: 'not-sent' };
  const result = await send(plan, client, { signal });
  if (!result.ok) return { provider, plan, outcome: 'failed', error: result.error, isRead };
  const { data: user, notTaken } = result;
  return { provider, plan, outcome: notTaken.length > 0 ? 'not-taken' : 'sent', user, notTaken };
};

/** Sends plans one after the other; if one is blocked, none, so that a change is not made by half. */
export const sendPlans = async (sendables: readonly Sendable[], signal: AbortSignal): Promise<Outcome[]> => {
  const isHeld = sendables.some(({ plan }) => plan.state === 'blocked');
  const outcomes: Outcome[] = [];
  for (const sendable of sendables)
    outcomes.push(await sendPlan(isHeld ? { ...sendable, client: undefined } : sendable, signal));
  return outcomes;
};
