import type { OperationTable, OperationValidators } from '@amend/contract';
import type { Fetch, UnsignedRequest, WrittenRequest } from './attempt.ts';
import { checkBaseUrl } from './base-url.ts';
import { callHeaders, headerIssues } from './call-headers.ts';
import { ClientError, type ErrorFacts, kindOfStatus } from './client-error.ts';
import { checkCredentials } from './credentials.ts';
import { whyNoCrypto } from './crypto.ts';
import { elapsed, startDeadline } from './deadline.ts';
import { formMedia, toForm } from './form.ts';
import { findIssues, type Issue } from './issues.ts';
import { type Json, toJson } from './json.ts';
import { isLimit, isTimeout } from './limits.ts';
import { type Methods, providerOf } from './methods.ts';
import { type ObservedAttempt, tell } from './observe.ts';
import type { ClientOptions } from './options.ts';
import { pathIssues } from './path-issues.ts';
import { queryIssues } from './query-issues.ts';
import { type Input, type ReadCall, readCall } from './read-call.ts';
import type { Result } from './result.ts';
import { createQuota } from './retry.ts';
import { type Sent, type Sign, send, write } from './send.ts';
import { type Refused, unsent } from './signed-request-of.ts';
import { writeUrl } from './write-url.ts';

/** A contract, ready to be called. */
export interface ClientDefinition<Operations> {
  readonly provider: string;
  readonly baseUrl: string;
  readonly operations: OperationTable<Operations>;
  readonly validators: { readonly [Id in keyof Operations]: OperationValidators };
  readonly sign: Sign;
  /** What is added to each address: credentials, which are no part of what a request shows. */
  readonly query?: Readonly<Record<string, string>>;
  /** Has credentials made anew that were refused; whether a call is worth another try with them. */
  readonly renew?: () => boolean;
  /** Whether the signature holds the time, so that a wrong clock is a reason to be refused. */
  readonly signsTime?: boolean;
  /** Turns the caller's body, plain JSON by now, into the one that is sent, or says what is wrong with it. */
  readonly prepare?: (body: unknown) => Promise<{ body: unknown } | { issues: Issue[] }>;
  /** Body fields that the provider accepts and that this client never sends, such as a copy of a credential. */
  readonly ownFields?: readonly string[];
}

/** What is wrong with a body before any schema is asked. */
const bodyIssues = (body: Json | undefined, takesBody: boolean, ownFields: readonly string[] | undefined): Issue[] => {
  if (!takesBody) return body ? [{ path: '', message: 'must be left out: this operation takes none' }] : [];
  const value = body?.value;
  const surplus = ownFields?.filter((name) => Object.hasOwn(Object(value), name));
  return surplus?.map((name) => ({ path: `/${name}`, message: 'must be left out: the client sends it itself' })) ?? [];
};

/** Looked up at each call. */
const globalFetch: Fetch = (url, init) => globalThis.fetch(url, init);

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** Signatures that hold the time are refused when it is further off than this, or soon after. */
const maxClockSkew = 60_000;

