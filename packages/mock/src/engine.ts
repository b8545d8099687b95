import { createInstance, ProblemJsonError } from '@stoplight/prism-http';
import { acceptsJson, notAcceptable } from './accept.ts';
import { componentsOf, withOurs } from './components.ts';
import type { Operation } from './contract.ts';
import { jsonResponse, type MockResponse, problemResponse } from './exchange.ts';
import { type Preferences, wantsExample } from './preferences.ts';
import { type PrismComponents, type PrismConfig, type PrismRequest, silentLogger } from './prism.ts';
import type { Service } from './service.ts';

/** A request that has been routed; without an operation, Prism says what is wrong with its path or method. */
interface EngineRequest {
  readonly operation: Operation | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly request: PrismRequest;
  readonly preferences: Preferences;
}

export type Engine = (request: EngineRequest) => Promise<MockResponse>;

const config = {
  checkSecurity: true,
  validateRequest: true,
  // Ours are checked where they are made. What Prism makes up is passed on, as it does: its generator does not know
  // every keyword.
  validateResponse: false,
  errors: false,
  isProxy: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} satisfies PrismConfig;

const describeError = (error: Error): MockResponse => {
  const { status = 500, title, detail } = ProblemJsonError.toProblemJson(error);
  return problemResponse(status, title, detail);
};

const withoutAccept = ({ headers = {}, ...request }: PrismRequest): PrismRequest => {
  const { accept: _, ...others } = headers;
  return { ...request, headers: others };
};

/** The engine of one contract: Prism, with what is said about users ours, and stock Prism for all else. */
export const createEngine = (service: Service): Engine => {
  const all = service.contract.operations.map(({ prism }) => prism);
  const ours = createInstance(config, componentsOf(service));
  const stock = createInstance(config, { logger: silentLogger } as PrismComponents);

  return async ({ operation, params, request, preferences: { rulesOff, ...preferences } }) => {
    const resources = operation ? [operation.prism] : all;
    const requestConfig = withOurs(config, preferences, { params, rulesOff });
    const isStock = !operation || wantsExample({ rulesOff, ...preferences });
    if (isStock && operation && !acceptsJson(request.headers?.accept)) return describeError(notAcceptable);
    const outcome = isStock
      ? await stock.request(withoutAccept(request), resources, requestConfig)()
      : await ours.request(request, resources, requestConfig)();
    if (outcome._tag === 'Left') return describeError(outcome.left);
    const { output } = outcome.right;
    return jsonResponse(output.statusCode, output.body);
  };
};
