import type { Json, JsonObject } from '@amend/compiler/read';
import { isMap, listAt, mapAt } from '../json.ts';
import { fits, sample } from '../sample.ts';

/** One change that an update makes, at the way to it. */
export interface Change {
  readonly way: readonly string[];
  /** Where a user may show it: what is sent in an envelope may be shown without. */
  readonly places: readonly (readonly string[])[];
  readonly value: Json;
  readonly body: JsonObject;
}

const others = ['Changed', 'other@example.com', '1985-05-05', '+12105550199', 'https://other.example.com', true, false];

const leavesOf = (schema: JsonObject, way: readonly string[] = []): { way: readonly string[]; schema: JsonObject }[] =>
  isMap(schema.properties) && way.length < 5
    ? Object.entries(schema.properties).flatMap(([name, property]) =>
        isMap(property) && property.readOnly !== true ? leavesOf(property, [...way, name]) : [],
      )
    : [{ way, schema }];

const valueFor = (schema: JsonObject, shown: readonly JsonObject[]): Json | undefined =>
  'const' in schema || schema.writeOnly === true || schema.type === undefined
    ? undefined
    : [...listAt(schema, 'enum').toReversed(), ...others].find(
        (value) => value !== null && [schema, ...shown].every((each) => fits(each, value)),
      );

const schemaAt = (schema: JsonObject, way: readonly string[]): JsonObject | undefined =>
  way.reduce<JsonObject | undefined>((found, name) => {
    const { [name]: property } = mapAt(found, 'properties');
    return isMap(property) ? property : undefined;
  }, schema);

/** An object with a value somewhere below it, and with what each object on the way has to hold besides. */
const around = (schema: JsonObject, [name, ...rest]: readonly string[], value: Json): Json => {
  if (name === undefined) return value;
  const properties = mapAt(schema, 'properties');
  const needed = listAt(schema, 'required').flatMap((each) => {
    const made = sample(mapAt(properties, String(each)), undefined, String(each));
    return made === undefined ? [] : [[String(each), made] as const];
  });
  return { ...Object.fromEntries(needed), [name]: around(mapAt(properties, name), rest, value) };
};

const over = (one: Json | undefined, other: Json): Json =>
  isMap(one) && isMap(other)
    ? { ...one, ...Object.fromEntries(Object.entries(other).map(([name, each]) => [name, over(one[name], each)])) }
    : other;

/** A change of every value that can be made up and is shown of a user; of a replacement with all that `whole` holds. */
export const changesOf = (schema: JsonObject, user: JsonObject, whole: JsonObject | undefined): Change[] =>
  leavesOf(schema).flatMap(({ way, schema: leaf }) => {
    const places = way.map((_, index) => way.slice(index)).filter((place) => schemaAt(user, place));
    const shown = places.flatMap((place) => [schemaAt(user, place) ?? {}]);
    const value = places.length > 0 ? valueFor(leaf, shown) : undefined;
    return value === undefined
      ? []
      : [{ way, places, value, body: over(whole, around(schema, way, value)) as JsonObject }];
  });
