import type { Json, JsonObject } from '@amend/compiler/read';
import { alternativesOf, writtenAlternatives } from './alternatives.ts';
import { isMap, listAt, mapsAt, mapValues } from './json.ts';
import { kept, malformedIn, read } from './keywords.ts';
import { mergeSchemas } from './merge-schemas.ts';
import type { Source } from './source.ts';
import { uniteSchemas } from './unite-schemas.ts';

/** Hears of whatever is left out: where it stood, and what that means. */
export type Drop = (node: Json | undefined, what: string) => void;

/** Nothing is below what anything may be. */
const anything: JsonObject = {};

const withNull = ({ type, enum: values, ...schema }: JsonObject): JsonObject => ({
  ...schema,
  ...(type !== undefined && { type: [...new Set([type, 'null'].flat())] as Json }),
  ...(Array.isArray(values) && { enum: [...new Set([...values, null])] }),
});

/** A limit that is not reached: a boolean beside it in 3.0, a number of its own in 3.1; for whole numbers the next one. */
const exclusive = (node: JsonObject, drop: Drop): JsonObject =>
  Object.fromEntries(
    (
      [
        ['exclusiveMinimum', 'minimum', 1],
        ['exclusiveMaximum', 'maximum', -1],
      ] as const
    ).flatMap(([key, plain, step]) => {
      const limit = node[key] === true ? node[plain] : node[key];
      if (typeof limit !== 'number') return [];
      if (node.type !== 'integer') drop(node, `${key} is ${plain}`);
      return [[plain, node.type === 'integer' ? limit + step : limit]];
    }),
  );

/**
 * Everything that a schema says, written out in one, as OpenAPI 3.1 has it; what leads back to itself takes anything.
 * Alternatives are united, or one of them is picked.
 */
export const flattenerOf = (source: Source, drop: Drop, deepest: number, spend: () => void, pick?: number) => {
  const origins = new WeakMap<object, JsonObject>();
  const bare = new WeakMap<JsonObject, JsonObject>();

  /** What is known again: a schema, or the same without what extends it. */
  const markOf = (target: JsonObject, isPart: boolean): JsonObject => {
    if (!isPart || !isMap(target.discriminator)) return target;
    const mark = bare.get(target) ?? {};
    bare.set(target, mark);
    return mark;
  };

  const own = (node: JsonObject, around: readonly JsonObject[], depth: number): JsonObject => {
    for (const key of Object.keys(node))
      if (!kept.has(key) && !read.has(key) && !key.startsWith('x-')) drop(node, `${key} is not checked`);
    const { properties, items, additionalProperties: others, example, examples } = node;
    const shown = Array.isArray(examples) ? examples : example === undefined ? [] : [example];
    return {
      ...Object.fromEntries(Object.entries(node).filter(([key]) => kept.has(key))),
      ...exclusive(node, drop),
      ...(isMap(properties) && { properties: mapValues(properties, (each) => flatten(each, around, depth + 1)) }),
      ...(items !== undefined && { items: flatten(items, around, depth + 1) }),
      ...(isMap(others) && { additionalProperties: flatten(others, around, depth + 1) }),
      ...(typeof others === 'boolean' && { additionalProperties: others }),
      ...(shown.length > 0 && { examples: shown }),
    };
  };

  const flatten = (
    written: Json | undefined,
    around: readonly JsonObject[] = [],
    depth = 0,
    isPart = false,
  ): JsonObject => {
    if (!isMap(written)) return anything;
    spend();
    const target = source.target(written);
    const node = source.follow(written);
    const malformed = malformedIn(target) ?? malformedIn(written);
    if (malformed)
      source.fail(target, `The keyword ${malformed} of a schema is malformed; mend it, or --drop what it is of.`);
    const mark = markOf(target, isPart);
    if (around.includes(mark) || depth > deepest) {
      if (isMap(target.properties) || listAt(target, 'allOf').length > 0)
        drop(written, depth > deepest ? 'so deep, it takes anything' : 'it holds itself, so it takes anything');
      return { ...(typeof node.description === 'string' && { description: node.description }) };
    }
    const inside = [...around, mark];
    // What extends a schema has nothing of what else extends it.
    const alternatives = isPart ? writtenAlternatives(node) : alternativesOf(source, written);
    if (alternatives.length > 0) drop(node, 'its alternatives are one schema');
    const chosen = alternatives.map((branches) => {
      const all = pick === undefined ? branches : branches.slice(Math.min(pick, branches.length - 1)).slice(0, 1);
      return uniteSchemas(all.map((each) => flatten(each, inside, depth)));
    });
    const parts = mapsAt(node, 'allOf').map((each) => flatten(each, inside, depth, true));
    const merged = mergeSchemas([...parts, ...chosen, own(node, inside, depth)]);
    const isNullable = node.nullable === true || listAt(node, 'enum').includes(null);
    const schema = isNullable ? withNull(merged) : merged;
    origins.set(schema, written);
    return schema;
  };
  return { flatten, originOf: (schema: Json | undefined) => (isMap(schema) ? origins.get(schema) : undefined) };
};
