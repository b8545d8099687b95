import type { Context, Location, Schema } from './redocly.ts';

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

/** A schema with the keywords beside its `$ref` laid over those of the schema that it points to. */
export interface FoundSchema extends Found<Schema> {
  /** What `node` was made of, the uppermost first: the schema as it is written, then what it refers to. */
  layers: [Found<Schema>, ...Found<Schema>[]];
}

const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas'] as const;

const lay = (over: Schema, under: Schema): Schema => ({
  ...under,
  ...over,
  ...Object.fromEntries(
    mapKeywords.flatMap((keyword) =>
      over[keyword] && under[keyword] ? [[keyword, { ...under[keyword], ...over[keyword] }]] : [],
    ),
  ),
  ...(over.required && under.required && { required: [...over.required, ...under.required] }),
});

const pile = (layers: FoundSchema['layers'], location: Location): FoundSchema => {
  const { $ref: _, ...node } = layers.map((layer) => layer.node).reduce(lay);
  return { node, location, layers };
};

export const findSchema = (node: Schema, location: Location, context: Context): FoundSchema => {
  const written = { node, location };
  const target = follow(node, location, context);
  return pile(target.node === node ? [written] : [written, target], target.location);
};

/** Where the schema stands that has a keyword, or a property of this name. */
export const holder = ({ layers, location }: FoundSchema, keyword: keyof Schema, name?: string): Location =>
  layers.find(({ node }) => (name === undefined ? keyword in node : Object.hasOwn(node[keyword] ?? {}, name)))
    ?.location ?? location;

/** The schema of a property, or of what stands under another map keyword. */
export const findProperty = (
  found: FoundSchema,
  name: string,
  context: Context,
  keyword: (typeof mapKeywords)[number] = 'properties',
): FoundSchema =>
  findSchema(found.node[keyword]?.[name] ?? {}, holder(found, keyword, name).child([keyword, name]), context);

/** The schema `User`, wherever one stands. */
export const findUser = (context: Context): FoundSchema =>
  findSchema({ $ref: '#/components/schemas/User' }, context.location, context);

const listKeywords = ['anyOf', 'oneOf', 'allOf'] as const;

/** The schema itself, or the alternatives that it stands for, each with the keywords beside it. */
export const alternatives = (found: FoundSchema, context: Context): FoundSchema[] => {
  const keyword = listKeywords.find((name) => found.node[name]);
  if (!keyword) return [found];
  const beside = found.layers.map(({ node: { [keyword]: _, ...node }, location }) => ({ node, location }));
  return (found.node[keyword] ?? []).flatMap((branch, index) => {
    const { layers, location } = findSchema(branch, holder(found, keyword).child([keyword, index]), context);
    return alternatives(pile([...layers, ...beside], location), context);
  });
};

/** A visitor for each schema, and once more for each `$ref` with what stands beside it. */
export const everySchema = (check: (found: FoundSchema, context: Context) => void) => {
  const visit = (node: Schema, context: Context): void => {
    if (context.type.name === 'Schema') check(findSchema(node, context.location, context), context);
  };
  return { Schema: visit, ref: visit };
};
