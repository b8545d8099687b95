import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Came } from './receive.ts';

/** No provider's event is as large. */
const maxBytes = 1_048_576;

/** How long a request may take to come, in milliseconds, and how often that is looked at. */
const patience = { headersTimeout: 10_000, requestTimeout: 10_000, connectionsCheckingInterval: 5_000 };

const readBody = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Takes what is posted to this machine, and answers with the status that `take` gives. A page in a browser is no provider,
 * and is refused.
 */
export const serve = async (
  { host, port }: { readonly host: string; readonly port: number },
  take: (came: Came) => Promise<number>,
): Promise<Listening> => {
  const answer = async (request: IncomingMessage): Promise<number> => {
    if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) return 403;
    if (request.method !== 'POST') return 405;
    const body = await readBody(request);
    return body ? take({ headers: request.headers, body }) : 413;
  };
  const server = createServer(patience, async (request, response) => {
    // Who breaks off hears nothing.
    const status = await answer(request).catch(() => 400);
    response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
  });
  server.maxConnections = 100;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: found } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${found}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
