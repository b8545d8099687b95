import { plan } from 'amend';
import { machnetIndividual } from 'amend/machnet';
import { type KnownStatus, patch, user } from './patch.ts';

interface Planned {
  readonly fields: readonly { readonly field: string; readonly verdict: string }[];
  readonly request?: { readonly body: unknown } | undefined;
}

export type Planner = (status: KnownStatus) => Planned;

export type PlannerName = 'ours' | 'zod and a mapper by hand' | 'JSON there and back';

export const planByUs: Planner = (status) =>
  plan(machnetIndividual.update, { id: user, status: status as 'unverified', patch });

/** The body that all make of the patch. */
export const body = planByUs('unverified').request?.body;

/** Ways to make a plan for the patch; each loads only what it needs. */
export const planners: Readonly<Record<PlannerName, () => Promise<Planner>>> = {
  ours: async () => planByUs,
  'zod and a mapper by hand': async () => {
    const { planByHand } = await import('./by-hand.ts');
    return (status) => planByHand(patch, status);
  },
  'JSON there and back': async () => () => ({ fields: [], request: { body: JSON.parse(JSON.stringify(body)) } }),
};
