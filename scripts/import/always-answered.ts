import type { JsonObject } from '@amend/compiler/read';
import { isMap, listAt, mapAt, mapValues } from './json.ts';
import { fits } from './sample.ts';

/** Answered empty: as nothing, or as little as it may be. */
const withEmpty = (schema: JsonObject): JsonObject => {
  const empty = schema.type === undefined ? null : [[], {}, null, ''].find((value) => fits(schema, value));
  return 'default' in schema || empty === undefined ? schema : { ...schema, default: empty };
};

/**
 * What is answered, by what the bodies are that make it, and all within it: what nobody has to send, and is no fact of the
 * provider's own, may be missing in an answer, whatever is said there, and is answered empty where it was not sent.
 */
export const withUnsent = (schema: JsonObject, bodies: readonly JsonObject[]): JsonObject => {
  if (bodies.length === 0) return schema;
  const { required: _, ...rest } = schema;
  const always = listAt(schema, 'required');
  const left = new Set(
    bodies.flatMap((body) => {
      const required = listAt(body, 'required');
      return Object.keys(mapAt(body, 'properties')).filter((name) => !required.includes(name));
    }),
  );
  const required = always.filter((name) => !left.has(String(name)));
  const below = (each: JsonObject, ...keys: [string] | [string, string]): JsonObject =>
    withUnsent(
      each,
      bodies.map((body) => mapAt(body, ...keys)).filter((body) => Object.keys(body).length > 0),
    );
  return {
    ...rest,
    ...(isMap(schema.items) && { items: below(schema.items, 'items') }),
    ...(isMap(schema.properties) && {
      properties: mapValues(schema.properties, (each, name) => {
        if (!isMap(each)) return each;
        const whole = below(each, 'properties', name);
        return always.includes(name) && left.has(name) ? withEmpty(whole) : whole;
      }),
    }),
    ...(required.length > 0 && { required }),
  };
};
