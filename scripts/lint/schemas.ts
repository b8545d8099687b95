import type { Context, Location, Operation, RequestBody, Response, Schema } from './redocly.ts';

/** A node with the place where it stands, `$ref`s followed. */
export interface Found<Node> {
  node: Node;
  location: Location;
}

export const follow = <Node>(node: Node, location: Location, context: Context): Found<Node> => {
  const resolved = context.resolve(node);
  // An unresolvable reference is reported by Redocly's own rule; what it points to is then skipped.
  return resolved.node === undefined || resolved.location === undefined || resolved.node === node
    ? { node, location }
    : { node: resolved.node, location: resolved.location };
};

/** The schemas of an operation's request body, one per media type. */
export const requestSchemas = (operation: Operation, context: Context): Found<Schema>[] => {
  if (!operation.requestBody) return [];
  const at = context.location.child('requestBody');
  return contentSchemas(follow<RequestBody>(operation.requestBody, at, context), context);
};

export interface FoundResponse extends Found<Response> {
  /** The status code it answers, or `default`. */
  status: string;
}

export const responses = (operation: Operation, context: Context): FoundResponse[] =>
  Object.entries(operation.responses ?? {}).map(([status, response]) => ({
    status,
    ...follow(response, context.location.child(['responses', status]), context),
  }));

export const contentSchemas = (body: Found<RequestBody | Response>, context: Context): Found<Schema>[] =>
  Object.entries(body.node.content ?? {}).flatMap(([mediaType, { schema }]) =>
    schema ? [follow(schema, body.location.child(['content', mediaType, 'schema']), context)] : [],
  );

const listKeywords = ['anyOf', 'oneOf', 'allOf'] as const;
const schemaKeywords = ['items', 'additionalProperties', 'if', 'then', 'else', 'not'] as const;
const mapKeywords = ['properties', 'patternProperties'] as const;

/** The schema itself, or the alternatives that it stands for. */
export const alternatives = (found: Found<Schema>, context: Context): Found<Schema>[] => {
  const keyword = listKeywords.find((name) => found.node[name]);
  const branches = keyword && found.node[keyword];
  if (!keyword || !branches) return [found];
  return branches.flatMap((branch, index) =>
    alternatives(follow(branch, found.location.child([keyword, index]), context), context),
  );
};

/**
 * Every schema below `root`, itself included, each once. `name` is the property that it describes, and
 * `parent` the object schema that holds this property.
 */
export const walkSchema = (
  root: Found<Schema>,
  context: Context,
  visit: (found: Found<Schema>, name: string | undefined, parent: Schema | undefined) => void,
  seen: Set<Schema> = new Set(),
): void => {
  const descend = (found: Found<Schema>, name: string | undefined, parent: Schema | undefined): void => {
    const { node, location } = follow(found.node, found.location, context);
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    visit({ node, location }, name, parent);
    for (const keyword of listKeywords)
      node[keyword]?.forEach((branch, index) => {
        descend({ node: branch, location: location.child([keyword, index]) }, name, parent);
      });
    for (const keyword of schemaKeywords) {
      const child = node[keyword];
      if (typeof child === 'object') descend({ node: child, location: location.child(keyword) }, name, parent);
    }
    for (const keyword of mapKeywords)
      for (const [key, child] of Object.entries(node[keyword] ?? {}))
        descend({ node: child, location: location.child([keyword, key]) }, key, node);
  };
  descend(root, undefined, undefined);
};
