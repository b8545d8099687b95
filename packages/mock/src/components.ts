import stock from '@stoplight/prism-http/dist/validator/index.js';
import { left, right } from 'fp-ts/lib/Either.js';
import { acceptsJson, notAcceptable } from './accept.ts';
import type { Operation } from './contract.ts';
import { brokenContract, fromPrism, outputProblems } from './output-problems.ts';
import type { PrismHttpComponents, PrismOperation, PrismProblem, PrismRequest } from './prism.ts';
import { type Problem, type Refusal, refuse } from './problem.ts';
import type { Answer, Service } from './service.ts';
import { problemsOf } from './validate.ts';

const toPrism = ({ field, rule, message }: Problem): PrismProblem => ({
  path: ['body', ...field.split('/').slice(1)],
  code: rule,
  message,
  severity: 0,
});

/** Why a request is refused, if it is. Prism tells a missing credential by its code alone. */
const toRefusal = (problems: readonly PrismProblem[], bodyRefusal: Refusal | undefined): Refusal | undefined => {
  if (problems.some(({ code }) => code === 401)) return refuse('unauthorized');
  return bodyRefusal ?? (problems.length > 0 ? refuse('invalid', ...problems.map(fromPrism)) : undefined);
};

/** What a schema may say and still take any text. */
const takesAnyText = ({ schema = {}, required = false, name }: Parameter, path: string): boolean =>
  (!required || path.includes(`{${name}}`)) &&
  Object.entries(schema).every(([keyword, value]) =>
    keyword === 'type' ? value === 'string' : /^(\$schema|x-.*|description|examples)$/.test(keyword),
  );

/** An operation without its body, so that Prism checks the parameters alone; nothing if no parameter can be wrong. */
const withoutBody = ({ request = {}, ...resource }: PrismOperation): PrismOperation | undefined => {
  const { body: _, ...parameters } = request;
  const { path = [], query = [], headers = [], cookie = [] } = parameters;
  const all: readonly Parameter[] = [...path, ...query, ...headers, ...cookie];
  return all.every((parameter) => takesAnyText(parameter, resource.path))
    ? undefined
    : { ...resource, request: parameters };
};

interface Parameter {
  readonly name: string;
  readonly required?: boolean | undefined;
  readonly schema?: object | undefined;
}

/** What is asked of an operation, beside what Prism looks at. */
interface Asked {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly rulesOff: boolean;
  /** Why the body is not taken. */
  readonly bodyRefusal: Refusal | undefined;
}

/** The parts of Prism that are ours where users are concerned. */
export interface Components {
  /** Holds a request against the contract: its body by the generated validators, its parameters as Prism does. */
  readonly validateInput: PrismHttpComponents['validateInput'];
  /** Answers a request in which the given problems were found; an error stands for no provider's word. */
  readonly mock: (asked: Asked, request: PrismRequest, problems: readonly PrismProblem[]) => Answer | Error;
}

export const componentsOf = ({ contract, handle, answerTo }: Service): Components => {
  const checks = new Map<string | undefined, { operation: Operation; parameters: PrismOperation | undefined }>();
  const checkOf = ({ iid }: PrismOperation) => {
    const known = checks.get(iid);
    if (known) return known;
    const operation = contract.operations.find(({ id }) => id === iid);
    if (!operation) throw new Error(`The contract ${contract.name} has no operation ${iid}.`);
    const check = { operation, parameters: withoutBody(operation.prism) };
    checks.set(iid, check);
    return check;
  };

  const validateInput: Components['validateInput'] = ({ resource, element }) => {
    const { operation, parameters } = checkOf(resource);
    const { validators } = operation;
    if (!validators) return stock.validateInput({ resource, element });
    const checked = parameters && stock.validateInput({ resource: parameters, element });
    const [first, ...others] = [
      ...(checked?._tag === 'Left' ? checked.left : []),
      ...problemsOf(validators.request ?? [], element.body).map(toPrism),
    ];
    return first ? left([first, ...others]) : right(element);
  };

  const mock: Components['mock'] = ({ operation, params, rulesOff, bodyRefusal }, request, problems) => {
    const { headers, url, body } = request;
    const refusal = toRefusal(problems, bodyRefusal);
    if (!refusal && !acceptsJson(headers?.accept)) return notAcceptable;
    const outcome = refusal ?? handle(operation, { params, query: url.query ?? {}, body, rulesOff });
    const answer = 'refusal' in outcome ? answerTo(operation, outcome) : outcome;
    if ('refusal' in outcome || !outcome.isChecked) {
      const broken = outputProblems(operation.prism, answer.status, answer.body);
      if (broken.length > 0) return brokenContract(broken);
    }
    return answer;
  };

  return { validateInput, mock };
};
