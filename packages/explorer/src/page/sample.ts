import { formMedia, toForm } from '@amend/client';
import { type Node, nodeAt, textAt } from './node.ts';
import type { Operation } from './openapi.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const header = (name: string, value: string): string => `--header ${quoted(`${name}: ${value}`)}`;
const bearer = header('Authorization', 'Bearer TOKEN');

/** `X-Client-Id` as what stands for it: `X_CLIENT_ID`. */
const blank = (name: string): string => name.replaceAll(/\W+/g, '_').toUpperCase();

/** How a caller is known: words of the command, and what the address has. */
interface Credentials {
  readonly words: readonly string[];
  readonly query: readonly string[];
}

/** A scheme as curl says it, by its type, with what a caller fills in. */
const shownAs = new Map<string, (scheme: Node) => Partial<Credentials>>([
  [
    'apiKey',
    (scheme) => {
      const [name, place] = [textAt(scheme, 'name'), textAt(scheme, 'in')];
      const value = blank(name);
      if (place === 'query') return { query: [`${name}=${value}`] };
      return { words: [place === 'cookie' ? `--cookie ${quoted(`${name}=${value}`)}` : header(name, value)] };
    },
  ],
  [
    'http',
    (scheme) => ({ words: [/^basic$/i.test(textAt(scheme, 'scheme')) ? "--user 'USERNAME:PASSWORD'" : bearer] }),
  ],
  ['oauth2', () => ({ words: [bearer] })],
  ['openIdConnect', () => ({ words: [bearer] })],
  ['mutualTLS', () => ({ words: ["--cert 'CERTIFICATE'"] })],
]);

const credentialsOf = ({ schemes }: Operation): Credentials => {
  const all = schemes.map((scheme) => shownAs.get(textAt(scheme, 'type'))?.(scheme));
  return { words: all.flatMap((each) => each?.words ?? []), query: all.flatMap((each) => each?.query ?? []) };
};

/** The parameters in a place that a call needs, each with its only value, or with what stands for it. */
const neededIn = (place: string, { parameters }: Operation) =>
  parameters
    .filter(({ node }) => node.in === place && node.required === true)
    .map(({ name, node }) => {
      const { const: only, enum: words } = nodeAt(node, 'schema');
      const [value, ...others] = [only ?? words].flat();
      return [name, value === undefined || others.length > 0 ? blank(name) : String(value)] as const;
    });

/** The address of an operation below a server's, where names in capitals stand for what a caller fills in. */
const addressOf = (server: string, operation: Operation, query: readonly string[]): string => {
  const named = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => blank(name));
  const needed = neededIn('query', operation).map((pair) => pair.map(encodeURIComponent).join('='));
  const all = [...needed, ...query];
  return `${server}${named}${all.length > 0 ? `?${all.join('&')}` : ''}`;
};

/** A call of an operation for a shell, with one of the contract's own examples as its body. */
export const curlOf = (operation: Operation, server: string, example: string | undefined): string => {
  const { words, query } = credentialsOf(operation);
  const media = operation.body?.media;
  const body = example !== undefined && media === formMedia ? toForm(JSON.parse(example)) : example;
  return [
    `curl --request ${operation.method} ${quoted(addressOf(server, operation, query))}`,
    ...words,
    ...neededIn('header', operation).map(([name, value]) => header(name, value)),
    ...(body !== undefined && media ? [header('content-type', media), `--data-raw ${quoted(body)}`] : []),
  ].join(' \\\n  ');
};
