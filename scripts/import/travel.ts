import { isSensitive } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import type { Drop } from './flatten.ts';
import { isMap, listAt, mapAt, mapsAt, mapValues } from './json.ts';
import { isObject, plainSchema, type Way } from './plain-schema.ts';

const anyJson = ({ description }: JsonObject): JsonObject => ({
  description: `Any JSON. ${typeof description === 'string' ? description : ''}`.trim(),
});

/** Annotations of what may be anything, and no more. */
const isVague = (schema: JsonObject): boolean =>
  !isObject(schema) && ['type', 'enum', 'const', 'anyOf', 'items'].every((key) => schema[key] === undefined);

/** A name that code and validators can hold. */
const isName = (name: string): boolean => /^[\x20-\x7e]+$/.test(name) && name !== '__proto__';

/** A value that is only sent, and each element of a list of such. */
const secret = ({ examples: _, default: __, ...schema }: JsonObject): JsonObject => ({
  ...schema,
  ...(isMap(schema.items) ? { items: secret(schema.items) } : { format: 'password' }),
  writeOnly: true,
});

const hidden = { request: 'readOnly', answer: 'writeOnly' } as const;

/** A schema as it is sent, or as it is answered; the property that calls name the user by is no secret. */
export const travelling = (schema: JsonObject, way: Way, drop: Drop, id?: Json): JsonObject => {
  const inside = (each: Json | undefined) => travelling(isMap(each) ? each : {}, way, drop, id);

  const propertyOf = (name: string, property: Json): Json | undefined => {
    if (!isMap(property) || property[hidden[way]] === true) return undefined;
    if (!isName(name)) {
      drop(property, 'the name of this property is not ASCII, so it is left out');
      return undefined;
    }
    if (!isSensitive(name) || property === id) return inside(property);
    if (way === 'answer') {
      drop(property, `${name} is a secret or a number of identity, and left out of answers`);
      return undefined;
    }
    return secret(inside(property));
  };

  const others = schema.additionalProperties;
  const isMapOf = isMap(others) && !isVague(others);

  const object = (): JsonObject => {
    const properties = mapValues(mapAt(schema, 'properties'), (property, name) => propertyOf(name, property));
    const required = [...new Set(listAt(schema, 'required'))].filter((name) => Object.hasOwn(properties, String(name)));
    const hasNames = Object.keys(properties).length > 0;
    return {
      type: schema.type ?? 'object',
      ...(required.length > 0 && { required }),
      ...(way === 'request' && hasNames && { additionalProperties: false }),
      ...((way === 'answer' || !hasNames) && isMapOf && { additionalProperties: inside(others) }),
      ...(hasNames && { properties }),
    };
  };

  const { maxProperties, ...open } = plainSchema(schema, drop);
  // An answer may have properties that nobody knows of yet.
  const said = way === 'request' && maxProperties !== undefined ? { ...open, maxProperties } : open;
  if (Array.isArray(schema.anyOf)) return { ...said, anyOf: mapsAt(schema, 'anyOf').map(inside) };
  if (isObject(schema)) {
    const whole = { ...said, ...object() };
    const isFree = whole.properties === undefined && whole.additionalProperties === undefined;
    return way === 'request' && isFree ? { ...whole, ...anyJson(said) } : whole;
  }
  if ([schema.type].flat().includes('array') || schema.items !== undefined)
    return { ...said, type: schema.type ?? 'array', items: inside(schema.items) };
  return way === 'request' && isVague(schema) ? anyJson(said) : said;
};
