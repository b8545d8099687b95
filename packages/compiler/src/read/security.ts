import type { Security, SecurityScheme } from '@amend/contract';
import { camelCase } from './camel-case.ts';
import { operationsOf } from './contract-operations.ts';
import type { Json, JsonObject } from './contracts.ts';
import type { Requirements, SecurityNode } from './openapi.ts';
import type { LoadedContract } from './read-contract.ts';

const wayOut = 'write it as a bearer token or a header, or leave it to code with type: mutualTLS';

/** Whether what is sent to an address can be read on its way; nobody is on the way to this machine. */
const isOpen = (address: unknown): boolean =>
  typeof address === 'string' &&
  /^http:/i.test(address) &&
  !/^http:\/\/(localhost|127(\.[0-9]{1,3}){3}|\[::1\])([:/?#]|$)/i.test(address);

/** What is wrong with a security scheme, of the kinds that there are. */
export const securityFlaw = ({ type, in: place, scheme, flows }: JsonObject): string | undefined => {
  const isReadable = Object.values(Object(flows)).some((flow) => isOpen(Object(flow).tokenUrl));
  if (isReadable) return 'The address of a token must be https, since the credentials are sent there.';
  if (type === 'apiKey') return place === 'cookie' ? 'Cookies are not handled.' : undefined;
  if (type === 'http') {
    const isKnown = ['basic', 'bearer'].includes(String(scheme satisfies Json | undefined).toLowerCase());
    return isKnown ? undefined : `The scheme ${scheme} is not handled; ${wayOut}.`;
  }
  return type === 'oauth2' || type === 'mutualTLS'
    ? undefined
    : `Security of the type ${type} is not handled; ${wayOut}.`;
};

/** Of OAuth 2 only what a program does by itself; where a person logs in, the caller has the token. */
const schemeOf = (
  { type, in: place, name = '', scheme, flows }: SecurityNode,
  scopes: readonly string[],
): SecurityScheme => {
  if (type === 'apiKey') return { is: place === 'query' ? 'query' : 'header', name };
  if (type === 'http') return { is: scheme?.toLowerCase() === 'basic' ? 'basic' : 'bearer' };
  if (type === 'mutualTLS') return { is: 'code' };
  const { tokenUrl } = flows?.clientCredentials ?? {};
  return typeof tokenUrl === 'string'
    ? { is: 'client-credentials', tokenUrl, scope: scopes.join(' ') }
    : { is: 'bearer' };
};

/** How a caller is known: of the contract as a whole, or else of the first operation that says so. */
const requirementsOf = (contract: LoadedContract): Requirements =>
  contract.document.security ??
  operationsOf(contract).flatMap(({ node }) => (node.security?.length ? [node.security] : []))[0] ??
  [];

/** How a caller is known, where it is more than by headers of which all can be sent. @throws {ContractError} */
export const securityOf = (contract: LoadedContract): Security | undefined => {
  const nodes = contract.document.components?.securitySchemes ?? {};
  const requirements = requirementsOf(contract).filter((together) => Object.keys(together).length > 0);
  const alternatives = requirements.map((together) => Object.keys(together).map(camelCase));
  const schemes = requirements.flatMap((together) =>
    Object.entries(together).map(([name, scopes]) => {
      const node = nodes[name] ?? contract.fail(['security'], `There is no security scheme ${name}.`);
      return [camelCase(name), schemeOf(node, scopes)] as const;
    }),
  );
  const [first = []] = alternatives;
  const isPlain =
    schemes.every(([, { is }]) => is === 'header') &&
    alternatives.every((together) => together.every((name) => first.includes(name)));
  return isPlain ? undefined : { schemes: Object.fromEntries(schemes), alternatives };
};
