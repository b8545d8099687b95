import { isNode, type Node, type Operation, resolve, textAt } from './openapi.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** `X-Client-Id` as what stands for it: `X_CLIENT_ID`. */
const blank = (name: string): string => name.replaceAll(/\W+/g, '_').toUpperCase();

/** The headers by which a caller is known, of the first of the ways that there are. */
const credentialsOf = (document: Node, node: Node): readonly (readonly [string, string])[] => {
  const [way = {}] = [node.security ?? document.security].flat().filter(isNode);
  const schemes = resolve(document, resolve(document, document.components).securitySchemes);
  return Object.keys(way).flatMap((key): (readonly [string, string])[] => {
    const scheme = resolve(document, schemes[key]);
    const name = textAt(scheme, 'name');
    if (textAt(scheme, 'type') !== 'apiKey') return [['Authorization', 'Bearer TOKEN']];
    return textAt(scheme, 'in') === 'header' ? [[name, blank(name)]] : [];
  });
};

/** The address of an operation below a server's, where names in capitals stand for what a caller fills in. */
const addressOf = (server: string, { path, parameters }: Operation): string => {
  const named = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => blank(name));
  const needed = parameters.filter((each) => each.in === 'query' && each.required === true);
  const query = needed.map((each) => `${textAt(each, 'name')}=${blank(textAt(each, 'name'))}`);
  return `${server}${named}${query.length > 0 ? `?${query.join('&')}` : ''}`;
};

/** A call of an operation for a shell, with one of the contract's own examples as its body. */
export const curlOf = (document: Node, operation: Operation, server: string, example: string | undefined): string => {
  const { method, node } = operation;
  const [media] = Object.keys(resolve(document, resolve(document, node.requestBody).content));
  const isJson = media?.includes('json');
  const fields: unknown = example === undefined || isJson ? {} : JSON.parse(example);
  const headers = [
    ...credentialsOf(document, node),
    ...(example !== undefined && media ? [['content-type', media] as const] : []),
  ];
  return [
    `curl --request ${method} ${quoted(addressOf(server, operation))}`,
    ...headers.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...Object.entries(isNode(fields) ? fields : {}).map(
      ([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`,
    ),
    ...(example !== undefined && isJson ? [`--data-raw ${quoted(example)}`] : []),
  ].join(' \\\n  ');
};
