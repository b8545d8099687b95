import type { Json, JsonObject } from '@amend/compiler/read';
import { alternativesOf, writtenAlternatives } from './alternatives.ts';
import { isMap, mapAt, mapsAt } from './json.ts';
import type { Source } from './source.ts';

/** The properties of a schema and of all that it is made of, without a look at what these are. */
export const propertiesOf = (
  source: Source,
  schema: Json | undefined,
  seen: readonly JsonObject[] = [],
  isPart = false,
): Record<string, JsonObject> => {
  if (!isMap(schema)) return {};
  const target = source.target(schema);
  if (seen.includes(target)) return {};
  const inside = [...seen, target];
  const alternatives = isPart ? writtenAlternatives(target) : alternativesOf(source, schema);
  return Object.assign(
    {},
    ...mapsAt(target, 'allOf').map((each) => propertiesOf(source, each, inside, true)),
    ...alternatives.flat().map((each) => propertiesOf(source, each, inside)),
    Object.fromEntries(Object.entries(mapAt(target, 'properties')).filter(([, each]) => isMap(each))),
  );
};

/** The names of what a schema holds, and of what that holds, as far down as a person's name or address may stand. */
export const namesBelow = (source: Source, schema: Json | undefined, depth = 4): string[] =>
  depth === 0
    ? []
    : Object.entries(propertiesOf(source, schema)).flatMap(([name, property]) => {
        const items = source.target(property).items;
        return [name, ...namesBelow(source, property, depth - 1), ...namesBelow(source, items, depth - 1)];
      });
