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
  /** Whether what is written is the value itself, so that what the contract says of the one it says of the other. */
  readonly asItIs?: boolean;
}

/** Where in a property a field stands, and whether it is written as it is. */
export interface Place extends Pick<Codec, 'asItIs'> {
  readonly path: readonly string[];
}

/** Values by the paths of their fields. */
export type Values = ReadonlyMap<string, unknown>;

/** How fields become one property of a provider. */
export interface FieldsCodec extends Pick<Codec, 'name' | 'normal' | 'loss'> {
  /** The fields without which nothing can be written. */
  readonly needs: readonly string[];
  /** Of all values that are known; what it needs may be missing. */
  readonly encode: (
    values: Values,
    context: EncodeContext,
  ) => { readonly wire: unknown } | { readonly issues: ReadonlyMap<string, string> };
  readonly decode: (wire: unknown) => readonly (readonly [string, unknown])[];
  /** By field; nothing for fields that together are one value. */
  readonly places?: Readonly<Record<string, Place>>;
}

/** An object of fields, each a member or in a member. */
export interface ObjectCodec<Shape> extends FieldsCodec {
  /** For the compiler alone, which looks up the rules of members by it: no codec has such a property. */
  readonly shape?: Shape;
}
