import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isStream, type MockResponse } from './exchange.ts';

/** Writes an answer; a stream until it is at its end, or nobody reads it any more. */
export const writeResponse = async (
  outgoing: ServerResponse,
  { status, headers, body }: MockResponse,
): Promise<void> => {
  if (!isStream(body)) {
    // With its length, an answer goes out in one piece.
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    outgoing.writeHead(status, { ...headers, ...length });
    outgoing.end(body);
    return;
  }
  outgoing.writeHead(status, headers);
  // Who has closed its side of a connection is answered, and does not listen on.
  outgoing.req.socket.once('end', () => outgoing.destroy());
  if (outgoing.req.method === 'HEAD') {
    outgoing.end();
    await body.cancel();
  } else await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
};
