import type { RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** The most bytes of a body. */
const maxBytes = 2 ** 20;

const refuse = (status: number, message: string, headers?: Record<string, string>): Response =>
  Response.json({ message }, { status, ...(headers && { headers }) });

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads to the end what is too much as well, and keeps none of it: an answer in the middle of an upload reaches nobody. */
async function* atMost(limit: number, chunks: AsyncIterable<Uint8Array>) {
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length <= limit) yield chunk;
  }
  if (length > limit) throw new RangeError('The body is too large.');
}

const headersOf = ({ headersDistinct }: Parameters<RequestListener>[0]): [string, string][] =>
  Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );

/** The request of a caller, or the answer to one that no `Request` can hold. */
const toRequest = async (incoming: Parameters<RequestListener>[0]): Promise<Request | Response> => {
  const { method = 'GET', url = '/' } = incoming;
  const address = URL.parse(url.startsWith('/') ? `http://localhost${url}` : url);
  if (!address) return refuse(400, 'The address cannot be read.');
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const bytes = hasBody ? new Uint8Array(await buffer(atMost(maxBytes, incoming))) : null;
    if (bytes) utf8.decode(bytes);
    // As they came: a webhook's signature stands in a header, and is of these very bytes.
    return new Request(`http://localhost${address.pathname}${address.search}`, {
      method,
      headers: headersOf(incoming),
      body: bytes,
    });
  } catch (error) {
    if (error instanceof RangeError) return refuse(413, `The body must have at most ${maxBytes} bytes.`);
    if (/^(?:CONNECT|TRACE|TRACK)$/.test(method)) return refuse(501, 'This method is not served.');
    return refuse(400, 'The body must be text in UTF-8.');
  }
};

/**
 * Serves with Node what a framework that has `Request` and `Response` would: whatever is asked, there is an answer.
 *
 * @example
 * createServer(nodeListener(createUserRoute(machnet))).listen(3000);
 */
export const nodeListener =
  (answer: (request: Request) => Response | Promise<Response>): RequestListener =>
  async (incoming, outgoing) => {
    const request = await toRequest(incoming);
    const response = await (request instanceof Response
      ? request
      : Promise.resolve(request)
          .then(answer)
          .catch(() => refuse(500, 'The server failed.')));
    const text = await response.text();
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(incoming.method === 'HEAD' ? undefined : text);
  };
