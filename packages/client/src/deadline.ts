/** One limit for a whole call: its attempts, the waits between them, and the reading of the answer. */
export interface Deadline {
  /** Passed to `fetch`, so that it lets go of the connection. */
  readonly signal: AbortSignal;
  /** Why the call is over, once it is. */
  readonly reason: () => 'timeout' | 'aborted' | undefined;
  /** Milliseconds that are left. */
  readonly remaining: () => number;
  /** Settles as the promise does, or rejects at the deadline even if the promise never settles. */
  readonly race: <Value>(promise: Promise<Value>) => Promise<Value>;
  readonly clear: () => void;
}

/** Timers overflow beyond this, and fire at once: a time of more than 24 days is no limit. */
const longestTimer = 2 ** 31 - 1;

/** Milliseconds, by a clock that nobody sets, where there is one: older edge runtimes have none. */
export const elapsed = (): number => (globalThis.performance ?? Date).now();

/** @param milliseconds How long the call may take. */
export const startDeadline = (milliseconds: number, callerSignal: AbortSignal | undefined): Deadline => {
  const controller = new AbortController();
  const end = elapsed() + milliseconds;
  let reason: 'timeout' | 'aborted' | undefined;
  let over: (error: unknown) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    over = reject;
  });
  // Nobody may be waiting when it ends.
  ended.catch(() => {});

  const finish = (why: 'timeout' | 'aborted') => {
    reason ??= why;
    controller.abort();
    over(controller.signal.reason);
  };
  const onAbort = () => finish('aborted');
  const timer = milliseconds > longestTimer ? undefined : setTimeout(() => finish('timeout'), milliseconds);
  if (callerSignal?.aborted) onAbort();
  else callerSignal?.addEventListener('abort', onAbort);

  return {
    signal: controller.signal,
    reason: () => reason,
    remaining: () => end - elapsed(),
    race: (promise) => Promise.race([promise, ended]),
    clear: () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onAbort);
    },
  };
};
