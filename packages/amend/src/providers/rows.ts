import type { DocumentsRow, FactRow, FieldsRow, OtherRow, ReadRow, Row } from '../action.ts';
import type { Codec, DocumentCodec, FieldsCodec } from '../codec.ts';
import type { Field } from '../fields.ts';

// What a provider's mapping file is written with.

/** A value that is one field, by itself. */
const single = (name: Field, { encode, decode, ...codec }: Codec): FieldsCodec => ({
  ...codec,
  hasParts: false,
  encode: (values, context) => {
    const value = values.get(name);
    if (value === undefined) return { missing: [name] };
    const encoded = value === null ? { wire: null } : encode(value, context);
    return 'issue' in encoded ? { issues: new Map([[name, encoded.issue]]) } : encoded;
  },
  decode: (wire) => [[name, decode(wire)]],
});

/** One field. */
export const field = <const Name extends Field>(
  name: Name,
  codec: Codec,
  { isCleared = false, ...options }: { isCleared?: boolean; omitted?: unknown } = {},
): FieldsRow<Name> => ({
  is: 'fields',
  fields: [name],
  codec: single(name, codec),
  clears: isCleared ? [name] : [],
  ...options,
});

/** Several fields in one value; `clears` names those that `null` clears. */
export const group = <const Name extends Field>(
  fields: readonly Name[],
  codec: FieldsCodec,
  clears: readonly Name[] = [],
): FieldsRow<Name> => ({ is: 'fields', fields, codec, clears });

export const physicalDocuments = (codec: DocumentCodec): DocumentsRow<'documents.physical', undefined> => ({
  is: 'documents',
  fields: ['documents.physical'],
  codec,
  ssnKind: undefined,
});

export const virtualDocuments = <const Kind extends string>(
  codec: DocumentCodec,
  ssnKind: Kind,
): DocumentsRow<'documents.virtual' | 'ssn', Kind> => ({
  is: 'documents',
  fields: ['documents.virtual', 'ssn'],
  codec,
  ssnKind,
});

export const native = { is: 'native' } as const satisfies OtherRow;
export const identifier = { is: 'identifier' } as const satisfies OtherRow;
export const credential = { is: 'credential' } as const satisfies OtherRow;
export const constant = (value: unknown) => ({ is: 'constant', value }) as const satisfies OtherRow;

// Of answers only.
export const id: FactRow = { is: 'id' };
export const status: FactRow = { is: 'status' };
export const lastDigits: FactRow = { is: 'last-digits' };
export const kind = (business: unknown): FactRow => ({ is: 'kind', business });

/** One row per property of a type, and no others: a missing or a surplus row does not compile. */
type Exactly<Type, AnyRow, Given> = { readonly [Property in keyof Required<Type>]: AnyRow } & {
  readonly [Surplus in Exclude<keyof Given, keyof Type>]: never;
};

/** The rows of a body. `satisfies` would let a surplus row pass that comes from a spread. */
export const rowsFor =
  <Body>() =>
  <const Given>(rows: Given & Exactly<Body, Row, Given>): Given =>
    rows;

/** The rows of a response. */
export const readRowsFor =
  <Response>() =>
  <const Given>(rows: Given & Exactly<Response, ReadRow, Given>): Given =>
    rows;

/** A provider's object, each property a field. */
export const objectOf = (
  properties: Readonly<Record<string, { readonly field: Field; readonly codec: Codec; readonly required?: boolean }>>,
): FieldsCodec => ({
  name: 'objectOf',
  hasParts: true,
  encode: (values, context) => {
    const wire: Record<string, unknown> = {};
    const issues = new Map<Field, string>();
    const missing: Field[] = [];
    for (const [name, { field, codec, required }] of Object.entries(properties)) {
      const value = values.get(field);
      if (value === undefined) {
        if (required) missing.push(field);
        continue;
      }
      const encoded = value === null ? { wire: null } : codec.encode(value, context);
      if ('wire' in encoded) wire[name] = encoded.wire;
      else issues.set(field, encoded.issue);
    }
    if (issues.size > 0) return { issues };
    return missing.length > 0 ? { missing } : { wire };
  },
  decode: (wire) => {
    if (typeof wire !== 'object' || wire === null) return [];
    return Object.entries(properties).map(([name, { field, codec }]) => [
      field,
      Object.hasOwn(wire, name) ? codec.decode(Reflect.get(wire, name)) : undefined,
    ]);
  },
});
