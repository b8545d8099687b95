import { type Plan, send } from 'amend';
import type { Client } from '../resources.ts';
import type { Outcome } from './outcome.ts';

/** A plan, and the client that sends it. */
interface Sendable {
  readonly plan: Plan;
  readonly client?: Client | undefined;
}

const sendPlan = async ({ plan, client }: Sendable, signal: AbortSignal): Promise<Outcome> => {
  const { provider } = plan;
  if (plan.state !== 'ready' || !client) return { provider, plan, outcome: 'not-sent' };
  const result = await send(plan, client, { signal });
  return result.ok
    ? { provider, plan, outcome: 'sent', user: result.data }
    : { provider, plan, outcome: 'failed', error: result.error };
};

/** Sends plans one after the other; if one is blocked, none, so that a change is not made by half. */
export const sendPlans = async (sendables: readonly Sendable[], signal: AbortSignal): Promise<Outcome[]> => {
  const isHeld = sendables.some(({ plan }) => plan.state === 'blocked');
  const outcomes: Outcome[] = [];
  for (const { plan, client } of sendables)
    outcomes.push(await sendPlan({ plan, client: isHeld ? undefined : client }, signal));
  return outcomes;
};
