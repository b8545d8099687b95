import type { AnyAction } from '../src/action.ts';
import { plan } from '../src/plan.ts';
import type { Plan } from '../src/plan-result.ts';

/** Plans as code without types does: whatever the input is. */
export const make = (action: AnyAction, input: unknown): Plan => plan(action as never, input as never);

/** The verdicts of a plan, by field. */
export const verdicts = ({ fields }: Plan): Record<string, string> =>
  Object.fromEntries(fields.map(({ field, verdict }) => [field, verdict]));
