import type { Observe } from '@amend/machnet';
import type { Logger } from 'pino';

/** A line for each call, and one for each attempt that is repeated. */
export const logCalls =
  (log: Logger): Observe =>
  (call) => ({
    attempt: (attempt) => attempt.retryIn !== undefined && log.warn({ ...call, ...attempt }, 'a call is repeated'),
    end: (end) => log[end.kind ? 'error' : 'info']({ ...call, ...end }, 'a call has ended'),
  });
