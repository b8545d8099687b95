import type { BodyProperty } from './body-properties.ts';
import { type Field, type FieldSchema, fields, isField, isRecord, own } from './fields.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** What a contract says of a value that our own schema of the field does not say. */
const constraints = [
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'enum',
  'const',
];

const constraintsIn = (schema: FieldSchema | undefined): FieldSchema =>
  Object.fromEntries(
    constraints.flatMap((keyword) => {
      const value = own(schema, keyword);
      // Whether a field can be cleared, its mapping says.
      return value === undefined ? [] : [[keyword, Array.isArray(value) ? value.filter((one) => one !== null) : value]];
    }),
  );

const childOf = (schema: unknown, key: string): FieldSchema | undefined => {
  const child = isRecord(schema) ? own(schema, key) : undefined;
  return isRecord(child) ? child : undefined;
};

const schemaAt = (schema: FieldSchema | undefined, path: readonly string[]): FieldSchema | undefined =>
  path.reduce<FieldSchema | undefined>(
    (inner, name) => (name === '*' ? childOf(inner, 'items') : childOf(childOf(inner, 'properties'), name)),
    schema,
  );

/** The same of a place below a value. */
export const schemaBelow = (schema: FieldSchema, path: readonly string[]): FieldSchema => schemaAt(schema, path) ?? {};

/** A document as it is added, under our names. */
const documentSchema = (places: BodyPlaces, items: FieldSchema | undefined): FieldSchema => {
  const names = Object.entries(places);
  const required = own(items, 'required');
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map(([name, { path, asItIs }]) => [
        name,
        { type: 'string', ...(asItIs && constraintsIn(schemaAt(items, path))) },
      ]),
    ),
    required: names.flatMap(([name, { path }]) => (path.some(isRequired) ? [name] : [])),
    additionalProperties: false,
  };
};

type BodyPlaces = Extract<BodyProperty['row'], { is: 'documents' }>['places'];

/** Where on the wire a field stands: `company_details.company_name`. */
export const wirePath = ({ property, row }: BodyProperty, field: string): string =>
  [property, ...((row.is === 'fields' && own(row.codec.places, field)?.path) || [])].join('.');

/**
 * JSON Schema of a field's value: ours, and the contract's own constraints wherever the value is written as it is; of a
 * property of the provider's own, the contract's schema alone.
 */
export const schemaOf = ({ facts }: AnyUserOperation, { property, row }: BodyProperty, field: string): FieldSchema => {
  const theirs = own(facts.schemas, property);
  if (!isField(field)) return theirs ?? {};
  const { schema } = fields[field as Field];
  if (row.is === 'documents' && field !== 'ssn')
    return { ...schema, items: documentSchema(row.places, childOf(theirs, 'items')) };
  const { path = [], asItIs = false } = (row.is === 'fields' && own(row.codec.places, field)) || {};
  return asItIs ? { ...schema, ...constraintsIn(schemaAt(theirs, path)) } : schema;
};
