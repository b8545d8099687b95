import { type Plan, plan, requestOf } from 'amend';
import { machnetIndividual } from 'amend/machnet';
import { type KnownStatus, patch, user } from './patch.ts';

interface Planned {
  readonly fields: readonly { readonly field: string; readonly verdict: string }[];
  readonly request?: { readonly body: unknown };
}

export type Planner = (status: KnownStatus) => Planned | Plan;

export type PlannerName = 'ours' | 'zod and a mapper by hand' | 'JSON there and back';

export const planByUs: Planner = (status) =>
  plan(machnetIndividual.update, { id: user, status: status as 'unverified', patch });

/** What a plan of any planner sends. */
export const requestIn = (planned: Planned | Plan): Planned['request'] =>
  'state' in planned ? requestOf(planned) : planned.request;

/** The body that all make of the patch. */
export const body = requestIn(planByUs('unverified'))?.body;

/** Ways to make a plan for the patch; each loads only what it needs. */
export const planners: Readonly<Record<PlannerName, () => Promise<Planner>>> = {
  ours: async () => planByUs,
  'zod and a mapper by hand': async () => {
    const { planByHand } = await import('./by-hand.ts');
    return (status) => planByHand(patch, status);
  },
  'JSON there and back': async () => () => ({ fields: [], request: { body: JSON.parse(JSON.stringify(body)) } }),
};
