import { aborted } from '../in-process.ts';
import { AbortSignal, fetch, Request } from '../platform.ts';

/** Takes a webhook in this process, in the place of an address. */
export type Receiver = (request: Request) => Response | Promise<Response>;

/** What a receiver answered, by its status, or why there is none. */
export type Answered = number | 'timed-out' | 'unreachable';

/** How long a receiver may take, in milliseconds. */
const patience = 10_000;

const overNetwork: Receiver = (request) => fetch(request);

/**
 * Sends once. Of the answer nothing but its status is read, and no redirection is followed.
 *
 * @param stop Breaks it off.
 */
export const post = async (
  url: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  stop: AbortSignal,
  receive: Receiver = overNetwork,
): Promise<Answered> => {
  const timeout = AbortSignal.timeout(patience);
  const signal = AbortSignal.any([timeout, stop]);
  try {
    const request = new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal,
    });
    const { status, body: rest } = await Promise.race([receive(request), aborted(signal)]);
    rest?.cancel?.().catch(() => {});
    return status;
  } catch {
    return timeout.aborted ? 'timed-out' : 'unreachable';
  }
};
