import type { Contract } from './contract.ts';
import type { Fetch } from './in-process.ts';
import type { Http } from './msw.ts';
import { parseUrl, Response } from './platform.ts';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** One handler for each address that a contract names, the longer ones first. */
export const handlersOf = <Handler>(http: Http<Handler>, contracts: readonly Contract[], fetch: Fetch): Handler[] =>
  contracts
    .flatMap(({ prefix, model: { servers } }) =>
      servers.filter(parseUrl).map((server) => ({ prefix, server: server.replace(/\/$/, '') })),
    )
    .toSorted((a, b) => b.server.length - a.server.length)
    .map(({ prefix, server }) =>
      http.all(new RegExp(`^${escaped(server)}(?:/|$)`), async ({ request }) => {
        const { method, headers, url, signal } = request;
        const body = method === 'GET' || method === 'HEAD' ? {} : { body: await request.arrayBuffer() };
        // A connection that breaks is an error of the network here too.
        return fetch(`http://localhost${prefix}${url.slice(server.length)}`, {
          method,
          headers,
          signal,
          ...body,
        }).catch(() => Response.error());
      }),
    );
