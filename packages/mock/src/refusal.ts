import type { AnsweredRefusal } from '@amend/contract';
import type { Operation } from './contract.ts';
import { elementsOf, isFields } from './json.ts';
import { describeProblems, type Problem, type Refusal, type RefusalKind } from './problem.ts';
import type { Provider } from './provider.ts';
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
  'wrong-media-type': 'The body is of a wrong media type.',
  'rate-limited': 'Too many requests.',
  full: 'The mock holds no more.',
  failed: 'The server failed.',
};

const statusFor = ({ refusal }: Refusal, answers: Operation['answers']): number => {
  const candidates = statuses[refusal];
  return candidates.find((status) => status in answers) ?? candidates.at(-1) ?? 500;
};

/** The most problems of one answer, also where the provider lists each in a place of its own. */
const maxListed = 100;

/** Whether an example answers a refusal for this problem. */
const isAbout =
  ({ rule, property, type }: AnsweredRefusal) =>
  ({ field, message, ...problem }: Problem): boolean =>
    (rule === undefined || rule === problem.rule) &&
    (property === undefined || field === `/${property}` || field === `query.${property}`) &&
    (type === undefined || new RegExp(`^must be (?:of type )?${type}(?: or null)?$`).test(message));

/** Whether an error lists its problems one by one: such an example lends its words, and is no answer itself. */
const isList = (example: unknown): boolean =>
  isFields(example) && Object.values(example).some((value) => elementsOf(value).length > 0);

/** Words a refusal as the provider does: by the contract's own example where one answers it, else in its shape. */
export const answerTo = (
  { errorBody }: Pick<Provider, 'errorBody'>,
  { answers, refusals }: Operation,
  refusal: Refusal,
): Answer => {
  const { problems } = refusal;
  const shownFor = ({ status, example }: AnsweredRefusal): unknown => answers[status]?.[example];
  const whole = refusals.find((each) => problems.every(isAbout(each)) && !isList(shownFor(each)));
  if (problems.length > 0 && whole) return { status: whole.status, body: shownFor(whole) };
  const status = statusFor(refusal, answers);
  const worded = refusals.filter((each) => each.status === status && isList(shownFor(each)));
  const exampleFor = (problem: Problem): unknown => worded.filter((each) => isAbout(each)(problem)).map(shownFor)[0];
  const said = { status, ...(worded.length > 0 && { exampleFor }) };
  if (problems.length > 0)
    return {
      status,
      body: errorBody({ ...said, message: describeProblems(problems), problems: problems.slice(0, maxListed) }),
    };
  const [first] = Object.values(answers[status] ?? {});
  return { status, body: first ?? errorBody({ ...said, message: sentences[refusal.refusal], problems: [] }) };
};
