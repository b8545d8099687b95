import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type MockRequest, type MockResponse, type Outcome, reset } from './exchange.ts';
import { maxBodyBytes } from './handle.ts';

export interface ListenOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** 127.0.0.1 by default: this machine only. */
  readonly host?: string;
}

export interface Listening {
  /** One that works from this machine. */
  readonly url: string;
  readonly port: number;
  /** Stops at once, whoever is still connected. */
  readonly close: () => Promise<void>;
}

/** The body; nothing if the caller went away, and one byte too much if it is too large. */
const readBytes = (incoming: IncomingMessage): Promise<Uint8Array | undefined> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // What is too much is thrown away and not refused at once: an answer in the middle of an upload reaches nobody.
      if (length <= maxBodyBytes) chunks.push(chunk);
    });
    incoming.on('end', () =>
      resolve(length > maxBodyBytes ? new Uint8Array(maxBodyBytes + 1) : Buffer.concat(chunks, length)),
    );
    incoming.on('error', () => resolve(undefined));
  });

/** Headers by lower-case names, with those that came twice in one text. */
const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );

const toRequest = (incoming: IncomingMessage, body: Uint8Array): MockRequest => {
  const { method = 'GET', url = '/' } = incoming;
  const headers = headersOf(incoming);
  return {
    method,
    url: url.startsWith('/') ? `http://${headers.host ?? 'localhost'}${url}` : url,
    headers: body.length > 0 ? { ...headers, 'content-length': String(body.length) } : headers,
    body,
  };
};

const write = (outgoing: ServerResponse, { status, headers, body }: MockResponse): void => {
  // With its length, an answer goes out in one piece.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(body);
};

/** @throws the system's error, such as `EADDRINUSE`. */
export const listen = async (
  handle: (request: MockRequest) => Promise<Outcome>,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Listening> => {
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<unknown> => {
    outgoing.on('error', () => {});
    const body = await readBytes(incoming);
    if (!body) return outgoing.destroy();
    const outcome = await handle(toRequest(incoming, body));
    return outcome === reset ? incoming.socket.resetAndDestroy() : write(outgoing, outcome);
  };
  const server = createServer((incoming, outgoing) => {
    // What cannot be written ends its own connection, and not the process.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  // Nobody can be asked at what stands for all addresses, however it was written.
  const isWildcard = typeof address === 'object' && /^(?:0\.0\.0\.0|::)$/.test(address?.address ?? '');
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    port: actual,
    url: `http://${isWildcard ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
