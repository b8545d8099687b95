import prism from '@stoplight/prism-http/dist/mocker/index.js';
import type { CheckedRequest } from './check-request.ts';
import { jsonResponse, type MockResponse, problemResponse } from './exchange.ts';
import type { StockOperation } from './models.ts';
import type { Preferences } from './preferences.ts';
import { type PrismOperation, type PrismProblem, silentLogger } from './prism.ts';
import type { Refusal } from './problem.ts';

// Prism is CommonJS, of which not every loader makes the same.
const mocker: typeof prism.default = Reflect.get(prism, 'default') ?? prism;

/** The most elements of a list that is made up; Prism fills each to its limit. */
const maxMadeUp = 20;

const shorten = (key: string, value: unknown): unknown =>
  key === 'maxItems' && typeof value === 'number' ? Math.min(value, maxMadeUp) : value;

const withShortLists = ({ responses, ...operation }: PrismOperation): PrismOperation => ({
  ...operation,
  responses: JSON.parse(JSON.stringify(responses), shorten),
});

/** Prism tells a missing credential by its code alone. */
const diagnosticsOf = ({ refusal, problems }: Refusal): PrismProblem[] =>
  refusal === 'unauthorized'
    ? [{ code: 401, message: 'Invalid security scheme used', severity: 0 }]
    : problems.map(({ rule, message, field }) => ({ path: [field], code: rule, message, severity: 0 }));

/**
 * What stock Prism answers with: an example, or what it makes up.
 *
 * @param stock The operation, as Prism reads it.
 * @param refusal What was found wrong with the request.
 */
export const askStock = (
  stock: StockOperation,
  { query, headers, body }: CheckedRequest,
  refusal: Refusal | undefined,
  { rulesOff: _, ...preferences }: Preferences,
): MockResponse => {
  const { accept: __, ...others } = headers;
  const operation = stock as PrismOperation;
  const { method, path } = operation;
  const data = { method, url: { path, query }, headers: others, body } as Parameters<
    typeof prism.default
  >[0]['input']['data'];
  const validations = refusal ? diagnosticsOf(refusal) : [];
  const ask = (config: Omit<Preferences, 'rulesOff'>) => {
    const resource = config.dynamic && config.exampleKey === undefined ? withShortLists(operation) : operation;
    return mocker({ resource, input: { validations, data }, config })(silentLogger);
  };
  const { code, ...withoutCode } = preferences;
  const asked = ask(preferences);
  // Prism calls it a failure of its own that the answer with this code has no such example; without a code, it does not.
  const isFailure = code !== undefined && asked._tag === 'Left' && !('status' in asked.left);
  const outcome = isFailure ? ask(withoutCode) : asked;
  if (outcome._tag === 'Right') return jsonResponse(outcome.right.statusCode, outcome.right.body);
  const { status = 500, message, detail = '' } = outcome.left as Error & { status?: number; detail?: string };
  return problemResponse(status, message, detail);
};
