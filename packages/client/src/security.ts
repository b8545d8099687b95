import { credentialsFor, type Security } from '@amend/contract';
import type { ClientDefinition } from './client-definition.ts';
import { isHeaderText } from './credentials.ts';
import { toBase64, toUtf8 } from './crypto.ts';
import { globalFetch } from './global-fetch.ts';
import { defaultTimeout } from './limits.ts';
import type { ClientOptions } from './options.ts';
import { createTokens } from './token.ts';

export const basicOf = (username: string, password = ''): string =>
  `Basic ${toBase64(toUtf8(`${username}:${password}`))}`;

type Given = Readonly<Record<string, string | undefined>>;

/** The credentials of the first alternative that is given in full. */
const chosenOf = (provider: string, security: Security, given: Readonly<Record<string, unknown>>) => {
  const needed = credentialsFor(security);
  const isGiven = (name: string) => given[name] !== undefined;
  const index = needed.findIndex(({ names, optional }) =>
    names.every((name) => optional.includes(name) || isGiven(name)),
  );
  const { names = [], optional = [] } = needed[index] ?? {};
  if (index < 0) {
    const ways = needed.map((each) => each.names.filter((name) => !each.optional.includes(name)).join(' and '));
    throw new TypeError(`${provider} needs credentials: ${ways.join(', or ')}.`);
  }
  for (const name of names.filter(isGiven))
    if (!isHeaderText(given[name]) && !(optional.includes(name) && given[name] === ''))
      throw new TypeError(`${name} must be a text of visible ASCII characters.`);
  return { together: security.alternatives[index] ?? [], credentials: given as Given };
};

/**
 * Where tokens are fetched: as the contract says it, below the address that the caller has for the provider.
 *
 * A token's address beside the API's (`/token` beside `/v1`) stays beside it.
 */
export const tokenAddress = (tokenUrl: string, server: string, baseUrl: string): string => {
  const { origin, pathname } = new URL(server, 'https://localhost');
  const token = new URL(tokenUrl, origin);
  if (baseUrl.startsWith(origin) && !server.startsWith('/')) return token.href;
  const base = pathname.replace(/\/+$/, '');
  const root = base !== '' && baseUrl.endsWith(base) ? baseUrl.slice(0, -base.length) : baseUrl.replace(/\/+$/, '');
  return root + token.pathname + token.search;
};

/** What a client takes beside the credentials of OAuth 2. */
export interface TokenAddress {
  /** Where tokens are fetched, where that is not as the contract has it. */
  readonly tokenUrl?: string;
}

/**
 * The part of a client's definition that follows from a contract's `security`: of the credentials among the options, those of
 * the first alternative that is given in full are sent.
 *
 * @throws {TypeError} that names a credential which is missing or cannot be sent, and never holds it.
 */
export const securedBy = (
  { provider, baseUrl: server }: { readonly provider: string; readonly baseUrl: string },
  security: Security,
  options: ClientOptions & TokenAddress & Readonly<Record<string, unknown>>,
): Pick<ClientDefinition<unknown>, 'sign' | 'query' | 'renew'> => {
  const { together, credentials } = chosenOf(provider, security, options);
  const { baseUrl = server, now = Date.now, timeout = defaultTimeout, tokenUrl } = options;
  const fetch = options.fetch ?? globalFetch;
  const headers: Record<string, string> = {};
  const query: Record<string, string> = {};
  let tokens: ReturnType<typeof createTokens> | undefined;
  for (const name of together) {
    const scheme = security.schemes[name];
    const value = credentials[name] ?? '';
    if (scheme?.is === 'header') headers[scheme.name] = value;
    if (scheme?.is === 'query') query[scheme.name] = value;
    if (scheme?.is === 'bearer') headers.Authorization = `Bearer ${value}`;
    if (scheme?.is === 'basic') headers.Authorization = basicOf(credentials.username ?? '', credentials.password);
    if (scheme?.is === 'client-credentials')
      tokens = createTokens({
        url: tokenUrl ?? tokenAddress(scheme.tokenUrl, server, baseUrl),
        authorization: basicOf(credentials.clientId ?? '', credentials.clientSecret),
        scope: scheme.scope,
        fetch,
        now,
        timeout,
      });
  }
  return {
    sign: async () => ({ ...headers, ...(tokens && { Authorization: `Bearer ${await tokens.get()}` }) }),
    query,
    ...(tokens && { renew: tokens.drop }),
  };
};
