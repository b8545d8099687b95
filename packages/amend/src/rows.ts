import type { Codec, FieldsCodec, ObjectCodec } from './codec.ts';
import { readOnly } from './codecs.ts';
import { type Field, isRecord, own } from './fields.ts';
import { holdsOdd, oddSign } from './text.ts';
import type { CallFor, DocumentsRow, FieldsRow, ReadRow, Row } from './user-operation.ts';

// What a provider's mapping file is written with.

/** A value that is one field, by itself. */
const single = (name: string, { encode, decode, asItIs = false, ...codec }: Codec): FieldsCodec => ({
  ...codec,
  places: { [name]: { path: [], asItIs } },
  needs: [name],
  encode: (values, context) => {
    const value = values.get(name);
    if (value === undefined || value === null) return { wire: value };
    const encoded = encode(value, context);
    return 'issue' in encoded ? { issues: new Map([[name, encoded.issue]]) } : encoded;
  },
  decode: (wire) => [[name, decode(wire)]],
});

/** What the contract alone knows, as it is. */
const anyJson: Codec = {
  name: 'native',
  encode: (value) => (holdsOdd(value) ? { issue: oddSign } : { wire: value }),
  decode: (wire) => wire,
  asItIs: true,
};

/** A provider's own property: a field of its own, which is written as it is. */
export const nativeRow = (field: string): FieldsRow<string> => ({
  is: 'fields',
  fields: [field],
  codec: single(field, anyJson),
  clears: [field],
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
export const group = <const Name extends Field, Written extends FieldsCodec>(
  fields: readonly Name[],
  codec: Written,
  clears: readonly Name[] = [],
): FieldsRow<Name> & { readonly codec: Written } => ({ is: 'fields', fields, codec, clears });

/** How an element of a list of documents is written: each property of ours as one of the provider's. */
export interface DocumentCodec {
  /** The provider's property that tells the kind; ours is `type`. */
  readonly kind: string;
  /** How the number of an SSN is written, where one travels among the documents. */
  readonly ssn?: Codec;
  readonly properties: Readonly<Record<string, { readonly wire: string; readonly codec: Codec }>>;
}

/** A property that the provider has no place for is an issue, so that nothing is dropped. */
const documentOf = ({ kind, ssn, properties }: DocumentCodec, ssnKind: string | undefined): Codec => ({
  name: 'documentOf',
  encode: (document, context) => {
    if (!isRecord(document)) return { issue: 'must be a document' };
    const wire: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(document)) {
      if (value === undefined) continue;
      const property = own(properties, name);
      if (!property) return { issue: 'holds a property that this provider has no place for' };
      const isSsn = name === 'number' && document.type === ssnKind;
      const encoded = ((isSsn && ssn) || property.codec).encode(value, context);
      if ('issue' in encoded) return { issue: `cannot be written: its ${name} ${encoded.issue}` };
      wire[property.wire] = encoded.wire;
    }
    return Object.hasOwn(wire, kind) ? { wire } : { issue: 'must have a type' };
  },
  decode: (wire) => {
    if (!isRecord(wire)) return undefined;
    const read = Object.entries(properties).map(
      ([name, { wire: property, codec }]) => [name, codec.decode(own(wire, property))] as const,
    );
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  },
});

const placesOf = ({ properties }: DocumentCodec): DocumentsRow['places'] =>
  Object.fromEntries(
    Object.entries(properties).flatMap(
      ([
        name,
        {
          wire,
          codec: { name: codec, asItIs = false },
        },
      ]) => (codec === readOnly.name ? [] : [[name, { path: [wire], asItIs }]]),
    ),
  );

export const physicalDocuments = (codec: DocumentCodec): DocumentsRow<'documents.physical', undefined> => ({
  is: 'documents',
  fields: ['documents.physical'],
  codec: documentOf(codec, undefined),
  places: placesOf(codec),
  kind: codec.kind,
  ssnKind: undefined,
});

export const virtualDocuments = <const Kind extends string>(
  codec: DocumentCodec,
  ssnKind: Kind,
): DocumentsRow<'documents.virtual' | 'ssn', Kind> => ({
  is: 'documents',
  fields: ['documents.virtual', 'ssn'],
  codec: documentOf(codec, ssnKind),
  places: placesOf(codec),
  kind: codec.kind,
  ssnKind,
});

export const native = { is: 'native' } as const;
export const id = { is: 'id' } as const;
export const unsent = { is: 'unsent' } as const;
export const constant = (value: unknown) => ({ is: 'constant', value }) as const;

// Of answers only.
export const status = { is: 'status' } as const;
export const lastDigits = { is: 'last-digits' } as const;
export const kind = (business: unknown) => ({ is: 'kind', value: business }) as const;

/** The properties that may have a value: what only the provider sets is `never` in a body. */
type Held<Type> = keyof {
  [Property in keyof Type as [Type[Property]] extends [undefined] ? never : Property]-?: unknown;
};

/** One row per property of a type, and no others: a missing or a surplus row does not compile. */
type Exactly<Type, AnyRow, Given> = { readonly [Property in Held<Type>]: AnyRow } & {
  readonly [Surplus in Exclude<keyof Given, Held<Type>>]: never;
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

/** A field, or what stands in the object whenever it is written. */
type Member =
  | { readonly field: Field; readonly codec: Codec; readonly required?: boolean }
  | { readonly value: string | number | boolean };

/** What `null` clears is written as null, since the object itself goes on being there. */
const memberOf = (member: Member | FieldsCodec): FieldsCodec => {
  if ('value' in member) {
    const { value } = member;
    return { name: 'constant', needs: [], encode: () => ({ wire: value }), decode: () => [] };
  }
  if (!('field' in member)) return member;
  const { field, codec, required = false } = member;
  return { ...single(field, codec), needs: required ? [field] : [] };
};

const isEmpty = (wire: unknown): boolean => wire === undefined || (isRecord(wire) && Object.keys(wire).length === 0);

/** A provider's object, each property a field, or an object of fields. */
export const objectOf = <const Shape extends Readonly<Record<string, Member | FieldsCodec>>>(
  properties: Shape,
): ObjectCodec<Shape> => {
  const members = Object.entries(properties).map(([name, member]) => [name, memberOf(member)] as const);
  return {
    name: 'objectOf',
    needs: members.flatMap(([, { needs }]) => needs),
    encode: (values, context) => {
      const wire: Record<string, unknown> = {};
      const issues = new Map<string, string>();
      let isNeeded = false;
      for (const [name, { name: codec, encode }] of members) {
        const encoded = encode(values, context);
        if ('issues' in encoded) for (const [field, issue] of encoded.issues) issues.set(field, issue);
        else if (!isEmpty(encoded.wire)) {
          wire[name] = encoded.wire;
          isNeeded ||= codec !== 'constant';
        }
      }
      return issues.size > 0 ? { issues } : { wire: isNeeded ? wire : {} };
    },
    places: Object.fromEntries(
      members.flatMap(([name, { places = {} }]) =>
        Object.entries(places).map(([field, { path, ...place }]) => [field, { ...place, path: [name, ...path] }]),
      ),
    ),
    decode: (wire) => (isRecord(wire) ? members.flatMap(([name, { decode }]) => decode(own(wire, name))) : []),
  };
};

/**
 * A provider's list that holds one such value: what is written is then all that it holds, and of several none is read, since
 * nobody knows which is meant.
 */
export const listOfOne = ({ places = {}, ...codec }: FieldsCodec): FieldsCodec => ({
  ...codec,
  name: 'listOfOne',
  loss: "is then all that the provider's list holds; look at what it held before",
  encode: (values, context) => {
    const encoded = codec.encode(values, context);
    if ('issues' in encoded) return encoded;
    return { wire: isEmpty(encoded.wire) ? undefined : [encoded.wire] };
  },
  places: Object.fromEntries(
    Object.entries(places).map(([field, { path, ...place }]) => [field, { ...place, path: ['*', ...path] }]),
  ),
  decode: (wire) => (Array.isArray(wire) && wire.length === 1 ? codec.decode(wire[0]) : []),
});

/** A call whose path names the user. */
export const byId =
  <const Id extends string>(
    operations: Readonly<Record<Id, { readonly path: string }>>,
    operation: NoInfer<Id>,
  ): CallFor =>
  ({ id }) => {
    if (id === undefined) return undefined;
    const parameters = operations[operation].path.match(/[^{}]+(?=\})/g) ?? [];
    return { operation, input: { path: Object.fromEntries(parameters.map((name) => [name, id])) } };
  };
