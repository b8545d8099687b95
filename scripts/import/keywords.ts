import type { Json, JsonObject } from '@amend/compiler/read';
import { isMap } from './json.ts';

/** What is taken over as it is. */
export const kept = new Set([
  ...['type', 'format', 'enum', 'const', 'default', 'required', 'title', 'description', 'deprecated'],
  ...['readOnly', 'writeOnly', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
]);

/** What is read by a way of its own, or says nothing about the values. */
export const read = new Set([
  ...['$ref', 'properties', 'items', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'nullable'],
  ...['example', 'examples', 'exclusiveMinimum', 'exclusiveMaximum', 'discriminator', 'xml', 'externalDocs'],
]);

const types = new Set<Json>(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
const isList = (value: Json): boolean => Array.isArray(value);
const isNumber = (value: Json): boolean => typeof value === 'number' && value >= 0;

/** What would be misread, or read as if it were not there. */
const forms: Readonly<Record<string, (value: Json) => boolean>> = {
  $ref: (value) => typeof value === 'string',
  type: (value) => [value].flat().every((each) => types.has(each)),
  properties: isMap,
  required: (value) => typeof value === 'boolean' || isList(value),
  enum: isList,
  items: (value) => isMap(value) || typeof value === 'boolean',
  allOf: isList,
  anyOf: isList,
  oneOf: isList,
  pattern: (value) => typeof value === 'string',
  minLength: isNumber,
  maxLength: isNumber,
  minItems: isNumber,
  maxItems: isNumber,
};

/** The keyword of a schema that has no form in which it means something. */
export const malformedIn = (node: JsonObject): string | undefined =>
  Object.keys(node).find((key) => Object.hasOwn(forms, key) && !forms[key]?.(node[key] as Json));
