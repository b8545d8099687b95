import { formMedia, toForm } from '@amend/client';
import { isNode, type Node, type Operation, resolve, textAt } from './openapi.ts';

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
const shownAs: Readonly<Record<string, (scheme: Node) => Partial<Credentials>>> = {
  apiKey: (scheme) => {
    const [name, place] = [textAt(scheme, 'name'), textAt(scheme, 'in')];
    if (place === 'query') return { query: [`${name}=${blank(name)}`] };
    return { words: [place === 'cookie' ? `--cookie ${quoted(`${name}=${blank(name)}`)}` : header(name, blank(name))] };
  },
  http: (scheme) => ({
    words: [/^basic$/i.test(textAt(scheme, 'scheme')) ? "--user 'USERNAME:PASSWORD'" : bearer],
  }),
  oauth2: () => ({ words: [bearer] }),
  openIdConnect: () => ({ words: [bearer] }),
  mutualTLS: () => ({ words: ["--cert 'CERTIFICATE'"] }),
};

/** The first of the ways in which a caller is known. */
const credentialsOf = (document: Node, node: Node): Credentials => {
  const [way = {}] = [node.security ?? document.security].flat().filter(isNode);
  const schemes = resolve(document, resolve(document, document.components).securitySchemes);
  const all = Object.keys(way).map((key) => {
    const scheme = resolve(document, schemes[key]);
    const type = textAt(scheme, 'type');
    return Object.hasOwn(shownAs, type) ? shownAs[type]?.(scheme) : undefined;
  });
  return { words: all.flatMap((each) => each?.words ?? []), query: all.flatMap((each) => each?.query ?? []) };
};

/** The address of an operation below a server's, where names in capitals stand for what a caller fills in. */
const addressOf = (server: string, { path, parameters }: Operation, query: readonly string[]): string => {
  const named = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => blank(name));
  const needed = parameters.filter((each) => each.in === 'query' && each.required === true);
  const all = [...needed.map((each) => `${textAt(each, 'name')}=${blank(textAt(each, 'name'))}`), ...query];
  return `${server}${named}${all.length > 0 ? `?${all.join('&')}` : ''}`;
};

/** A call of an operation for a shell, with one of the contract's own examples as its body. */
export const curlOf = (document: Node, operation: Operation, server: string, example: string | undefined): string => {
  const { method, node } = operation;
  const { words, query } = credentialsOf(document, node);
  const [media] = Object.keys(resolve(document, resolve(document, node.requestBody).content));
  const body = example !== undefined && media === formMedia ? toForm(JSON.parse(example)) : example;
  return [
    `curl --request ${method} ${quoted(addressOf(server, operation, query))}`,
    ...words,
    ...(body !== undefined && media ? [header('content-type', media), `--data-raw ${quoted(body)}`] : []),
  ].join(' \\\n  ');
};
