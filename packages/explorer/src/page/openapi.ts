import { limitsOf } from './limits.ts';
import { isNode, type Node, nodeAt, nodesIn, resolve, textAt } from './node.ts';

// A contract as the reference shows it, read by what OpenAPI says alone.

/** A parameter, or a property of a body. */
export interface Property {
  readonly name: string;
  readonly node: Node;
  /** What its value has to be, and whether and where it has to be there. */
  readonly limits: readonly string[];
  /** The properties of what stands there, or of each element of a list there. */
  readonly inner: readonly Property[];
}

/** What is sent or answered: its forms, of which several are alternatives, and examples. */
export interface Body {
  readonly node: Node;
  /** As what it goes over the wire. */
  readonly media?: string | undefined;
  readonly forms: readonly { readonly name: string; readonly node: Node; readonly properties: readonly Property[] }[];
  readonly examples: readonly { readonly name: string; readonly about: string; readonly text: string }[];
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  readonly parameters: readonly Property[];
  /** How a caller is known, in the first of the ways that there are. */
  readonly schemes: readonly Node[];
  readonly body?: Body;
  readonly answers: readonly (readonly [status: string, Body])[];
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** All that the reference shows of a contract. */
export const readContract = (document: Node) => {
  const at = (node: unknown): Node => resolve(document, node);
  const entriesAt = (node: Node, key: string) =>
    Object.entries(nodeAt(node, key)).map(([name, child]) => [name, at(child)] as const);
  const schemes = entriesAt(at(document.components), 'securitySchemes');

  const limits = (schema: Node, depth = 0): readonly string[] => {
    const [type = '', ...others] = limitsOf(schema);
    const of = isNode(schema.items) && depth < 3 ? ` of ${limits(at(schema.items), depth + 1).join('; ')}` : '';
    return [type + of, ...others];
  };
  /** Every property of a schema, with those within it; of what is within itself, some. */
  const propertiesOf = (schema: Node, depth = 0): readonly Property[] => {
    const required = [schema.required].flat();
    if (depth > 3) return [];
    return entriesAt(schema, 'properties').map(([name, node]) => ({
      name,
      node,
      limits: [...(required.includes(name) ? ['required'] : []), ...limits(node)],
      inner: propertiesOf(isNode(node.items) ? at(node.items) : node, depth + 1),
    }));
  };
  const parameterOf = (given: Node): Property => {
    const node = at(given);
    const schema = at(node.schema);
    const needed = node.required === true ? ['required'] : [];
    return {
      name: textAt(node, 'name'),
      node: { ...node, schema },
      limits: [`in ${textAt(node, 'in')}`, ...needed, ...limits(schema)],
      inner: [],
    };
  };
  const bodyOf = (given: unknown): Body => {
    const node = at(given);
    const [media, content = {}] = entriesAt(node, 'content')[0] ?? [];
    const whole = at(content.schema);
    const alternatives = nodesIn([whole.anyOf, whole.oneOf].flat());
    const forms = (alternatives.length > 0 ? alternatives : nodesIn(content.schema)).map((each) => ({
      name: textAt(each, '$ref').split('/').at(-1) ?? '',
      node: at(each),
      properties: propertiesOf(at(each)),
    }));
    const examples = entriesAt(content, 'examples').flatMap(([name, example]) => {
      const text = JSON.stringify(example.value, undefined, 2) as string | undefined;
      return text === undefined ? [] : [{ name, about: textAt(example, 'summary') || name, text }];
    });
    return { node, media, forms, examples };
  };
  const operationsAt = (key: 'paths' | 'webhooks'): readonly Operation[] =>
    entriesAt(document, key).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, node]) => {
        if (!isNode(node) || !methods.has(method)) return [];
        const [way = {}] = nodesIn(node.security ?? document.security);
        return {
          id: textAt(node, 'operationId'),
          method: method.toUpperCase(),
          path,
          node,
          parameters: nodesIn([item.parameters, node.parameters].flat()).map(parameterOf),
          schemes: schemes.flatMap(([name, scheme]) => (Object.hasOwn(way, name) ? [scheme] : [])),
          ...(isNode(node.requestBody) && { body: bodyOf(node.requestBody) }),
          answers: Object.entries(nodeAt(node, 'responses')).map(
            ([status, answer]) => [status, bodyOf(answer)] as const,
          ),
        };
      }),
    );
  return {
    info: at(document.info),
    servers: nodesIn(document.servers),
    schemes,
    operations: operationsAt('paths'),
    webhooks: operationsAt('webhooks'),
  };
};
