import { ProblemJsonError } from '@stoplight/prism-http/dist/types.js';
import { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js';
import { validateAgainstSchema } from '@stoplight/prism-http/dist/validator/validators/utils.js';
import type { PrismOperation, PrismProblem } from './prism.ts';
import { describeProblems, type Problem } from './problem.ts';

export const fromPrism = ({ path: [place, ...steps] = [], code, message }: PrismProblem): Problem => ({
  field: place === 'body' ? steps.map((step) => `/${step}`).join('') : [place, ...steps].join('.'),
  rule: String(code),
  // Prism begins with the place, which the field tells already, and may end with a key: data in the wrong place, perhaps.
  message: message
    .replace(/^Re(?:quest|sponse) .*?(?=must )/, '')
    .replace(/; found '(?![A-Za-z_]{1,40}[0-9]?'$).*/s, ''),
});

const undocumented: Problem = { field: '', rule: 'status', message: 'comes with a success that is not documented' };

/**
 * What the contract has against an answer, by Prism's own check of a schema: the generated validators take more in
 * answers than the contract says, as a client should. A refusal that no contract documents, such as a 415, may pass.
 */
export const outputProblems = (operation: PrismOperation, status: number, body: unknown): readonly Problem[] => {
  const response = operation.responses.find(({ code }) => code === String(status));
  if (!response) return status < 300 ? [undocumented] : [];
  const schema = response.contents?.[0]?.schema;
  if (!schema) return [];
  const bundle: unknown = Reflect.get(operation, '__bundled__');
  const checked = validateAgainstSchema(body, schema, false, ValidationContext.Output, 'body', bundle);
  return checked._tag === 'Some' ? checked.value.map(fromPrism) : [];
};

/** What is said instead of an answer that breaks the contract: the fault is the mock's. */
export const brokenContract = (problems: readonly Problem[]): ProblemJsonError =>
  ProblemJsonError.fromTemplate(
    { type: 'VIOLATIONS', title: 'The mock broke its own contract', status: 500 },
    describeProblems(problems),
  );
