import type { JsonObject } from '@amend/compiler/read';
import { isMap, mapAt } from './json.ts';

/** How an answer holds a user: the names on the way, `*` for each element of a list. */
export type Way = readonly string[];

/** A user as an answer shows it. */
export interface Record {
  readonly way: Way;
  readonly schema: JsonObject;
  /** The property that calls name the user by. */
  readonly id: string;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What the property that a path's parameter stands for may be called, the likeliest first. */
export const idNames = (noun: string, parameter: string): readonly string[] => [
  parameter,
  noun + parameter,
  `${noun}id`,
  `${noun}code`,
  'id',
  'uuid',
  'userid',
  `${noun}token`,
  'token',
];

const idOf = (record: JsonObject, ids: readonly string[]): string | undefined => {
  const names = Object.keys(mapAt(record, 'properties'));
  return ids.map(plain).flatMap((each) => names.find((name) => plain(name) === each) ?? [])[0];
};

const deepest = 4;

/** All objects with an id, and how far they are what an update's body speaks of. */
const recordsIn = (
  schema: JsonObject,
  fields: ReadonlySet<string>,
  idIn: (record: JsonObject) => string | undefined,
  way: Way = [],
): (Record & { score: number })[] => {
  if (way.length > deepest) return [];
  const properties = mapAt(schema, 'properties');
  const id = idIn(schema);
  const score = Object.keys(properties).filter((name) => fields.has(name)).length - way.length / 2;
  const below = [...Object.entries(properties), ['*', schema.items] as const].flatMap(([step, child]) =>
    isMap(child) ? recordsIn(child, fields, idIn, [...way, step]) : [],
  );
  return [...(id === undefined ? [] : [{ way, schema, id, score }]), ...below];
};

const listsOn = ({ way }: Record): number => way.filter((step) => step === '*').length;

/**
 * The user in an answer: the object with an id that holds most of these fields, the uppermost of them. What stands in a
 * list is part of somebody who stands in none, or in fewer.
 */
export const findRecord = (
  schema: JsonObject,
  fields: ReadonlySet<string>,
  ids: readonly string[],
): Record | undefined => {
  const found = recordsIn(schema, fields, (record) => idOf(record, ids)).filter(({ score }) => score >= 0);
  const telling = found.filter(({ score }) => score > 0);
  const [best] = (telling.length > 0 ? telling : found).toSorted(
    (one, other) => listsOn(one) - listsOn(other) || other.score - one.score,
  );
  return best && { way: best.way, schema: best.schema, id: best.id };
};

/** The schema of the user in an answer. */
export const schemaAt = (schema: JsonObject, way: Way): JsonObject =>
  way.reduce<JsonObject>((found, step) => {
    const child = step === '*' ? found.items : mapAt(found, 'properties')[step];
    return isMap(child) ? child : {};
  }, schema);

/** The schema of an answer with something else in the place of the user. */
export const replaceAt = (schema: JsonObject, [step, ...rest]: Way, by: JsonObject): JsonObject => {
  if (step === undefined) return by;
  const child = step === '*' ? schema.items : mapAt(schema, 'properties')[step];
  const replaced = replaceAt(isMap(child) ? child : {}, rest, by);
  return step === '*'
    ? { ...schema, items: replaced }
    : { ...schema, properties: { ...mapAt(schema, 'properties'), [step]: replaced } };
};
