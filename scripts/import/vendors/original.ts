import { formats } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { isMap, mapValues } from '../json.ts';

type Travels = 'request' | 'answer';

/** A schema with nothing changed but its dialect: what OpenAPI 3.0 has words of its own for, and what never goes this way. */
const inDialect = (node: Json, travels: Travels, isOld: boolean): Json => {
  if (Array.isArray(node)) return node.map((each) => inDialect(each, travels, isOld));
  if (!isMap(node)) return node;
  const reference = typeof node.$ref === 'string' && { $ref: node.$ref.replace(/^#/, 'vendor#') };
  // In 3.0 nothing that stands beside a $ref counts; of what vendors write there all the same, null is meant.
  if (isOld && reference) return node.nullable === true ? { anyOf: [reference, { type: 'null' }] } : reference;
  const { nullable, required, ...rest } = mapValues(node, (each) => inDialect(each, travels, isOld));
  // Bodies that may hold more than they name fit several alternatives, where vendors mean the one that is sent.
  const { oneOf, ...others } = rest;
  const alternatives = travels === 'request' && oneOf !== undefined ? { ...others, anyOf: oneOf } : rest;
  const hidden = travels === 'request' ? 'readOnly' : 'writeOnly';
  const isNeeded = (name: Json): boolean => {
    const property = isMap(node.properties) ? node.properties[String(name)] : undefined;
    return !(isMap(property) && property[hidden] === true);
  };
  // YAML reads a code such as 7371 as a number, whatever the type beside it says.
  const words = rest.type === 'string' &&
    Array.isArray(rest.enum) && { enum: rest.enum.map((word) => word && String(word)) };
  const schema: JsonObject = {
    ...alternatives,
    ...words,
    ...reference,
    ...(nullable !== undefined && nullable !== true && { nullable }),
    ...(required !== undefined && { required: Array.isArray(required) ? required.filter(isNeeded) : required }),
  };
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
};

/** A limit that is not reached, which 3.0 says by a boolean. */
const exclusive = (keyword: string, limit: string, isWithin: (value: number, limit: number) => boolean) => ({
  keyword,
  type: 'number' as const,
  schemaType: ['boolean' as const, 'number' as const],
  compile: (said: boolean | number, parent: AnySchemaObject) => (value: number) =>
    said === false || isWithin(value, typeof said === 'number' ? said : parent[limit]),
});

/** Judges values by the schemas of a vendor's own document; tells what is wrong. */
export const judgeOf = (document: JsonObject, travels: Travels) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
  for (const name of ['exclusiveMinimum', 'exclusiveMaximum']) ajv.removeKeyword(name);
  ajv.addKeyword(exclusive('exclusiveMinimum', 'minimum', (value, limit) => value > limit));
  ajv.addKeyword(exclusive('exclusiveMaximum', 'maximum', (value, limit) => value < limit));
  for (const [name, format] of Object.entries(formats)) if (format instanceof RegExp) ajv.addFormat(name, format);
  const isOld = String(document.openapi).startsWith('3.0');
  ajv.addSchema(inDialect(document, travels, isOld) as JsonObject, 'vendor');
  const known = new Map<Json, ReturnType<typeof ajv.compile>>();
  return (schema: JsonObject, value: unknown): string[] => {
    const check = known.get(schema) ?? ajv.compile(inDialect(schema, travels, isOld) as JsonObject);
    known.set(schema, check);
    return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};
