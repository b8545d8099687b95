import type { OperationTable, OperationValidators } from '@amend/contract';
import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { checkBaseUrl } from './base-url.ts';
import { ClientError, type ErrorFacts, type ErrorKind } from './client-error.ts';
import { startDeadline } from './deadline.ts';
import { fieldName, findIssues, type Issue } from './issues.ts';
import { type Methods, providerOf } from './methods.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { pathIssues } from './path-issues.ts';
import type { Result } from './result.ts';
import { createQuota } from './retry.ts';
import { type Sent, type Sign, send } from './send.ts';

/** A contract, ready to be called. */
export interface ClientDefinition<Operations> {
  readonly provider: string;
  readonly baseUrl: string;
  readonly operations: OperationTable<Operations>;
  readonly validators: { readonly [Id in keyof Operations]: OperationValidators };
  readonly sign: Sign;
  /** Turns the caller's body into the one that is sent, or says what is wrong with it. */
  readonly prepare?: (body: unknown) => Promise<{ body: unknown } | { issues: Issue[] }>;
  /** Body fields that the provider accepts and that this client never sends, such as a copy of a credential. */
  readonly ownFields?: readonly string[];
}

/** A call's input, as far as it is the same for all operations. */
interface Input {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const kindOfStatus = (status: number): ErrorKind => {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status === 425 || status >= 500) return 'unavailable';
  return status >= 400 ? 'rejected' : 'malformed';
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const querySerializer = createQuerySerializer();

const plainTypes = new Set(['undefined', 'string', 'number', 'boolean']);

/** A query stands in the address, which is logged everywhere: nothing goes there that the contract does not name. */
const queryIssues = (names: readonly string[], query: Input['query']): Issue[] =>
  Object.entries(query ?? {}).flatMap(([name, value]) => {
    const path = `/query/${fieldName(name)}`;
    if (!names.includes(name)) return [{ path, message: 'must be left out: there is no such parameter' }];
    return plainTypes.has(typeof value) ? [] : [{ path, message: 'must be text, a number or a boolean' }];
  });

/** What is wrong with a body before any schema is asked. */
const bodyIssues = (body: unknown, takesBody: boolean, ownFields: readonly string[] = []): Issue[] => {
  if (!takesBody)
    return body === undefined ? [] : [{ path: '', message: 'must be left out: this operation takes none' }];
  return ownFields
    .filter((name) => isObject(body) && Object.hasOwn(body, name))
    .map((name) => ({ path: `/${name}`, message: 'must be left out: the client sends it itself' }));
};

const isLimit = (value: unknown): value is number => typeof value === 'number' && value >= 0;

const checkNumber = (name: string, value: number): number => {
  if (isLimit(value)) return value;
  throw new TypeError(`${name} must be a number from 0.`);
};

/**
 * Makes one method per operation of a contract.
 *
 * @throws {TypeError} if the base address is not safe, or an option is no sensible number. The methods throw nothing: every failure is a {@link Result}.
 */
export const createClient = <Operations, OwnFields extends string = never>(
  definition: ClientDefinition<Operations>,
  options: ClientOptions = {},
): Methods<Operations, OwnFields> => {
  const { provider, operations, validators } = definition;
  const baseUrl = checkBaseUrl(options.baseUrl ?? definition.baseUrl);
  const { validate = 'on' } = options;
  const timeout = checkNumber('timeout', options.timeout ?? 30_000);
  const sending = {
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    sign: definition.sign,
    maxAttempts: checkNumber('retries', options.retries ?? 2) + 1,
    maxResponseBytes: checkNumber('maxResponseBytes', options.maxResponseBytes ?? 2 ** 20),
    quota: createQuota(),
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  };

  /** What the answer means: data that the contract knows, or a failure. */
  const judge = (id: keyof Operations, { outcome, attempts }: Sent): Result<unknown> => {
    const fail = (facts: Pick<ErrorFacts, 'kind'> & Partial<ErrorFacts>, body?: unknown): Result<never> => ({
      ok: false,
      error: new ClientError({ provider, operation: String(id), attempts, ...facts }, body),
      status: facts.status,
    });
    if (outcome.is === 'no-answer') return fail({ kind: outcome.kind, reason: outcome.code });
    const { status, body, flaw, retryAfter } = outcome;
    if (status < 200 || status > 299) {
      const reason = flaw === 'redirect' ? flaw : undefined;
      return fail({ kind: kindOfStatus(status), status, reason, retryAfter }, body);
    }
    const hasBody = validators[id].response.length > 0;
    if (!hasBody && flaw === 'no body') return { ok: true, data: undefined, status };
    if (flaw) return fail({ kind: 'malformed', status, reason: flaw }, body);
    const issues = validate === 'on' ? findIssues(validators[id].response, body) : undefined;
    if (!issues) return { ok: true, data: body, status };
    // A provider may refuse under a 2xx status, in the shape of its errors. A schema that takes anything shows nothing.
    const isError = validators[id].error.some((fits) => !fits({}) && fits(body));
    return fail({ kind: isError ? 'rejected' : 'malformed', status, issues: isError ? [] : issues }, body);
  };

  const call = async (id: keyof Operations, input: Input, callOptions: CallOptions): Promise<Result<unknown>> => {
    const operation = operations[id];
    const refuse = (issues: Issue[]): Result<never> => ({
      ok: false,
      error: new ClientError({ kind: 'invalid', provider, operation: String(id), attempts: 0, issues }),
      status: undefined,
    });

    const { request } = validators[id];
    const wrong = [
      ...pathIssues(operation.path, input.path),
      ...queryIssues(operation.query, input.query),
      ...bodyIssues(input.body, request !== undefined, definition.ownFields),
    ];
    if (wrong.length > 0) return refuse(wrong);

    let url: string;
    let body: string | undefined;
    let prepared: Awaited<ReturnType<NonNullable<typeof definition.prepare>>>;
    try {
      prepared = definition.prepare ? await definition.prepare(input.body) : { body: input.body };
      if ('issues' in prepared) return refuse(prepared.issues);
      const wrongBody = request && validate === 'on' ? findIssues(request, prepared.body) : undefined;
      if (wrongBody) return refuse(wrongBody);
      const params = { path: input.path ?? {}, query: input.query ?? {} };
      url = createFinalURL(operation.path, { baseUrl, params, querySerializer, pathSerializer: defaultPathSerializer });
      body = JSON.stringify(prepared.body);
    } catch {
      return refuse([{ path: '', message: 'cannot be written as JSON' }]);
    }

    const deadline = startDeadline(isLimit(callOptions.timeout) ? callOptions.timeout : timeout, callOptions.signal);
    try {
      const retry = { rule: operation.retry, body: prepared.body };
      return judge(id, await send({ method: operation.method, url, body }, retry, deadline, sending));
    } catch {
      // Only signing throws here: without WebCrypto, say.
      return refuse([{ path: '', message: 'cannot be signed' }]);
    } finally {
      deadline.clear();
    }
  };

  const ids = Object.keys(operations) as (keyof Operations)[];
  const methods = Object.fromEntries(
    ids.map((id) => [
      id,
      (input?: Input | null, callOptions?: CallOptions | null) => call(id, input ?? {}, callOptions ?? {}),
    ]),
  );
  return { [providerOf]: provider, ...methods } as unknown as Methods<Operations, OwnFields>;
};
