import type { ClientError, Result } from '@amend/client';
import type { AnyClient } from '@amend/client/provider';
import { Stopped } from './stopped.ts';

/** Time, which a test turns by itself. */
export interface Clock {
  readonly now: () => number;
  /** Waits for so many milliseconds, or until the check is given up. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface CallLimits {
  /** The most requests a second; as many as there are, if it is left out. */
  readonly rate?: number | undefined;
  /** The most requests that may change something, over all runs. */
  readonly maxWrites?: number | undefined;
}

/**
 * What a call came to. `refused`: the provider says no. `invalid`: the client did not send it. `lost`: no answer tells
 * whether it was done.
 */
export type Called =
  | { readonly is: 'done'; readonly data: unknown; readonly status: number }
  | { readonly is: 'refused'; readonly status: number }
  | { readonly is: 'invalid'; readonly why: string }
  | { readonly is: 'lost'; readonly why: string };

export interface Caller {
  readonly call: (operation: string, input: object, isWrite: boolean) => Promise<Called>;
  readonly writes: () => number;
}

const maxTries = 6;
const maxLost = 3;
const longestWait = 60_000;

/** Of answers that say nothing about the request itself, how long to wait before the next one. */
const waitBefore = ({ retryAfter }: ClientError, tries: number): number =>
  Math.min(longestWait, retryAfter ?? 1000 * 2 ** (tries - 1));

const describe = ({ kind, status }: ClientError): string =>
  status === undefined ? `no answer (${kind})` : `only ${status} for an answer`;

export interface CallerOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** How many writes were made before. */
  readonly spent?: number;
  /** Told before each write, how many there are with it. */
  readonly onWrite?: (writes: number) => Promise<void>;
}

/** Calls a provider slowly and patiently; the client repeats nothing by itself. */
export const createCaller = (
  client: AnyClient,
  { rate, maxWrites = Number.POSITIVE_INFINITY }: CallLimits,
  { clock, signal, spent = 0, onWrite = async () => {} }: CallerOptions,
): Caller => {
  let writes = spent;
  let next = Number.NEGATIVE_INFINITY;
  let lost = 0;
  let wasHeard = false;

  const pace = async (): Promise<void> => {
    if (rate === undefined) return;
    const wait = next - clock.now();
    if (wait > 0) await clock.sleep(wait);
    next = clock.now() + 1000 / rate;
  };

  const once = async (operation: string, input: object, isWrite: boolean): Promise<Result<unknown>> => {
    await pace();
    if (signal?.aborted) throw new Stopped('the check was stopped');
    if (isWrite && writes >= maxWrites) throw new Stopped(`the ${maxWrites} writes that it may make are made`);
    const method = client[operation];
    if (!method) throw new TypeError(`The client has no ${operation}.`);
    if (isWrite) {
      writes += 1;
      await onWrite(writes);
    }
    const result = await method(input, signal && { signal });
    if (isWrite && result.attempts === 0) writes -= 1;
    return result;
  };

  const call: Caller['call'] = async (operation, input, isWrite) => {
    for (let tries = 1; ; tries += 1) {
      const result = await once(operation, input, isWrite);
      if (result.ok) {
        lost = 0;
        wasHeard = true;
        return { is: 'done', data: result.data, status: result.status };
      }
      const { error, status } = result;
      if (signal?.aborted) throw new Stopped('the check was stopped');
      if (error.kind === 'invalid') return { is: 'invalid', why: 'the client does not send what the contract refuses' };
      if (error.kind === 'malformed' && status !== undefined && status < 300)
        return { is: 'done', data: error.body(), status };
      if (error.kind === 'unauthorized' && !wasHeard) throw new Stopped('the provider refuses the credentials');
      if (status !== undefined && ['rejected', 'not-found', 'unauthorized'].includes(error.kind)) {
        lost = 0;
        wasHeard = true;
        return { is: 'refused', status };
      }
      const mayRepeat = error.kind === 'rate-limited' || !isWrite;
      if (tries < maxTries && mayRepeat) {
        await clock.sleep(waitBefore(error, tries));
        continue;
      }
      lost += 1;
      if (lost >= maxLost || !isWrite || error.kind === 'rate-limited')
        throw new Stopped(`the provider gave ${describe(error)}`);
      await clock.sleep(waitBefore(error, lost));
      return { is: 'lost', why: `the provider gave ${describe(error)}` };
    }
  };

  return { call, writes: () => writes };
};
