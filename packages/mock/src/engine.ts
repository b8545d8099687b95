import { ProblemJsonError } from '@stoplight/prism-http/dist/types.js';
import stock from '@stoplight/prism-http/dist/validator/index.js';
import { acceptsJson, notAcceptable } from './accept.ts';
import { componentsOf } from './components.ts';
import type { Operation } from './contract.ts';
import { jsonResponse, type MockResponse, problemResponse } from './exchange.ts';
import { type Preferences, wantsExample } from './preferences.ts';
import type { PrismRequest } from './prism.ts';
import type { Refusal } from './problem.ts';
import type { Service } from './service.ts';

/** A request that has been routed; without an operation, Prism says what is wrong with its path or method. */
interface EngineRequest {
  readonly operation: Operation | undefined;
  /** Where there is no operation: the methods that the path takes. */
  readonly methods: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  readonly request: PrismRequest;
  readonly preferences: Preferences;
  /** Why the body is not taken; who shows no credentials is told of them alone. */
  readonly bodyRefusal?: Refusal | undefined;
}

export type Engine = (request: EngineRequest) => Promise<MockResponse>;

const describeError = (error: Error): MockResponse => {
  const { status = 500, title, detail } = ProblemJsonError.toProblemJson(error);
  return problemResponse(status, title, detail);
};

/** What Prism says of a path or method that is not served, without the path: a value may stand there. */
const describeUnrouted = (status: number, methods: readonly string[]): MockResponse => {
  const way = 'GET /__amend/routes lists what is served.';
  if (status !== 405) return problemResponse(status, 'Not found', `The contract has no such path; ${way}`);
  const response = problemResponse(status, 'Method not allowed', `The path does not take this method; ${way}`);
  return { ...response, headers: { ...response.headers, allow: methods.join(', ') } };
};

/** The engine of one contract: Prism, with what is said about users ours, and stock Prism for all else. */
export const createEngine = (service: Service): Engine => {
  const { contract } = service;
  const { validateInput, mock } = componentsOf(service);

  return async ({ operation, methods, params, request, preferences, bodyRefusal }) => {
    await contract.ready();
    if (operation && (bodyRefusal || !wantsExample(preferences))) {
      const checked = { resource: operation.prism, element: request };
      const problems = [stock.validateSecurity(checked), validateInput(checked)].flatMap((outcome) =>
        outcome._tag === 'Left' ? outcome.left : [],
      );
      const answer = mock({ operation, params, rulesOff: preferences.rulesOff, bodyRefusal }, request, problems);
      return answer instanceof Error ? describeError(answer) : jsonResponse(answer.status, answer.body);
    }
    if (operation && !acceptsJson(request.headers?.accept)) return describeError(notAcceptable);
    // What makes up answers is half of Prism, so it is loaded for who asks for one.
    const { askStock } = await import('./stock.ts');
    const resources = operation ? [operation.prism] : contract.operations.map(({ prism }) => prism);
    const { code, ...others } = preferences;
    const asked = await askStock(request, resources, preferences);
    // Prism calls it a failure of its own that the answer with this code has no such example; without a code, it does not.
    const isFailure = code !== undefined && asked._tag === 'Left' && !('status' in asked.left);
    const outcome = isFailure ? await askStock(request, resources, others) : asked;
    if (outcome._tag === 'Left') {
      const response = describeError(outcome.left);
      return operation ? response : describeUnrouted(response.status, methods);
    }
    const { statusCode, body } = outcome.right.output;
    return jsonResponse(statusCode, body);
  };
};
