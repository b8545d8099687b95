import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { type MockRequest, type Outcome, reset } from './exchange.ts';
import { maxBodyBytes } from './handle.ts';
import type { Pages } from './pages.ts';
import { writeResponse } from './write-response.ts';

export interface ListenOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number | undefined;
  /** 127.0.0.1 by default: this machine only. */
  readonly host?: string | undefined;
  /**
   * A folder of static files: a browser that opens `/` gets its `index.html`, and the files by their names. They may call
   * the mock, `/__amend` too. As a function, it is asked for the folder when a browser first wants one.
   */
  readonly pages?: Pages | undefined;
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

/** How many bytes of a connection may wait to be read: they can come one by one, and each takes microseconds. */
const highWaterMark = 2 ** 12;

/** A body of so many bytes is taken however many others there are, and used at once. */
const smallBody = 2 ** 13;

const tooLarge = new Uint8Array(maxBodyBytes + 1);

type Incoming = Readable & Pick<IncomingMessage, 'headers'>;

/** What is done with a body: with nothing if the caller went away, and with one byte too much if there is no room. */
type Use<Result> = (body: Uint8Array | undefined) => Promise<Result>;

/**
 * Reads bodies, and has room for them until they have been used; larger ones are used one after the other, and whoever
 * else asks is heard between two of them.
 *
 * @param maxUnderWay The most bytes of all together.
 */
export const createBodyReader = (maxUnderWay = 32 * maxBodyBytes) => {
  let underWay = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return async <Result>(incoming: Incoming, use: Use<Result>): Promise<Result> => {
    let chunks: Buffer[] = [];
    let length = 0;
    let isTooLarge = Number(incoming.headers['content-length'] ?? 0) > maxBodyBytes;
    const drop = (): void => {
      underWay -= length;
      length = 0;
      chunks = [];
    };
    const read = async (): Promise<Uint8Array | undefined> => {
      let pieces = 0;
      for await (const chunk of incoming) {
        // Each byte can be a piece of its own; what comes while nobody reads is one piece.
        pieces += 1;
        if (pieces % 16 === 0) await setImmediate();
        // What is too much is thrown away and not refused at once: an answer in the middle of an upload reaches nobody.
        if (isTooLarge) continue;
        length += chunk.length;
        underWay += chunk.length;
        chunks.push(chunk);
        isTooLarge = length > maxBodyBytes || (length > smallBody && underWay > maxUnderWay);
        if (isTooLarge) drop();
      }
      if (isTooLarge) return tooLarge;
      if (length > smallBody) {
        turn = turn.then(() => setImmediate());
        await turn;
      }
      return Buffer.concat(chunks, length);
    };
    return use(await read().catch(() => undefined)).finally(drop);
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
    return outcome === reset ? incoming.socket.resetAndDestroy() : writeResponse(outgoing, outcome);
  };
  const server = createServer({ ...patience, highWaterMark }, (incoming, outgoing) => {
    // What cannot be written ends its own connection, and not the process.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // Who closes a connection on its own side alone, as `nc` does, is answered all the same.
  Object.assign(server, { httpAllowHalfOpen: true });
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
