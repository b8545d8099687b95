import type { Context, Location, Schema } from './redocly.ts';
import { type FoundSchema, findSchema, holder } from './schemas.ts';

/** A schema describes a value as a whole, is one of the branches that do, or adds to a schema, as `then` does. */
type Role = 'value' | 'branch' | 'addition';

export interface Visited extends FoundSchema {
  role: Role;
  /** The property that it describes, and the object schema that has this property. */
  property?: { name: string; parent: FoundSchema };
}

/** The keywords with schemas of values below them. Conditions (`if`, `not`, `contains`) describe no value. */
const roles = {
  items: 'value',
  additionalProperties: 'addition',
  unevaluatedProperties: 'addition',
  then: 'addition',
  else: 'addition',
  prefixItems: 'value',
  anyOf: 'branch',
  oneOf: 'branch',
  allOf: 'branch',
  properties: 'value',
  patternProperties: 'value',
  dependentSchemas: 'addition',
} satisfies { [Keyword in keyof Schema]: Role };

const keywords = Object.keys(roles) as (keyof typeof roles)[];

const hasProperties = (keyword: string): boolean => keyword === 'properties' || keyword === 'patternProperties';

/** The schemas right under a keyword: one, a list or a map. */
const childrenOf = (found: FoundSchema, keyword: keyof typeof roles): [name: string, Schema | boolean, Location][] => {
  const value = found.node[keyword];
  const at = (name?: string) => holder(found, keyword, name).child(name === undefined ? keyword : [keyword, name]);
  if (Array.isArray(value)) return value.map((child, index) => [`${index}`, child, at().child(index)]);
  if (hasProperties(keyword) || keyword === 'dependentSchemas')
    return Object.entries((value ?? {}) as Record<string, Schema>).map(([name, child]) => [name, child, at(name)]);
  return value === undefined ? [] : [[keyword, value as Schema | boolean, at()]];
};

/** Every schema that describes values, or adds to one that does, `root` included. */
export const walkSchema = (root: FoundSchema, context: Context, visit: (visited: Visited) => void): void => {
  const seen = new Set<Schema>();
  const descend = (visited: Visited): void => {
    const written = visited.layers[0].node;
    if (seen.has(written)) return;
    seen.add(written);
    visit(visited);
    for (const keyword of keywords)
      for (const [name, child, location] of childrenOf(visited, keyword)) {
        // `true` is a schema that takes anything, `false` one that nothing fits.
        if (child === false) continue;
        descend({
          ...findSchema(child === true ? {} : child, location, context),
          role: visited.role === 'addition' ? 'addition' : roles[keyword],
          ...(hasProperties(keyword) && { property: { name, parent: visited } }),
        });
      }
  };
  descend({ ...root, role: 'value' });
};
