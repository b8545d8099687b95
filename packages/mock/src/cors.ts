import type { MockRequest, MockResponse } from './exchange.ts';

/** What a page may read of an answer beside the few headers that it always may. */
const exposed = 'Retry-After, Content-Length, Date';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Names of headers or methods, as far as they are such names. */
const tokens = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => token.test(name));

const originOf = ({ headers }: MockRequest): Readonly<Record<string, string>> =>
  headers.origin === undefined
    ? { 'access-control-allow-origin': '*' }
    : {
        'access-control-allow-origin': headers.origin,
        'access-control-allow-credentials': 'true',
        vary: 'Origin',
      };

/** Lets a page of any origin read the answer: it is a mock. */
export const withCors = (request: MockRequest, response: MockResponse): MockResponse => ({
  ...response,
  headers: { ...response.headers, ...originOf(request), 'access-control-expose-headers': exposed },
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
      ...originOf(request),
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': [...names.values()].join(', '),
      'access-control-max-age': '600',
      ...(headers['access-control-request-private-network'] && { 'access-control-allow-private-network': 'true' }),
    },
    body: undefined,
  };
};
