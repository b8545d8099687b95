import type { ClientError } from '@amend/client';
import { expectTypeOf, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan-result.ts';
import type { Problem } from './problem.ts';
import { toProblem } from './to-problem.ts';

declare const error: ClientError;
declare const thrown: unknown;
declare const outcomes: Outcome[];
declare const plan: Plan;

test('an error always has a problem, and what went well has none', () => {
  expectTypeOf(toProblem(error)).toEqualTypeOf<Problem>();
  expectTypeOf(toProblem(thrown)).toEqualTypeOf<Problem>();
  expectTypeOf(toProblem(outcomes)).toEqualTypeOf<Problem | undefined>();
  expectTypeOf(toProblem(plan)).toEqualTypeOf<Problem | undefined>();
});
