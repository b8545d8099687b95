import { formMedia } from '@amend/client';
import type { Operation } from './contract.ts';
import { jsonResponse, type MockRequest, type MockResponse, type Outcome, problemResponse, reset } from './exchange.ts';
import { type Fault, type Faults, tooManyFaults } from './faults.ts';
import { isFields } from './json.ts';
import { parseUrl } from './platform.ts';
import { readPreferences } from './preferences.ts';
import { describeProblems, type Refusal, refuse } from './problem.ts';
import { type Body, readBody, whyUnread } from './read-body.ts';
import { readForm } from './read-form.ts';
import type { RequestLog } from './request-log.ts';
import type { createRouter, Route } from './route.ts';

/** The most bytes of a body. */
export const maxBodyBytes = 8 * 2 ** 20;

export interface Handling {
  readonly route: ReturnType<typeof createRouter>;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly now: () => number;
}

const answerRefusal = ({ service }: Route, operation: Operation, refusal: Refusal): MockResponse => {
  const { status, body } = service.answerTo(operation, refusal);
  return { ...jsonResponse(status, body), refusal };
};

/** What a HEAD asks for is what a GET would be answered with. */
const methodOf = ({ method }: MockRequest): string => (method === 'HEAD' ? 'GET' : method);

const queryOf = ({ searchParams }: URL): Record<string, string | string[]> => {
  const query = new Map<string, string | string[]>();
  for (const [name, value] of searchParams) {
    const before = query.get(name);
    if (Array.isArray(before)) before.push(value);
    else query.set(name, before === undefined ? value : [before, value]);
  }
  return Object.fromEntries(query);
};

/** What Node takes of an address and of all headers together; in process there is no Node between. */
const maxHeadSize = 16 * 2 ** 10;

const isHeadTooLarge = ({ url, headers }: MockRequest): boolean =>
  Object.entries(headers).reduce((size, [name, value]) => size + name.length + value.length, url.length) > maxHeadSize;

/** A credential that the contract also takes in the body counts as if it had come in its header. */
const withBodyCredentials = (headers: MockRequest['headers'], { roles }: Operation, body: unknown) => {
  if (!isFields(body)) return headers;
  const credentials = Object.entries(roles).flatMap(([name, role]) => {
    const value = body[name];
    return role === 'credential' && typeof value === 'string' && !headers[name] ? [[name, value]] : [];
  });
  return credentials.length > 0 ? { ...headers, ...Object.fromEntries(credentials) } : headers;
};

/** Whether a credential that may come in a header or in the body came in neither, which no OpenAPI can say. */
const isKeyLeftOut = (given: MockRequest['headers'], { roles }: Operation): boolean =>
  Object.entries(roles).some(([name, role]) => role === 'credential' && !given[name]);

/** Where no operation is found, nobody looks at the body. */
const bodyOf = ({ body, headers }: MockRequest, operation: Operation | undefined): Body => {
  if (!operation || body.length === 0) return {};
  if (body.length > maxBodyBytes) return { refusal: refuse('too-large') };
  const { media = 'application/json', schemas } = operation.body ?? { schemas: [] };
  const refusal = whyUnread({ body, headers }, operation.body && media);
  if (refusal) return { refusal };
  if (!operation.body) return {};
  return media === formMedia ? readForm(body, schemas) : readBody(body);
};

const faultResponse = (route: Route, { retryAfter }: Fault, refusal: Refusal): MockResponse => {
  const status = refusal.refusal === 'failed' ? 500 : 429;
  const response = route.operation
    ? answerRefusal(route, route.operation, refusal)
    : problemResponse(status, 'A fault', describeProblems(refusal.problems) || 'It was asked for.');
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { ...response, headers: { ...response.headers, ...wait } };
};

/** Does what was asked, and answers. */
type Act = () => MockResponse | Promise<MockResponse>;

/** Who may ask, and for what, is told when it comes; the rest when it is done. */
const read = async (
  request: MockRequest,
  url: URL,
  route: Route,
  { value: body, refusal: bodyRefusal }: Body,
): Promise<Act> => {
  const { service, engine, operation, methods, params } = route;
  const query = queryOf(url);
  const preferences = readPreferences(request.headers.prefer, query);
  if (!preferences)
    return () => problemResponse(422, 'Invalid request', 'The Prefer header has a switch with a wrong value.');
  const given = operation ? withBodyCredentials(request.headers, operation, body) : request.headers;
  const refusal =
    operation &&
    (isKeyLeftOut(given, operation)
      ? refuse('unauthorized')
      : await service.authenticate({ ...request, headers: given }));
  if (refusal) return () => answerRefusal(route, operation, refusal);
  const { origin } = url;
  return () => engine({ operation, methods, params, query, headers: given, body, preferences, bodyRefusal, origin });
};

/** Takes a request from either front to its answer. */
export const createHandler = ({ route: findRoute, faults, log, now }: Handling) => {
  const respond = async (request: MockRequest): Promise<Outcome> => {
    if (isHeadTooLarge(request))
      return problemResponse(
        431,
        'Too large',
        `The address and the headers are longer than ${maxHeadSize} characters.`,
      );
    const url = parseUrl(request.url);
    if (!url) return problemResponse(400, 'Bad request', 'The address cannot be read.');
    const route = findRoute(methodOf(request), url.pathname);
    if (!route) {
      log.add({ method: request.method, body: undefined, route, time: now() }, 404);
      return problemResponse(404, 'Not found', 'No provider is served here; GET /__amend/routes lists all paths.');
    }
    const { service, operation } = route;
    const token = operation ? undefined : await service.token?.(request, url.pathname);
    if (token) return token;
    const isControl = service.name === 'amend';
    const fault = isControl ? undefined : faults.take(service.name, operation?.id);
    const { latency = 0, late, status, lost } = fault ?? {};
    const isLost = lost || late !== undefined;
    const size = late === undefined ? 0 : request.body.length;
    const isTooMuch = (latency > 0 || late !== undefined) && !faults.canHold(size);
    // What was held back when the mock was reset must not act on, or be logged by, the mock after it.
    if (latency > 0 && !isTooMuch && !(await faults.wait(latency, true))) return reset;
    const body = bodyOf(request, operation);
    const record = (outcome: Outcome): Outcome => {
      const told = outcome === reset ? reset : outcome.status;
      const refusal = outcome === reset ? undefined : outcome.refusal;
      if (!isControl) log.add({ method: request.method, body: body.value, route, time: now(), refusal }, told);
      return outcome;
    };
    if (fault && isTooMuch) return record(faultResponse(route, fault, refuse('full', tooManyFaults)));
    if (fault?.reset) return record(reset);
    const failure = fault && status && faultResponse(route, fault, refuse(status === 429 ? 'rate-limited' : 'failed'));
    if (failure && !isLost) return record(failure);
    // What nobody could read is told to those alone who show credentials; for more, nobody reads on.
    const act: Act =
      operation && body.refusal && body.refusal.refusal !== 'rejected'
        ? () => answerRefusal(route, operation, body.refusal as Refusal)
        : await read(request, url, route, body);
    if (late === undefined) {
      const response = await act();
      return record(isLost ? failure || reset : response);
    }
    faults.later(late, size, act);
    return record(failure || reset);
  };

  return (request: MockRequest): Promise<Outcome> =>
    respond(request).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'Error';
      return problemResponse(500, 'The mock failed', `It met a ${name}; please report what was asked.`);
    });
};
