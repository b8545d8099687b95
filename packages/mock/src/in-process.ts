import { STATUS_CODES } from 'node:http';
import { type MockRequest, type Outcome, reset } from './exchange.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const bodiless = new Set([204, 205, 304]);

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** As `fetch` fails where there is no answer. */
const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

const connectionReset = (): TypeError => failed(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));

const bytesOf = async (request: Request): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    throw failed(error);
  }
};

/** A `fetch` that asks the mock instead of the network. */
export const createFetch =
  (handle: (request: MockRequest) => Promise<Outcome>): Fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    // A call that was given up reaches nobody: neither before it began, nor while its body is on the way.
    request.signal.throwIfAborted();
    const abort = aborted(request.signal);
    const body = await Promise.race([bytesOf(request), abort]);
    // Not every `Headers` writes names in lower case: a test may have a browser's, made up.
    const headers = Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value]));
    const answer = handle({
      method: request.method,
      url: request.url,
      // The length is no header yet: the network would add it.
      headers: body.length > 0 ? { ...headers, 'content-length': String(body.length) } : headers,
      body,
    });
    const outcome = await Promise.race([answer, abort]);
    if (outcome === reset) throw connectionReset();
    const { status, headers: answered, body: text = null } = outcome;
    const isHead = request.method === 'HEAD';
    const hasBody = text !== null && !isHead && !bodiless.has(status);
    return new Response(hasBody ? text : null, {
      status,
      statusText: STATUS_CODES[status] ?? '',
      headers: isHead && text !== null ? { ...answered, 'content-length': String(Buffer.byteLength(text)) } : answered,
    });
  };
