import type { Bytes } from '@amend/client';
import { isStream, type MockRequest, type Outcome, reset } from './exchange.ts';
import { ReadableStream, Request, Response, statusText, TextEncoder } from './platform.ts';

/** Takes a request to its answer. */
export type Handle = (request: MockRequest) => Promise<Outcome>;

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const utf8 = new TextEncoder();

const bodiless = new Set([204, 205, 304]);

/** What a signal says; that of a browser's environment may be without a reason. */
const reasonOf = ({ reason }: AbortSignal): unknown =>
  reason ?? new DOMException('This operation was aborted', 'AbortError');

/** Goes by what every signal has: Node's `Request` takes Node's own only. */
export const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(reasonOf(signal)), { once: true });
  });

/** As `fetch` fails where there is no answer. */
const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

const connectionReset = (): TypeError => failed(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));

const bytesOf = async (request: Request): Promise<Bytes> => {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    throw failed(error);
  }
};

/** A request of whatever class, such as one that a test's environment brings. */
const isRequest = (input: string | URL | Request): input is Request => typeof input === 'object' && 'url' in input;

/** What Node's `Request` is made of; its signal is looked at apart. */
const partsOf = async (
  input: string | URL | Request,
  { signal: _, ...init }: RequestInit,
): Promise<readonly [url: string, init: RequestInit]> => {
  if (!isRequest(input)) return [String(input), init];
  const { url, method, headers } = input;
  const hasBody = method !== 'GET' && method !== 'HEAD' && init.body === undefined;
  return [url, { method, headers, ...(hasBody && { body: await bytesOf(input) }), ...init }];
};

const toMockRequest = async (input: string | URL | Request, init: RequestInit): Promise<MockRequest> => {
  const request = new Request(...(await partsOf(input, init)));
  const body = await bytesOf(request);
  // Not every `Headers` writes names in lower case: a test may have a browser's, made up.
  const headers = Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value]));
  return {
    method: request.method,
    url: request.url,
    // The length is no header yet: the network would add it.
    headers: body.length > 0 ? { ...headers, 'content-length': String(body.length) } : headers,
    body,
  };
};

const lengthOf = (body: string | Uint8Array): string =>
  String(typeof body === 'string' ? utf8.encode(body).length : body.length);

type Stream = ReadableStream<Bytes>;

/** A stream that fails when its caller gives it up. */
const endedBy = (signal: AbortSignal, stream: Stream): Stream => {
  const reader = stream.getReader();
  return new ReadableStream({
    start: (controller) => {
      aborted(signal).catch((reason: unknown) => {
        controller.error(reason);
        reader.cancel(reason);
      });
    },
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
};

/** A `fetch` that asks the mock instead of the network. */
export const createFetch =
  (handle: Handle): Fetch =>
  async (input, init = {}) => {
    const signal = init.signal ?? (isRequest(input) ? input.signal : undefined);
    // A call that was given up reaches nobody: neither before it began, nor while its body is on the way.
    if (signal?.aborted) throw reasonOf(signal);
    const abort = signal ? [aborted(signal)] : [];
    const request = await Promise.race([toMockRequest(input, init), ...abort]);
    const outcome = await Promise.race([handle(request), ...abort]);
    if (outcome === reset) throw connectionReset();
    const { status, headers, body: answer } = outcome;
    const isHead = request.method === 'HEAD';
    const isEndless = isStream(answer);
    if (isHead && isEndless) await answer.cancel();
    const body = isEndless ? (signal ? endedBy(signal, answer) : answer) : (answer ?? null);
    const length = isHead && answer !== undefined && !isEndless ? { 'content-length': lengthOf(answer) } : {};
    return new Response(isHead || bodiless.has(status) ? null : body, {
      status,
      statusText: statusText(status),
      headers: { ...headers, ...length },
    });
  };
