import type { JsonObject } from '@amend/compiler/read';
import { isMap, mapAt, mapsAt } from './json.ts';
import type { Source } from './source.ts';

/** The alternatives that a schema writes out. */
export const writtenAlternatives = (node: JsonObject): JsonObject[][] =>
  (['anyOf', 'oneOf'] as const).map((key) => mapsAt(node, key)).filter(({ length }) => length > 0);

/** Schemas that a `discriminator` tells apart, which extend this one by an `allOf` and stand in none of its own lists. */
const heirsOf = (source: Source, parent: JsonObject): JsonObject[] => {
  if (!isMap(parent.discriminator)) return [];
  const schemas = mapAt(source.root, 'components', 'schemas');
  const isExtended = (heir: JsonObject): boolean =>
    mapsAt(source.target(heir), 'allOf').some((each) => source.target(each) === parent);
  const named = Object.values(mapAt(parent.discriminator, 'mapping')).map(
    (value) => schemas[String(value).split('/').at(-1) ?? ''],
  );
  const all = named.length > 0 ? named : Object.values(schemas).filter((each) => isMap(each) && isExtended(each));
  return [...new Set(all)].filter(isMap).filter((heir) => source.target(heir) !== parent);
};

/** What a schema says besides that it extends this one. */
const withoutParent = (source: Source, heir: JsonObject, parent: JsonObject): JsonObject => {
  const node = source.follow(heir);
  return { ...node, allOf: mapsAt(node, 'allOf').filter((each) => source.target(each) !== parent) };
};

/** The lists of schemas one of which a value fits besides: of `anyOf`, of `oneOf`, or of what extends this one. */
export const alternativesOf = (source: Source, written: JsonObject): JsonObject[][] => {
  const parent = source.target(written);
  const listed = writtenAlternatives(source.follow(written));
  if (listed.length > 0) return listed;
  const heirs = heirsOf(source, parent).map((heir) => withoutParent(source, heir, parent));
  return heirs.length > 0 ? [heirs] : [];
};
