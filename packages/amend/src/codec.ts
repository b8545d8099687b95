import type { Field } from './fields.ts';

/** What a plan tells a codec beside the values. */
export interface EncodeContext {
  /** ISO 8601, for rules about age. */
  readonly today: string;
}

/**
 * How one value is written by a provider. Both directions are pure and total: `encode` says what is wrong with a value,
 * in words that go on from its field's name, and `decode` gives nothing for what it does not understand.
 * `decode(encode(value))` is the value, unless `loss` says what is lost.
 */
export interface Codec {
  readonly name: string;
  readonly encode: (value: unknown, context: EncodeContext) => { readonly wire: unknown } | { readonly issue: string };
  readonly decode: (wire: unknown) => unknown;
  /** What two written values have in common if they mean the same; by default the value itself. */
  readonly normal?: (wire: unknown) => unknown;
  readonly loss?: string;
}

/** How fields become one property of a provider. */
export interface FieldsCodec extends Pick<Codec, 'name' | 'normal' | 'loss'> {
  /** Of the fields that are known; `missing` names those without which nothing can be written. */
  readonly encode: (
    values: ReadonlyMap<Field, unknown>,
    context: EncodeContext,
  ) =>
    | { readonly wire: unknown }
    | { readonly issues: ReadonlyMap<Field, string> }
    | { readonly missing: readonly Field[] };
  readonly decode: (wire: unknown) => readonly (readonly [Field, unknown])[];
  /** Whether a field that is not known could be lost when the others are sent. */
  readonly hasParts: boolean;
}

/** How an element of a list of documents is written: each property of ours as one of the provider's. */
export interface DocumentCodec {
  /** The provider's property that tells the kind; ours is `type`. */
  readonly kind: string;
  /** How the number of an SSN is written, where one travels among the documents. */
  readonly ssn?: Codec;
  readonly properties: Readonly<Record<string, { readonly wire: string; readonly codec: Codec }>>;
}
