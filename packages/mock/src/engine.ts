import { acceptsJson, chooseMedia } from './accept.ts';
import { type CheckedRequest, hasCredentials, requestProblems } from './check-request.ts';
import type { Operation } from './contract.ts';
import { jsonResponse, type MockResponse, problemResponse, rawResponse } from './exchange.ts';
import { outputProblems } from './output-problems.ts';
import { type Preferences, wantsExample } from './preferences.ts';
import { describeProblems, type Refusal, refuse } from './problem.ts';
import type { Service } from './service.ts';

/** A request that has been routed. */
interface EngineRequest extends CheckedRequest {
  readonly operation: Operation | undefined;
  /** Where there is no operation: the methods that the path takes. */
  readonly methods: readonly string[];
  readonly preferences: Preferences;
  /** What the caller calls this server. */
  readonly origin: string;
  /** Why the body is not taken; who shows no credentials is told of them alone. */
  readonly bodyRefusal?: Refusal | undefined;
}

export type Engine = (request: EngineRequest) => Promise<MockResponse>;

/** Without the path: a value may stand there. */
const describeUnrouted = (methods: readonly string[]): MockResponse => {
  const way = 'GET /__amend/routes lists what is served.';
  if (methods.length === 0) return problemResponse(404, 'Not found', `The contract has no such path; ${way}`);
  const response = problemResponse(405, 'Method not allowed', `The path does not take this method; ${way}`);
  return { ...response, headers: { ...response.headers, allow: methods.join(', ') } };
};

const notAcceptable = (offered: readonly string[]): MockResponse =>
  problemResponse(
    406,
    'Not acceptable',
    `The Accept header asks for something else than ${offered.join(', ')}, which is what there is.`,
  );

const jsonAlone = ['application/json'];

/** Answers what was asked of one contract: from memory, or what the contract shows where `Prefer` asks for that. */
export const createEngine = ({ contract, handle, answerTo, media = {} }: Service): Engine => {
  const whyRefused = (operation: Operation, request: EngineRequest): Refusal | undefined => {
    if (!hasCredentials(operation, request)) return refuse('unauthorized');
    if (request.bodyRefusal) return request.bodyRefusal;
    const problems = requestProblems(operation, request);
    return problems.length > 0 ? refuse('invalid', ...problems) : undefined;
  };

  const respond = async (operation: Operation, request: EngineRequest): Promise<MockResponse> => {
    const { params, query, body, headers, origin, preferences } = request;
    const refusal = whyRefused(operation, request);
    const answered = operation.media ?? {};
    const offered = media[operation.id] ?? [...jsonAlone, ...Object.values(answered)];
    const chosen = chooseMedia(headers.accept, offered);
    if (!refusal && chosen === undefined) return notAcceptable(offered);
    const input = { params, query, body, headers, origin, rulesOff: preferences.rulesOff, media: chosen ?? '' };
    const outcome = refusal ?? (await handle(operation, input));
    const answer = 'refusal' in outcome ? answerTo(operation, outcome) : outcome;
    if (answer.media !== undefined) return rawResponse(answer.status, answer.media, answer.body);
    const broken = answer.isChecked ? [] : outputProblems(operation, answer.status, answer.body);
    if (broken.length > 0) return problemResponse(500, 'The mock broke its own contract', describeProblems(broken));
    const madeAt = 'madeAt' in answer ? { location: contract.prefix + answer.madeAt } : {};
    const written = answered[answer.status] ?? answered.default;
    const ofMedia = written !== undefined && answer.body !== undefined ? { 'content-type': written } : {};
    const response = jsonResponse(answer.status, answer.body, { ...madeAt, ...ofMedia });
    return 'refusal' in outcome ? { ...response, refusal: outcome } : response;
  };

  return async (request) => {
    const { operation, methods, preferences, bodyRefusal } = request;
    if (!operation) return describeUnrouted(methods);
    await contract.ready();
    if (bodyRefusal || !wantsExample(preferences)) return respond(operation, request);
    if (!acceptsJson(request.headers.accept)) return notAcceptable(jsonAlone);
    // What makes up answers is all of Prism that the mock has, so it is loaded for who asks for one.
    const { askStock } = await import('./stock.ts');
    return askStock(await contract.stock(operation), request, whyRefused(operation, request), preferences);
  };
};
