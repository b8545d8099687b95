import type { Json, JsonObject } from '@amend/compiler/read';
import type { Drop } from './flatten.ts';
import { isMap, mapAt } from './json.ts';

const said = 'The document shows this in an example, and does not describe it.';

const schemaFor = (value: Json): JsonObject =>
  ['string', 'number', 'boolean'].includes(typeof value)
    ? { type: typeof value, description: said }
    : { description: said };

/**
 * A schema with what an example of a request sends besides, where the vendor's takes that: of a request no other name is
 * taken, and none that only the vendor sets.
 */
export const withShown = (schema: JsonObject, value: Json, drop: Drop): JsonObject => {
  if (Array.isArray(value) && isMap(schema.items))
    return { ...schema, items: value.reduce((items: JsonObject, each) => withShown(items, each, drop), schema.items) };
  if (!isMap(value) || !isMap(schema.properties)) return schema;
  const known = mapAt(schema, 'properties');
  const isOpen = schema.additionalProperties === undefined || schema.additionalProperties === true;
  const properties = Object.entries(value).flatMap(([name, each]): [string, Json][] => {
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    if (isMap(property) && property.readOnly === true) {
      drop(property, `${name} is readOnly, and taken all the same, since an example of a request sends it`);
      return [[name, withShown({ ...property, readOnly: false }, each, drop)]];
    }
    if (isMap(property)) return [[name, withShown(property, each, drop)]];
    if (property !== undefined || !isOpen || each === null) return [];
    drop(schema, `${name} stands in an example alone, and is taken as it is there`);
    return [[name, schemaFor(each)]];
  });
  return { ...schema, properties: { ...known, ...Object.fromEntries(properties) } };
};
