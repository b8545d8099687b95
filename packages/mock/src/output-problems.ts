import { wrongsOf } from './checks.ts';
import type { Operation } from './contract.ts';
import type { Problem } from './problem.ts';

const undocumented: Problem = { field: '', rule: 'status', message: 'comes with a success that is not documented' };

/** What the contract has against an answer. A refusal that no contract documents, such as a 415, may pass. */
export const outputProblems = (
  { checks: { answers } }: Pick<Operation, 'checks'>,
  status: number,
  body: unknown,
): readonly Problem[] => {
  const check = answers[status];
  if (check === undefined) return status < 300 ? [undocumented] : [];
  return check ? wrongsOf(check, body) : [];
};
