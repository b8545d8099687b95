import { createHeld, type Held } from './held.ts';
import type { Problem } from './problem.ts';

/** What goes wrong with one of the next requests. */
export interface Fault {
  /** Only requests to this provider; all if left out. */
  readonly provider?: string;
  /** Only this operation; all if left out. */
  readonly operation?: string;
  /** How often; once by default. */
  readonly times?: number;
  /** Milliseconds to wait before anything else happens. */
  readonly latency?: number;
  /** A status to answer with, instead of doing what was asked. */
  readonly status?: 429 | 500;
  /** Seconds for a `Retry-After` beside the status. */
  readonly retryAfter?: number;
  /** Breaks the connection, without an answer, and does nothing of what was asked. */
  readonly reset?: boolean;
  /** Does what was asked, and then breaks the connection, or answers with the status 500 that stands beside it. */
  readonly lost?: boolean;
  /** The same, but what was asked is done so many milliseconds after the caller has gone. */
  readonly late?: number;
  /** What goes wrong with one of the next webhooks, and with no request; the latency is that of a late one. */
  readonly webhook?: 'late' | 'twice' | 'out-of-order' | 'wrongly-signed' | 'dropped';
}

/** The faults that are still to come, in the order in which they were asked for. */
export interface Faults extends Pick<Held, 'wait' | 'later' | 'advance'> {
  readonly all: () => readonly Fault[];
  readonly add: (fault: Fault) => void;
  /** Whether there are as many as there may be, those that hold something back among them. */
  readonly isFull: () => boolean;
  /** Whether another request may be held back, or so many bytes of what is done later. */
  readonly canHold: (bytes?: number) => boolean;
  /** The first fault for a request, which is then used up by one time. */
  readonly take: (provider: string, operation: string | undefined) => Fault | undefined;
  /** The same for a webhook. */
  readonly takeWebhook: (provider: string) => Fault | undefined;
  readonly clear: () => void;
}

/** The most faults, and the most of what they hold back. */
const maxFaults = 1000;

export const tooManyFaults: Problem = {
  field: 'The mock',
  rule: 'full',
  message: `holds ${maxFaults} faults, and no more; drop them by DELETE /__amend/faults`,
};

export const createFaults = (): Faults => {
  let faults: readonly Fault[] = [];
  const held = createHeld();
  const use = (fits: (fault: Fault) => boolean): Fault | undefined => {
    const index = faults.findIndex(fits);
    const fault = faults[index];
    if (!fault) return undefined;
    const times = (fault.times ?? 1) - 1;
    faults = faults.toSpliced(index, 1, ...(times > 0 ? [{ ...fault, times }] : []));
    return fault;
  };
  return {
    all: () => faults,
    isFull: () => Math.max(faults.length, held.size()) >= maxFaults,
    canHold: (bytes = 0) => held.size() < maxFaults && held.hasRoom(bytes),
    add: (fault) => {
      faults = [...faults, { times: 1, ...fault }];
    },
    take: (provider, operation) =>
      use(
        (fault) =>
          fault.webhook === undefined &&
          (fault.provider ?? provider) === provider &&
          (fault.operation === undefined || fault.operation === operation),
      ),
    takeWebhook: (provider) => use((fault) => fault.webhook !== undefined && (fault.provider ?? provider) === provider),
    wait: held.wait,
    later: held.later,
    advance: held.advance,
    clear: () => {
      faults = [];
      held.clear();
    },
  };
};
