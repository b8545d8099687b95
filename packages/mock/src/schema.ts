import { type Fields, isFields } from './json.ts';

/** A node of a contract, resolved. */
export type Node = Fields;

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** Every operation of a document: its node, its method as OpenAPI writes it, and its path. */
export const operationsOf = ({ paths }: Node) =>
  Object.entries(isFields(paths) ? paths : {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const node = isFields(item) ? item[method] : undefined;
      return isFields(node) ? [{ method, path, node }] : [];
    }),
  );

/** What a reference inside the document leads to; nothing if it leads nowhere. */
export const find = (document: Node, reference: unknown): unknown =>
  typeof reference === 'string' && reference.startsWith('#/')
    ? reference
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce<unknown>(
          (at, step) => (typeof at === 'object' && at && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined),
          document,
        )
    : undefined;

/** Follows a reference inside the document; what stands beside it counts too. */
export const resolve = (document: Node, node: unknown): Node => {
  if (!isFields(node)) return {};
  const { $ref, ...beside } = node;
  return $ref === undefined ? node : { ...resolve(document, find(document, $ref)), ...beside };
};

/** What a body or a response says of its JSON. */
export const jsonContent = (document: Node, body: unknown): Node => {
  const { content } = resolve(document, body);
  const json = isFields(content) ? content['application/json'] : undefined;
  return isFields(json) ? json : {};
};

/** What a schema names of a value: the mock answers with nothing that the contract does not have. */
export const project = (document: Node, schema: unknown, value: unknown): unknown => {
  const { properties, items } = resolve(document, schema);
  if (Array.isArray(value)) return items ? value.map((element) => project(document, items, element)) : value;
  if (!isFields(value) || !isFields(properties)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => Object.hasOwn(properties, name))
      .map(([name, element]) => [name, project(document, properties[name], element)]),
  );
};

/** The properties of a body that have an `x-role`, by role. */
export const rolesOf = (document: Node, schema: unknown): Readonly<Record<string, string>> => {
  const { properties, anyOf } = resolve(document, schema);
  if (Array.isArray(anyOf)) return Object.assign({}, ...anyOf.map((branch) => rolesOf(document, branch)));
  if (!isFields(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const role = isFields(property) ? property['x-role'] : undefined;
      return typeof role === 'string' ? [[name, role]] : [];
    }),
  );
};
