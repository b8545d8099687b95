import type { Json, JsonObject } from '@amend/compiler/read';
import { isMap } from './json.ts';

const listOf = (value: Json | undefined): Json[] => (value === undefined ? [] : [value].flat());

/** What both take; what one takes where they have nothing in common, because no value would fit. */
const common = (one: readonly Json[], other: readonly Json[]): Json[] => {
  const both = one.filter((each) => other.includes(each) || (each === 'integer' && other.includes('number')));
  const wider = other.filter((each) => each === 'integer' && one.includes('number'));
  const found = [...new Set([...both, ...wider])];
  return found.length > 0 ? found : [...other];
};

const mergeTypes = (one: Json, other: Json): Json => {
  const types = common(listOf(one), listOf(other));
  return types.length === 1 ? (types[0] as Json) : types;
};

const mergers: { [Keyword in string]?: (one: Json, other: Json) => Json } = {
  type: mergeTypes,
  enum: (one, other) => common(listOf(one), listOf(other)),
  required: (one, other) => [...new Set([...listOf(one), ...listOf(other)])],
  examples: (one, other) => [...listOf(one), ...listOf(other)],
  readOnly: (one, other) => one === true || other === true,
  writeOnly: (one, other) => one === true || other === true,
  additionalProperties: (one, other) => (one === false || other === false ? false : isMap(other) ? other : one),
  items: (one, other) => mergeSchemas([one, other].filter(isMap)),
  properties: (one, other) => {
    const all = { ...(one as JsonObject), ...(other as JsonObject) };
    return Object.fromEntries(
      Object.keys(all).map((name) => [
        name,
        mergeSchemas([(one as JsonObject)[name], (other as JsonObject)[name]].filter(isMap)),
      ]),
    );
  },
};

/** One schema that asks what all of them ask: what an `allOf` of them says. Of words, the last are kept. */
export const mergeSchemas = (schemas: readonly JsonObject[]): JsonObject => {
  const [only = {}, ...others] = schemas;
  if (others.length === 0) return only;
  const merged = new Map<string, Json>();
  for (const [key, value] of schemas.flatMap((schema) => Object.entries(schema))) {
    const before = merged.get(key);
    const merge = mergers[key];
    merged.set(key, before === undefined || !merge ? value : merge(before, value));
  }
  return Object.fromEntries(merged);
};
