import { type Fields, isFields } from './json.ts';

/** A node of a contract, resolved. */
export type Node = Fields;

/** Follows a reference inside the document; what stands beside it counts too. */
export const resolve = (document: Node, node: unknown): Node => {
  if (!isFields(node)) return {};
  if (typeof node.$ref !== 'string') return node;
  const { $ref, ...beside } = node;
  const target = String($ref)
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, step) => (isFields(at) ? at[step.replaceAll('~1', '/').replaceAll('~0', '~')] : at),
      document,
    );
  return { ...resolve(document, target), ...beside };
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