const check = <Value>(name: string, value: Value, fits: (value: unknown) => boolean, what: string): Value => {
  if (fits(value)) return value;
  throw new TypeError(`${name} must be ${what}.`);
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
  const address = options.baseUrl ?? definition.baseUrl;
  if (options.baseUrl === undefined && typeof address === 'string' && address.startsWith('/'))
    throw new TypeError(`baseUrl must be given: the contract of ${provider} names no host.`);
  const baseUrl = checkBaseUrl(address, options.allowPlainHttp);
  const validates = options.validate !== 'off';
  const timeout = check(
    'timeout',
    options.timeout ?? 30_000,
    isTimeout,
    'a positive number of milliseconds, or Infinity for no limit',
  );
  const { drift, observe, userAgent = `amend-${provider}` } = options;
  if (observe !== undefined) check('observe', observe, isFunction, 'a function');
  if (drift !== undefined) check('drift', drift, isFunction, 'a function');
  checkCredentials({ userAgent });
  const sending = {
    userAgent,
    fetch: check('fetch', options.fetch ?? globalFetch, isFunction, 'a function'),
    sign: definition.sign,
    secretQuery: definition.query ?? {},
    maxAttempts: check('retries', options.retries ?? 2, isLimit, 'a number from 0') + 1,
    maxResponseBytes: check('maxResponseBytes', options.maxResponseBytes ?? 2 ** 20, isLimit, 'a number from 0'),
    quota: createQuota(),
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  };

  /** What the answer means: data that the contract knows, or a failure. */
  const judge = (id: keyof Operations, { outcome, attempts, isOpen }: Sent): Result<unknown> => {
    const changes = operations[id].retry !== 'safe';
    const requestId = outcome.is === 'answer' ? outcome.requestId : undefined;
    const fail = (facts: Pick<ErrorFacts, 'kind'> & Partial<ErrorFacts>, body?: unknown): Result<never> => {
      const isUncertain = changes && (isOpen || (attempts > 0 && facts.kind === 'malformed'));
      const error = new ClientError(
        { provider, operation: String(id), attempts, requestId, isUncertain, ...facts },
        body,
      );
      return { ok: false, error, status: facts.status, attempts, requestId };
    };
    if (outcome.is === 'no-answer') return fail({ kind: outcome.kind, reason: outcome.code });
    const { status, body, flaw, location, retryAfter, clockSkew } = outcome;
    const succeed = (data: unknown): Result<unknown> => ({
      ok: true,
      data,
      status,
      attempts,
      requestId,
      ...(location !== undefined && { location }),
    });
    if (status < 200 || status > 299) {
      const kind = kindOfStatus(status);
      const isClock = kind === 'unauthorized' && definition.signsTime && clockSkew > maxClockSkew;
      const reason = isClock ? 'clock' : flaw === 'redirect' ? flaw : undefined;
      return fail({ kind, status, reason, retryAfter }, body);
    }
    const hasBody = validators[id].response.length > 0 && !operations[id].empty?.includes(status);
    if (!hasBody && flaw === 'no body') return succeed(undefined);
    if (flaw) return fail({ kind: 'malformed', status, reason: flaw }, body);
    const issues = validates ? findIssues(validators[id].response, body) : undefined;
    if (!issues) return succeed(body);
    // A provider may refuse under a 2xx status, in the shape of its errors. A schema that takes anything shows nothing.
    const isError = validators[id].error.some((fits) => !fits({}) && fits(body));
    return fail({ kind: isError ? 'rejected' : 'malformed', status, issues: isError ? [] : issues }, body);
  };

  const refuse = (id: keyof Operations, issues: readonly Issue[]): Refused => {
    const facts = { provider, operation: String(id), attempts: 0, issues };
    const error = new ClientError({ kind: 'invalid', ...facts });
    return { ok: false, error, status: undefined, attempts: 0, requestId: undefined };
  };

  const cannotBe = (what: string): Issue[] => [{ path: '', message: `cannot be ${what}${whyNoCrypto()}` }];

  /** All of a call that comes before it is signed, or what is wrong with it. */
  const prepare = async (
    id: keyof Operations,
    input: Input,
    callOptions: unknown,
  ): Promise<readonly Issue[] | (Pick<ReadCall, 'body' | 'options'> & { readonly unsigned: UnsignedRequest })> => {
    const { method, path, query, media, accept, given } = operations[id];
    // From here on the caller's own objects are not looked at again.
    const read = readCall(path, input, callOptions);
    if ('issues' in read) return read.issues;
    const { request } = validators[id];
    const wrong = [
      ...pathIssues(path, read.path),
      ...queryIssues(query, read.query),
      ...headerIssues(given, read.header),
      ...bodyIssues(read.body, request !== undefined, definition.ownFields),
    ];
    if (wrong.length > 0) return wrong;

    let { body } = read;
    try {
      const prepared = definition.prepare ? await definition.prepare(body?.value) : { body: body?.value };
      if ('issues' in prepared) return prepared.issues;
      if (prepared.body !== body?.value) body = toJson(prepared.body);
      const wrongBody = request && validates ? findIssues(request, body?.value) : undefined;
      if (wrongBody) return wrongBody;
    } catch {
      return cannotBe('prepared');
    }
    const text = body && media === formMedia ? toForm(body.value) : body?.text;
    const own = callHeaders(operations[id], read, sending.random);
    const unsigned = {
      method,
      url: writeUrl(baseUrl, path, read),
      body: text,
      ...(media !== undefined && { media }),
      ...(accept !== undefined && { accept }),
      ...(own && { own }),
    };
    return { unsigned, body, options: read.options };
  };

  const makeUnsent = async (id: keyof Operations, input: Input): Promise<WrittenRequest | Refused> => {
    const prepared = await prepare(id, input, {});
    if ('length' in prepared) return refuse(id, prepared);
    return write(prepared.unsigned, sending).catch(() => refuse(id, cannotBe('signed')));
  };

  const call = async (
    id: keyof Operations,
    input: Input,
    callOptions: unknown,
    onAttempt?: (attempt: ObservedAttempt) => void,
  ): Promise<Result<unknown>> => {
    const prepared = await prepare(id, input, callOptions);
    if ('length' in prepared) return refuse(id, prepared);
    const { unsigned, body, options: own } = prepared;
    const { signal, timeout: ownTimeout = timeout, maxResponseBytes = sending.maxResponseBytes } = own;
    const deadline = startDeadline(ownTimeout, signal);
    const retry = { rule: operations[id].retry, body: body?.value };
    let sent: Sent;
    try {
      sent = await send(unsigned, retry, deadline, { ...sending, maxResponseBytes, onAttempt });
      const { outcome } = sent;
      // Who was refused did nothing, so that any call may be made again.
      if (outcome.is === 'answer' && outcome.status === 401 && definition.renew?.()) {
        const again = await send(unsigned, retry, deadline, { ...sending, maxResponseBytes, onAttempt });
        sent = { ...again, attempts: sent.attempts + again.attempts, isOpen: sent.isOpen || again.isOpen };
      }
    } catch {
      // Only signing throws here: without WebCrypto, say.
      return refuse(id, cannotBe('signed'));
    } finally {
      deadline.clear();
    }
    const { outcome } = sent;
    if (outcome.is === 'answer') tell(drift, { operation: String(id), ...outcome });
    return judge(id, sent);
  };

  const observedCall: typeof call = async (id, input, callOptions) => {
    const { method, path: template } = operations[id];
    const began = elapsed();
    const observer = tell(observe, { provider, operation: String(id), method, template });
    const result = await call(id, input, callOptions, (attempt) => tell((fact) => observer?.attempt?.(fact), attempt));
    const { status, attempts, requestId } = result;
    const failure = result.ok ? undefined : result.error;
    const milliseconds = elapsed() - began;
    const { kind, isUncertain = false } = failure ?? {};
    tell((fact) => observer?.end?.(fact), { attempts, status, kind, isUncertain, requestId, milliseconds });
    return result;
  };

  const ids = Object.keys(operations) as (keyof Operations)[];
  const method = observe ? observedCall : call;
  const methods = Object.fromEntries(
    ids.map((id) => [
      id,
      Object.assign((input?: Input | null, callOptions?: unknown) => method(id, input ?? {}, callOptions ?? {}), {
        [unsent]: (input?: Input | null) => makeUnsent(id, input ?? {}),
      }),
    ]),
  );
  return { [providerOf]: provider, ...methods } as unknown as Methods<Operations, OwnFields>;
};
