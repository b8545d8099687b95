import type { MockRequest, MockResponse } from './exchange.ts';

// Who is no caller has been refused before: see guard.ts.

/** What a page may read of an answer beside the few headers that it always may. */
const exposed = 'Location, Retry-After, Content-Length, Date, X-Amend-Session';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Names of headers or methods, as far as they are such names. */
const tokens = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => token.test(name));

/** Lets the page that asked read the answer. */
export const withCors = ({ headers: { origin } }: MockRequest, response: MockResponse): MockResponse => ({
  ...response,
  headers: {
    vary: 'Origin',
    ...response.headers,
    ...(origin !== undefined && {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': exposed,
    }),
  },
});

/**
 * Answers a browser that asks whether it may send a request; nothing if this is no such question.
 *
 * @param known The headers of the contracts; what a page asks for beside them is allowed too.
 */
export const preflight = (request: MockRequest, known: readonly string[]): MockResponse | undefined => {
  const { method, headers } = request;
  if (method !== 'OPTIONS' || headers.origin === undefined || !headers['access-control-request-method'])
    return undefined;
  const asked = tokens(headers['access-control-request-headers']);
  const names = new Map([...known, ...asked].map((name) => [name.toLowerCase(), name]));
  return {
    status: 204,
    headers: {
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': [...names.values()].join(', '),
      'access-control-max-age': '600',
      ...(headers['access-control-request-private-network'] && { 'access-control-allow-private-network': 'true' }),
    },
    body: undefined,
  };
};
