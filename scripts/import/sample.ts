import { formats } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isMap, listAt, mapAt, mapsAt } from './json.ts';
import { scalarsFor } from './scalars.ts';

const ajv = new Ajv2020({
  strict: false,
  allErrors: false,
  logger: false,
  validateSchema: false,
  addUsedSchema: false,
});
for (const [name, format] of Object.entries(formats)) if (format instanceof RegExp) ajv.addFormat(name, format);
// The lint takes no time without its zone in an example.
const moment = formats['date-time'];
const zoned = /:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:?[0-9]{2})$/;
ajv.addFormat('date-time', (value) => moment instanceof RegExp && moment.test(value) && zoned.test(value));

type Check = (value: unknown) => boolean;
const known = new WeakMap<object, Check>();
/** Most schemas say no more than others did before. */
const alike = new Map<string, Check>();

const checkOf = (schema: JsonObject): Check => {
  const text = JSON.stringify(schema);
  const check = alike.get(text) ?? ajv.compile(schema);
  alike.set(text, check);
  return check;
};

/** Whether a value fits a schema of ours. */
export const fits = (schema: JsonObject, value: Json): boolean => {
  const check = known.get(schema) ?? checkOf(schema);
  known.set(schema, check);
  return check(value);
};

/** A value that fits a schema; of an object what is required, and what `isShown` of the rest. Nothing where none is found. */
export const sample = (
  schema: JsonObject,
  isShown: (name: string, depth: number) => boolean = () => false,
  name = '',
  depth = 0,
): Json | undefined => {
  const [branch] = mapsAt(schema, 'anyOf');
  if (branch) return sample(branch, isShown, name, depth);
  if (isMap(schema.properties)) {
    const required = listAt(schema, 'required');
    const shown = Object.entries(mapAt(schema, 'properties')).flatMap(([key, property]): [string, Json][] => {
      if (!isMap(property)) return [];
      if (!required.includes(key) && (property.writeOnly === true || !isShown(key, depth))) return [];
      const value = sample(property, isShown, key, depth + 1);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(shown);
  }
  const types = [schema.type].flat();
  if (types.includes('array')) {
    const wanted = typeof schema.minItems === 'number' ? schema.minItems : 0;
    const item = wanted > 0 ? sample(isMap(schema.items) ? schema.items : {}, isShown, name, depth + 1) : undefined;
    return item === undefined ? [] : Array.from({ length: wanted }, () => item);
  }
  if (types.includes('object')) return {};
  return scalarsFor(schema, name).find((value) => fits(schema, value));
};

/** A value without what does not fit: what its schema does not name, and what a vendor's own example has wrong. */
export const fitted = (schema: JsonObject, value: Json, name = ''): Json | undefined => {
  if (Array.isArray(value) && isMap(schema.items)) {
    const { items } = schema;
    return value.flatMap((each) => {
      const found = fitted(items, each, name);
      return found === undefined ? [] : [found];
    });
  }
  if (!isMap(value) || !isMap(schema.properties)) return fits(schema, value) ? value : undefined;
  const properties = mapAt(schema, 'properties');
  const required = listAt(schema, 'required');
  const shown = [...new Set([...Object.keys(value), ...required.map(String)])].flatMap((key): [string, Json][] => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const given = Object.hasOwn(value, key) ? (value[key] as Json) : undefined;
    if (!isMap(property)) return given === undefined || !isMap(schema.additionalProperties) ? [] : [[key, given]];
    const found = given === undefined ? undefined : fitted(property, given, key);
    const isMissing = found === undefined && required.includes(key);
    const filled = isMissing ? sample(property, undefined, key, 1) : found;
    return filled === undefined ? [] : [[key, filled]];
  });
  const whole = Object.fromEntries(shown);
  return fits(schema, whole) ? whole : undefined;
};
