import stock from '@stoplight/prism-http/dist/validator/index.js';
import { left, right } from 'fp-ts/lib/Either.js';
import { acceptsJson, notAcceptable } from './accept.ts';
import type { Operation } from './contract.ts';
import { brokenContract, fromPrism, outputProblems } from './output-problems.ts';
import {
  type PrismComponents,
  type PrismConfig,
  type PrismOperation,
  type PrismProblem,
  silentLogger,
} from './prism.ts';
import { type Problem, type Refusal, refuse } from './problem.ts';
import type { Service } from './service.ts';
import { problemsOf } from './validate.ts';

const toPrism = ({ field, rule, message }: Problem): PrismProblem => ({
  path: ['body', ...field.split('/').slice(1)],
  code: rule,
  message,
  severity: 0,
});

/** Prism tells a missing credential by its code alone. */
const toRefusal = (problems: readonly PrismProblem[]): Refusal =>
  problems.some(({ code }) => code === 401) ? refuse('unauthorized') : refuse('invalid', ...problems.map(fromPrism));

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

/** What our handlers need, and Prism hands through. */
export interface OurConfig {
  readonly params: Readonly<Record<string, string>>;
  readonly rulesOff: boolean;
}

/** A request's configuration, with ours in it. */
export const withOurs = (config: PrismConfig, mock: PrismConfig['mock'], ours: OurConfig): PrismConfig => ({
  ...config,
  mock: { ...mock, ...ours } as PrismConfig['mock'],
});

/** The parts of Prism that are ours: the check of bodies, by the generated validators, and what is answered. */
export const componentsOf = ({ contract, handle, answerTo }: Service): PrismComponents => {
  const operations = new Map(contract.operations.map((operation) => [operation.id, operation]));
  const parameters = new Map(contract.operations.map(({ id, prism }) => [id, withoutBody(prism)]));
  const operationOf = ({ iid = '' }: PrismOperation): Operation => {
    const operation = operations.get(iid);
    if (!operation) throw new Error(`The contract ${contract.name} has no operation ${iid}.`);
    return operation;
  };

  return {
    logger: silentLogger,
    // The request has been routed: Prism is given that one operation.
    route: ({ resources: [resource] }) => (resource ? right(resource) : left(new Error('There is no operation.'))),
    validateInput: ({ resource, element }) => {
      const { id, validators } = operationOf(resource);
      if (!validators) return stock.validateInput({ resource, element });
      const checkable = parameters.get(id);
      const checked = checkable && stock.validateInput({ resource: checkable, element });
      const [first, ...others] = [
        ...(checked?._tag === 'Left' ? checked.left : []),
        ...problemsOf(validators.request ?? [], element.body).map(toPrism),
      ];
      return first ? left([first, ...others]) : right(element);
    },
    mock:
      ({ resource, input: { data, validations }, config }) =>
      () => {
        const operation = operationOf(resource);
        const { params, rulesOff } = config as unknown as OurConfig;
        const { query = {} } = data.url;
        if (validations.length === 0 && !acceptsJson(data.headers?.accept)) return left(notAcceptable);
        const outcome =
          validations.length > 0
            ? toRefusal(validations)
            : handle(operation, { params, query, body: data.body, rulesOff });
        const { status, body } = 'refusal' in outcome ? answerTo(operation, outcome) : outcome;
        const isChecked = !('refusal' in outcome) && outcome.isChecked;
        const problems = isChecked ? [] : outputProblems(resource, status, body);
        if (problems.length > 0) return left(brokenContract(problems));
        return right({ statusCode: status, headers: { 'content-type': 'application/json' }, body });
      },
  };
};
