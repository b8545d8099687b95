import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
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

/** How long a request may take to come, in milliseconds: its headers, and all of it. */
const patience = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

/** A body of so many bytes is taken however many others there are. */
const smallBody = 2 ** 16;

const tooLarge = new Uint8Array(maxBodyBytes + 1);

type Incoming = Readable & Pick<IncomingMessage, 'headers'>;

/** What is done with a body: with nothing if the caller went away, and with one byte too much if there is no room. */
type Use<Result> = (body: Uint8Array | undefined) => Promise<Result>;

/**
 * Reads bodies, and has room for them until they have been used.
 *
 * @param maxUnderWay The most bytes of all together.
 */
export const createBodyReader = (maxUnderWay = 32 * maxBodyBytes) => {
  let underWay = 0;
  return async <Result>(incoming: Incoming, use: Use<Result>): Promise<Result> => {
    let chunks: Buffer[] = [];
    let length = 0;
    let isTooLarge = Number(incoming.headers['content-length'] ?? 0) > maxBodyBytes;
    const drop = (): void => {
      underWay -= length;
      length = 0;
      chunks = [];
    };
    const body = new Promise<Uint8Array | undefined>((resolve) => {
      incoming.on('data', (chunk: Buffer) => {
        // What is too much is thrown away and not refused at once: an answer in the middle of an upload reaches nobody.
        if (isTooLarge) return;
        length += chunk.length;
        underWay += chunk.length;
        chunks.push(chunk);
        isTooLarge = length > maxBodyBytes || (length > smallBody && underWay > maxUnderWay);
        if (isTooLarge) drop();
      });
      incoming.on('end', () => {
        resolve(isTooLarge ? tooLarge : Buffer.concat(chunks, length));
        chunks = [];
      });
      incoming.on('error', () => resolve(undefined));
      incoming.on('close', () => resolve(undefined));
    });
    return use(await body).finally(drop);
  };
};

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
  const withBody = createBodyReader();
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<unknown> => {
    outgoing.on('error', () => {});
    const outcome = await withBody(incoming, async (body) => body && handle(toRequest(incoming, body)));
    if (!outcome) return outgoing.destroy();
    return outcome === reset ? incoming.socket.resetAndDestroy() : write(outgoing, outcome);
  };
  const server = createServer(patience, (incoming, outgoing) => {
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
