import type { WrittenRequest } from './attempt.ts';
import { checkBaseUrl } from './base-url.ts';
import type { ClientDefinition } from './client-definition.ts';
import { ClientError } from './client-error.ts';
import { checkCredentials } from './credentials.ts';
import { elapsed, startDeadline } from './deadline.ts';
import { globalFetch } from './global-fetch.ts';
import type { Issue } from './issues.ts';
import { defaultMaxBytes, defaultTimeout, isLimit, isTimeout } from './limits.ts';
import { type Methods, providerOf } from './methods.ts';
import { type ObservedAttempt, tell } from './observe.ts';
import type { ClientOptions } from './options.ts';
import { cannotBe, prepareCall } from './prepare-call.ts';
import type { Input } from './read-call.ts';
import type { Result } from './result.ts';
import { createQuota } from './retry.ts';
import { type Sent, send, write } from './send.ts';
import { type Refused, unsent } from './signed-request-of.ts';
import { toResult } from './to-result.ts';

const isFunction = (value: unknown): boolean => typeof value === 'function';

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
  const { provider, operations } = definition;
  const address = options.baseUrl ?? definition.baseUrl;
  if (options.baseUrl === undefined && typeof address === 'string' && address.startsWith('/'))
    throw new TypeError(`baseUrl must be given: the contract of ${provider} names no host.`);
  const baseUrl = checkBaseUrl(address, options.allowPlainHttp);
  const validates = options.validate !== 'off';
  const timeout = check(
    'timeout',
    options.timeout ?? defaultTimeout,
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
    maxResponseBytes: check(
      'maxResponseBytes',
      options.maxResponseBytes ?? defaultMaxBytes,
      isLimit,
      'a number from 0',
    ),
    quota: createQuota(),
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  };
  const preparing = { baseUrl, validates, random: sending.random };

  const refuse = (id: keyof Operations, issues: readonly Issue[]): Refused => {
    const facts = { provider, operation: String(id), attempts: 0, issues };
    const error = new ClientError({ kind: 'invalid', ...facts });
    return { ok: false, error, status: undefined, attempts: 0, requestId: undefined };
  };

  const makeUnsent = async (id: keyof Operations, input: Input): Promise<WrittenRequest | Refused> => {
    const prepared = await prepareCall(definition, id, input, {}, preparing);
    if ('length' in prepared) return refuse(id, prepared);
    return write(prepared.unsigned, sending).catch(() => refuse(id, cannotBe('signed')));
  };

  const call = async (
    id: keyof Operations,
    input: Input,
    callOptions: unknown,
    onAttempt?: (attempt: ObservedAttempt) => void,
  ): Promise<Result<unknown>> => {
    const prepared = await prepareCall(definition, id, input, callOptions, preparing);
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
    return toResult(definition, id, sent, validates);
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
