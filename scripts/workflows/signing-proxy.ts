import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { UnsignedRequest } from '@amend/client';
import { listen } from './listen.ts';

/** The headers that a request gets before it goes on. */
export type SignHeaders = (request: UnsignedRequest) => Promise<Record<string, string>>;

export interface SigningProxy {
  /** Nobody can guess its path, so that no other program of this machine has its requests signed. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const passedOn = ['content-type', 'accept'];

const kept = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(passedOn.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));

const forward = async (incoming: IncomingMessage, url: string, sign: SignHeaders): Promise<Response> => {
  const { method = 'GET' } = incoming;
  const body = (await text(incoming)) || undefined;
  const headers = new Headers(kept(incoming));
  for (const [name, value] of Object.entries(await sign({ method, url, body }))) headers.set(name, value);
  return fetch(url, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) });
};

/** Serves a provider's API on a free port of this machine, and signs what it passes on. */
export const startSigningProxy = async (target: string, sign: SignHeaders): Promise<SigningProxy> => {
  const secretPath = `/${randomUUID()}`;
  const { origin, close } = await listen(async (incoming, outgoing) => {
    const { url = '' } = incoming;
    if (!url.startsWith(`${secretPath}/`)) return outgoing.writeHead(404).end();
    try {
      const response = await forward(incoming, target + url.slice(secretPath.length), sign);
      const type = response.headers.get('content-type');
      const body = await response.text();
      outgoing.writeHead(response.status, type ? { 'content-type': type } : {}).end(body);
    } catch {
      outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The provider did not answer.');
    }
  });
  return { url: `${origin}${secretPath}`, close };
};
