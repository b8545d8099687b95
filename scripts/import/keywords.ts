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
  ...['$ref', '$anchor', '$defs', 'properties', 'items', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'nullable'],
  ...['example', 'examples', 'exclusiveMinimum', 'exclusiveMaximum', 'discriminator', 'xml', 'externalDocs'],
]);

const types = new Set<Json>(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
const isList = (value: Json): boolean => Array.isArray(value);
const isNumber = (value: Json): boolean => typeof value === 'number';
const isCount = (value: Json): boolean => typeof value === 'number' && value >= 0;
const isFlag = (value: Json): boolean => typeof value === 'boolean';
const isText = (value: Json): boolean => typeof value === 'string';
const isPlain = (value: Json): boolean => value === null || typeof value !== 'object';

/** What would be misread, or read as if it were not there. */
const forms: Readonly<Record<string, (value: Json) => boolean>> = {
  $ref: isText,
  type: (value) => [value].flat().every((each) => types.has(each)),
  format: isText,
  pattern: isText,
  properties: isMap,
  // In a parameter's place 3.0 has a boolean of this name.
  required: (value) => isFlag(value) || (isList(value) && [value].flat().every(isText)),
  enum: (value) => isList(value) && [value].flat().every(isPlain),
  items: (value) => isMap(value) || isFlag(value),
  additionalProperties: (value) => isMap(value) || isFlag(value),
  allOf: isList,
  anyOf: isList,
  oneOf: isList,
  ...Object.fromEntries(['nullable', 'readOnly', 'writeOnly', 'deprecated'].map((key) => [key, isFlag])),
  ...Object.fromEntries(['minimum', 'maximum'].map((key) => [key, isNumber])),
  ...Object.fromEntries(
    ['exclusiveMinimum', 'exclusiveMaximum'].map((key) => [key, (value: Json) => isFlag(value) || isNumber(value)]),
  ),
  ...Object.fromEntries(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map((key) => [key, isCount]),
  ),
};

/** The keyword of a schema that has no form in which it means something. */
export const malformedIn = (node: JsonObject): string | undefined =>
  Object.keys(node).find((key) => Object.hasOwn(forms, key) && !forms[key]?.(node[key] as Json));
