import { isRecord, own } from './fields.ts';
import { documentParts, privateFields } from './private-fields.ts';
import type { AnyUserOperation, Row } from './user-operation.ts';

// Which parts of a body are private: by the contract's schema of each property, and by the field that is written there.

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON Pointer (RFC 6901). */
export const pointerTo = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${escapeKey(String(key))}`).join('');

/** A schema, and all that are put together in it. */
const schemasIn = (schema: unknown): Record<string, unknown>[] =>
  isRecord(schema)
    ? [schema, ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => [list].flat().flatMap(schemasIn))]
    : [];

/** The places in a property at which a row's private fields stand; `*` is any element of a list. */
const privatePlaces = (row: Row): readonly (readonly string[])[] => {
  if (row.is === 'documents')
    return Object.entries(row.places).flatMap(([part, { path }]) =>
      own(documentParts, part) === 'private' ? [['*', ...path]] : [],
    );
  if (row.is !== 'fields') return [];
  return row.fields.flatMap((field) =>
    // Of fields that together are one value, all of it.
    privateFields.has(field) ? [own(row.codec.places, field)?.path ?? []] : [],
  );
};

type Path = readonly (string | number)[];

const privateBelow = (
  value: unknown,
  path: Path,
  schemas: readonly Record<string, unknown>[],
  places: readonly (readonly string[])[],
): string[] => {
  const isPrivate = schemas.some(({ format, writeOnly }) => format === 'password' || writeOnly === true);
  if (isPrivate || places.some((place) => place.length === 0)) return [pointerTo(path)];
  const placesAt = (key: string) => places.flatMap(([first, ...rest]) => (first === key ? [rest] : []));
  if (Array.isArray(value)) {
    const items = schemas.flatMap((schema) => schemasIn(schema.items));
    return value.flatMap((element, index) => privateBelow(element, [...path, index], items, placesAt('*')));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const inner = schemas.flatMap(({ properties }) =>
      schemasIn(isRecord(properties) ? own(properties, key) : undefined),
    );
    return privateBelow(child, [...path, key], inner, placesAt(key));
  });
};

/** Pointers to what is private in a body, from the body; a property that no row stands for is. */
export const privateIn = ({ rows, facts }: Pick<AnyUserOperation, 'rows' | 'facts'>, body: object): string[] =>
  Object.entries(body).flatMap(([property, value]) => {
    const row = own(rows, property);
    if (!row || row.is === 'unsent') return [pointerTo([property])];
    return privateBelow(value, [property], schemasIn(own(facts.schemas, property)), privatePlaces(row));
  });
