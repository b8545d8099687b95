import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@amend/compiler/read';
import { isMap, listAt, mapAt } from './json.ts';

const typesOf = ({ type, properties, items }: JsonObject): Json[] => {
  if (type !== undefined) return [type].flat();
  if (properties !== undefined) return ['object'];
  return items === undefined ? [] : ['array'];
};

/** An object, a list, or a scalar; nothing for what may be anything. */
const sortOf = (schema: JsonObject): string | undefined => {
  const sorts = typesOf(schema)
    .filter((type) => type !== 'null')
    .map((type) => (type === 'object' || type === 'array' ? type : 'scalar'));
  return sorts.length > 0 && sorts.every((sort) => sort === sorts[0]) ? sorts[0] : undefined;
};

const isNull = (schema: JsonObject): boolean =>
  schema.type === 'null' || (Array.isArray(schema.enum) && schema.enum.every((value) => value === null));

const valuesOf = (schema: JsonObject): Json[] | undefined =>
  'const' in schema ? [schema.const as Json] : Array.isArray(schema.enum) ? schema.enum : undefined;

/** What is said of each in the same words. */
const shared = (schemas: readonly JsonObject[]): JsonObject => {
  const [first = {}, ...others] = schemas;
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((other) => isDeepStrictEqual(other[key], value))),
  );
};

const uniteTypes = (schemas: readonly JsonObject[]): JsonObject => {
  const types = [...new Set(schemas.flatMap(typesOf))];
  return types.length === 0 ? {} : { type: types.length === 1 ? (types[0] as Json) : types };
};

const uniteObjects = (schemas: readonly JsonObject[]): JsonObject => {
  const names = [...new Set(schemas.flatMap((schema) => Object.keys(mapAt(schema, 'properties'))))];
  const required = names.filter((name) => schemas.every((schema) => listAt(schema, 'required').includes(name)));
  const properties = names.map((name): [string, Json] => {
    const found = schemas.map((schema) => mapAt(schema, 'properties')[name]).filter(isMap);
    return [name, uniteSchemas(found)];
  });
  return {
    ...(names.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
    ...(schemas.some(({ additionalProperties: others }) => others !== false && others !== undefined) && {
      additionalProperties: true,
    }),
  };
};

const uniteScalars = (schemas: readonly JsonObject[]): JsonObject => {
  const values = schemas.map(valuesOf);
  return values.every((each) => each !== undefined) ? { enum: [...new Set(values.flatMap((each) => each ?? []))] } : {};
};

const uniters: Record<string, (schemas: readonly JsonObject[]) => JsonObject> = {
  object: uniteObjects,
  array: (schemas) => ({ items: uniteSchemas(schemas.map(({ items }) => items).filter(isMap)) }),
  scalar: uniteScalars,
};

const uniteSort = (sort: string, schemas: readonly JsonObject[]): JsonObject => {
  const { const: _, enum: __, required: ___, ...same } = shared(schemas);
  const described = schemas.find(({ description }) => typeof description === 'string');
  return {
    ...(described && { description: described.description as Json }),
    ...same,
    ...uniteTypes(schemas),
    ...uniters[sort]?.(schemas),
  };
};

/**
 * One schema that takes what any of them takes, and more: of objects all properties, of which those are required that
 * all require. Objects, lists and scalars stay apart, as an `anyOf`.
 */
export const uniteSchemas = (all: readonly JsonObject[]): JsonObject => {
  const schemas = all.filter((schema) => !isNull(schema));
  const isNullable = schemas.length < all.length;
  const [first = {}] = schemas;
  if (schemas.every((schema) => isDeepStrictEqual(schema, first))) return isNullable ? orNull(first) : first;
  const sorts = schemas.map(sortOf);
  if (sorts.includes(undefined)) return {};
  const united = [...new Set(sorts)].map((sort) =>
    uniteSort(
      sort ?? '',
      schemas.filter((_, index) => sorts[index] === sort),
    ),
  );
  const [only = {}, ...others] = united;
  const schema = others.length === 0 ? only : { anyOf: united };
  return isNullable ? orNull(schema) : schema;
};

const orNull = (schema: JsonObject): JsonObject => {
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  if ('const' in schema) return { anyOf: [schema, { type: 'null' }] };
  const types = typesOf(schema);
  return {
    ...schema,
    ...(types.length > 0 && { type: [...new Set([...types, 'null'])] }),
    ...(Array.isArray(schema.enum) && { enum: [...new Set([...schema.enum, null])] }),
  };
};
