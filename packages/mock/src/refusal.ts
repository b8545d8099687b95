import type { Operation } from './contract.ts';
import { describeProblems, type Problem, type Refusal, type RefusalKind } from './problem.ts';
import type { DocumentedProblem, Provider } from './provider.ts';
import type { Answer } from './service.ts';

/** The statuses for each kind: the first that the operation documents, else the last. */
const statuses: Readonly<Record<RefusalKind, readonly number[]>> = {
  invalid: [422, 400],
  rejected: [400],
  unauthorized: [401],
  expired: [403],
  'not-found': [404],
  'too-large': [413],
  'wrong-media-type': [415],
  'rate-limited': [429],
  full: [429],
  failed: [500],
};

/** What there is to say where neither a problem nor an example says it. */
const sentences: Readonly<Record<RefusalKind, string>> = {
  invalid: 'The request is not valid.',
  rejected: 'The request is refused.',
  unauthorized: 'The credentials are missing or wrong.',
  expired: 'The signature is too old.',
  'not-found': 'There is nothing here.',
  'too-large': 'The body is too large.',
  'wrong-media-type':
    'The body must be JSON and not compressed, and there must be none where the operation takes none.',
  'rate-limited': 'Too many requests.',
  full: 'The mock holds no more.',
  failed: 'The server failed.',
};

const statusFor = ({ refusal }: Refusal, { answers }: Operation): number => {
  const candidates = statuses[refusal];
  return candidates.find((status) => status in answers) ?? candidates.at(-1) ?? 500;
};

/** The most problems of one answer, also where the provider lists each in a place of its own. */
const maxListed = 100;

const isAbout =
  ({ rule, field }: DocumentedProblem) =>
  (problem: Problem): boolean =>
    (rule === undefined || rule === problem.rule) && (field === undefined || field === problem.field);

/** Words a refusal as the provider does: by the contract's own example where one says the same, else in its shape. */
export const answerTo = (
  { errorBody, documented = [] }: Pick<Provider, 'errorBody' | 'documented'>,
  operation: Operation,
  refusal: Refusal,
): Answer => {
  const { problems } = refusal;
  const row = problems.length > 0 ? documented.find((candidate) => problems.every(isAbout(candidate))) : undefined;
  const example = row && operation.answers[row.status]?.[row.example];
  if (row && example !== undefined) return { status: row.status, body: example };
  const status = statusFor(refusal, operation);
  const examples = operation.answers[status] ?? {};
  if (problems.length > 0)
    return { status, body: errorBody(describeProblems(problems), problems.slice(0, maxListed), status, examples) };
  const [first] = Object.values(examples);
  return { status, body: first ?? errorBody(sentences[refusal.refusal], [], status, examples) };
};
