import { propertiesOf } from './body-properties.ts';
import { type FieldSchema, isField, isRecord } from './fields.ts';
import { type FieldState, fieldsFor } from './fields-for.ts';
import type { StatusWord } from './status.ts';
import type { AnyUserOperation } from './user-operation.ts';

const isText = ({ type }: FieldSchema): boolean =>
  type === 'string' || (Array.isArray(type) && type.includes('string'));

/** Whether an empty text is a value, and whether `null` clears. */
const emptiesOf = (operation: AnyUserOperation, field: string): { takesEmpty: boolean; clears: boolean } => {
  const { row } = propertiesOf(operation).byField.get(field) ?? {};
  if (row?.is !== 'fields') return { takesEmpty: false, clears: false };
  const encoded = row.codec.encode(new Map([[field, '']]), { today: '' });
  return { takesEmpty: !('issues' in encoded && encoded.issues.has(field)), clears: row.clears.includes(field) };
};

/** A list of documents without those kinds that are locked. */
const withoutKinds = ({ schema, kindLocks }: FieldState): FieldSchema => {
  const { items } = schema;
  if (!kindLocks || !isRecord(items) || !isRecord(items.properties) || !isRecord(items.properties.type)) return schema;
  const type = { ...items.properties.type, not: { enum: Object.keys(kindLocks) } };
  return { ...schema, items: { ...items, properties: { ...items.properties, type } } };
};

const schemaFor = (operation: AnyUserOperation, state: FieldState): FieldSchema => {
  const { field, label: title, editable, reason } = state;
  // Nothing fits, and it says why; to add no document changes nothing.
  if (!editable)
    return {
      title,
      description: reason,
      ...(state.schema.type === 'array' ? { type: 'array', maxItems: 0 } : { not: {} }),
    };
  const { takesEmpty, clears } = emptiesOf(operation, field);
  const given = withoutKinds(state);
  const least = typeof given.minLength === 'number' ? given.minLength : 0;
  const schema = isText(given) && !takesEmpty ? { ...given, minLength: Math.max(1, least) } : given;
  return clears ? { title, anyOf: [schema, { type: 'null' }] } : { title, ...schema };
};

/** An object of these properties and no others; a create needs some. */
const objectOf = (properties: Readonly<Record<string, FieldSchema>>, required: readonly string[]): FieldSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

/**
 * JSON Schema (2020-12) of the patches that an operation may carry out in a status, for those who write no TypeScript. It
 * takes no locked field and none that the provider has no place for, and holds values to our own form of a field too. What
 * depends on other values, on the day or on what is stored, such as parts that need each other, the plan alone tells.
 */
export const patchJsonSchema = (operation: AnyUserOperation, status: StatusWord = 'unknown'): FieldSchema => {
  const isCreate = operation.rules === undefined;
  const top: Record<string, FieldSchema> = {};
  const groups = new Map<string, { properties: Record<string, FieldSchema>; required: string[] }>();
  const required: string[] = [];
  for (const state of fieldsFor(operation, status)) {
    if (!isField(state.field)) continue;
    const [name = '', part] = state.field.split('.');
    const isNeeded = isCreate && state.required;
    if (isNeeded && !required.includes(name)) required.push(name);
    if (part === undefined) top[name] = schemaFor(operation, state);
    else {
      const group = groups.get(name) ?? { properties: {}, required: [] };
      groups.set(name, group);
      group.properties[part] = schemaFor(operation, state);
      if (isNeeded) group.required.push(part);
    }
  }
  for (const [name, group] of groups) top[name] = objectOf(group.properties, group.required);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${operation.provider} ${operation.operationId}, ${status}`,
    ...objectOf(top, required),
  };
};
