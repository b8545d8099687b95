import { plan } from '../src/plan.ts';
import type { Plan } from '../src/plan-result.ts';
import type { AnyUserOperation } from '../src/user-operation.ts';

/** Plans as code without types does: whatever the input is. */
export const make = (operation: AnyUserOperation, input: unknown): Plan => plan(operation as never, input as never);

/** The verdicts of a plan, by field. */
export const verdicts = ({ fields }: Plan): Record<string, string> =>
  Object.fromEntries(fields.map(({ field, verdict }) => [field, verdict]));
