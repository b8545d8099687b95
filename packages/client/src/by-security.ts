import { credentialsFor, type Security } from '@amend/contract';
import { sameText } from './by-headers.ts';
import { toBase64, toUtf8 } from './crypto.ts';
import type { Credentials, ProviderDescriptor, SignedRequest } from './provider-descriptor.ts';
import { basicOf } from './security.ts';

/** The token that stands for client credentials where no provider issues one: in a mock. */
export const tokenOf = async ({
  clientId = '',
  clientSecret = '',
}: Readonly<Record<string, string>>): Promise<string> =>
  toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', toUtf8(`${clientId}:${clientSecret}`)))).replace(
    /=+$/,
    '',
  );

/** What a request has for each credential, and what it should have: of what is left to code, nothing. */
const shownFor = async (
  { schemes }: Security,
  name: string,
  credentials: Readonly<Record<string, string>>,
  { headers, url }: Pick<SignedRequest, 'headers' | 'url'>,
): Promise<readonly [shown: string | undefined, expected: string] | undefined> => {
  const scheme = schemes[name];
  const value = credentials[name] ?? '';
  if (scheme === undefined || scheme.is === 'code') return undefined;
  if (scheme.is === 'header') return [headers[scheme.name.toLowerCase()], value];
  if (scheme.is === 'query') return [new URL(url, 'http://localhost').searchParams.get(scheme.name) ?? '', value];
  if (scheme.is === 'basic') return [headers.authorization, basicOf(credentials.username ?? '', credentials.password)];
  return [headers.authorization, `Bearer ${scheme.is === 'bearer' ? value : await tokenOf(credentials)}`];
};

/**
 * The part of a descriptor that follows from a contract's `security`.
 *
 * @param security What is generated from the contract.
 */
export const bySecurity = <const Name extends string>(
  security: Security,
): Pick<ProviderDescriptor<Name>, 'sign' | 'verify' | 'needs'> => ({
  needs: credentialsFor(security),
  sign: async (_, credentials: Credentials<Name>) => {
    const [together = []] = security.alternatives;
    const nothing = { headers: {}, url: '' };
    const pairs = await Promise.all(
      together.map(async (name) => {
        const { [name]: scheme } = security.schemes;
        const shown = await shownFor(security, name, credentials, nothing);
        const header = scheme?.is === 'header' ? scheme.name : 'Authorization';
        return shown && scheme?.is !== 'query' ? [[header, shown[1]]] : [];
      }),
    );
    return Object.fromEntries(pairs.flat());
  },
  verify: async (request, credentials) => {
    const found = await Promise.all(
      security.alternatives.map(async (together) => {
        const shown = await Promise.all(together.map((name) => shownFor(security, name, credentials, request)));
        return shown.every((pair) => pair === undefined || sameText(pair[0], pair[1]));
      }),
    );
    return found.includes(true) ? 'trusted' : 'untrusted';
  },
});
