// A contract as the reference shows it, read by what OpenAPI says alone.

export interface Node {
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodeAt = (node: Node, key: string): Node => {
  const child = Object.hasOwn(node, key) ? node[key] : undefined;
  return isNode(child) ? child : {};
};

export const textAt = (node: Node, key: string): string => (typeof node[key] === 'string' ? node[key] : '');

/** A node without references; what stands beside one counts first. */
export const resolve = (document: Node, node: unknown, depth = 0): Node => {
  if (!isNode(node)) return {};
  const { $ref, ...beside } = node;
  if (typeof $ref !== 'string' || depth > 8) return node;
  const found = $ref
    .split('/')
    .slice(1)
    .reduce((at, key) => nodeAt(at, key.replaceAll('~1', '/').replaceAll('~0', '~')), document);
  return { ...resolve(document, found, depth + 1), ...beside };
};

export const entriesAt = (document: Node, node: Node, key: string): readonly (readonly [string, Node])[] =>
  Object.entries(nodeAt(node, key)).map(([name, child]) => [name, resolve(document, child)]);

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  readonly parameters: readonly Node[];
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The operations of `paths`, or what is sent by `webhooks`. */
export const operationsAt = (document: Node, key: 'paths' | 'webhooks'): readonly Operation[] =>
  entriesAt(document, document, key).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, node]): Operation[] => {
      if (!isNode(node) || !methods.has(method)) return [];
      const parameters = [item.parameters, node.parameters].flat().filter(isNode);
      return [
        {
          id: textAt(node, 'operationId'),
          method: method.toUpperCase(),
          path,
          node,
          parameters: parameters.map((each) => resolve(document, each)),
        },
      ];
    }),
  );

/** What a body holds: its schemas, of which several are alternatives, and its examples. */
export const contentOf = (document: Node, body: Node) => {
  const [, content = {}] = entriesAt(document, body, 'content')[0] ?? [];
  const schema = resolve(document, content.schema);
  const alternatives = [schema.anyOf, schema.oneOf].flat().filter(isNode);
  const examples = entriesAt(document, content, 'examples').map(([name, example]) => ({
    name,
    about: textAt(example, 'summary'),
    text: JSON.stringify(example.value, undefined, 2),
  }));
  return { schemas: alternatives.length > 0 ? alternatives : isNode(content.schema) ? [content.schema] : [], examples };
};

/** The name of the component that a schema is. */
export const nameOf = (schema: Node): string => textAt(schema, '$ref').split('/').at(-1) ?? '';

const words = (value: unknown): string => {
  if (Array.isArray(value)) return value.length > 0 ? value.map(words).join(', ') : 'never';
  if (!isNode(value)) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key} ${words(each)}`)
    .join('; ');
};

/** What the keys of the vocabulary say, in words; what has a place of its own is left out. */
export const saidBy = (node: Node): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]) =>
    key.startsWith('x-') && !['x-source', 'x-conflict'].includes(key)
      ? [[key.slice(2).replaceAll('-', ' '), words(value)] as const]
      : [],
  );

const keywords = ['format', 'pattern', 'enum', 'const', 'minLength', 'maxLength', 'minimum', 'maximum', 'default'];

/** What a value has to be. */
export const typeOf = (document: Node, schema: Node): string => {
  const { type, items } = schema;
  const of = isNode(items) ? ` of ${typeOf(document, resolve(document, items))}` : '';
  const limits = keywords.flatMap((key) => (schema[key] === undefined ? [] : [`${key} ${words(schema[key])}`]));
  return [`${[type].flat().filter(Boolean).join(' or ')}${of}`, ...limits].filter(Boolean).join('; ');
};

export interface Property {
  readonly path: string;
  readonly schema: Node;
  readonly required: boolean;
}

/** Every property of a schema, also of those within it. */
export const propertiesOf = (document: Node, schema: Node, above = '', depth = 0): readonly Property[] => {
  const whole = resolve(document, schema);
  const required = [whole.required].flat();
  return entriesAt(document, whole, 'properties').flatMap(([name, child]) => {
    const path = above ? `${above}.${name}` : name;
    const inner = isNode(child.items) ? resolve(document, child.items) : child;
    const own = { path, schema: child, required: required.includes(name) };
    return depth < 3 ? [own, ...propertiesOf(document, inner, path, depth + 1)] : [own];
  });
};
