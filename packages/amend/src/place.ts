import type { FieldRule } from '@amend/contract';
import type { AnyAction, FieldsRow, Row } from './action.ts';
import type { FieldsCodec } from './codec.ts';
import type { FieldVerdict } from './plan-result.ts';
import { ruleOf } from './rules.ts';
import { holdsOdd, oddSign } from './text.ts';

/** A property of an action's body, and all that is known of it before there is a patch. */
export interface Place {
  readonly property: string;
  readonly row: Exclude<Row, FieldsRow> | FieldsRow<string>;
  readonly rule: FieldRule | undefined;
  /** The fields without which the contract does not take the body. */
  readonly required: readonly string[];
  /** What is said of each field that is sent: the same in every plan, so that it is made once. */
  readonly sent: ReadonlyMap<string, FieldVerdict>;
}

export interface Places {
  readonly all: readonly Place[];
  /** By the path of each field that has a place; of the provider's own properties too. */
  readonly byField: ReadonlyMap<string, Place>;
  /** The names in the operation's path that stand for the user's identifier. */
  readonly parameters: readonly string[];
}

/** A provider's own property: a field that is written as it is. */
const nativeRow = (field: string): FieldsRow<string> => {
  const missing = { missing: [field] };
  const isOdd = { issues: new Map([[field, oddSign]]) };
  const codec: FieldsCodec = {
    name: 'native',
    encode: (values) => {
      if (!values.has(field)) return missing;
      return holdsOdd(values.get(field)) ? isOdd : { wire: values.get(field) };
    },
    decode: (wire) => [[field, wire]],
  };
  return { is: 'fields', fields: [field], codec, clears: [field] };
};

/** What the contract finds missing in nothing. */
const requiredBy = ({ validate }: AnyAction): ReadonlySet<unknown> => {
  validate({});
  const missing = (validate.errors ?? []).filter(({ keyword }) => keyword === 'required');
  return new Set(missing.map(({ params }) => params.missingProperty));
};

/** The fields without which a property cannot be written. */
const neededFor = (row: Place['row']): readonly string[] => {
  const encoded = row.is === 'fields' ? row.codec.encode(new Map(), { today: '' }) : undefined;
  return encoded && 'missing' in encoded ? encoded.missing : [];
};

const sentOf = (property: string, row: Place['row']): Place['sent'] =>
  new Map(
    'fields' in row
      ? row.fields.map((field) => [field, Object.freeze({ field, verdict: 'send', property } as const)])
      : [],
  );

const findPlaces = (action: AnyAction): Places => {
  const required = requiredBy(action);
  const all = Object.entries(action.rows).map(([property, given]) => {
    const row = given.is === 'native' ? nativeRow(`native.${property}`) : given;
    return {
      property,
      row,
      rule: ruleOf(action, property),
      required: required.has(property) ? neededFor(row) : [],
      sent: sentOf(property, row),
    };
  });
  const pairs = all.flatMap((place) =>
    'fields' in place.row ? place.row.fields.map((field) => [field, place] as const) : [],
  );
  return { all, byField: new Map(pairs), parameters: action.path.match(/[^{}]+(?=\})/g) ?? [] };
};

const found = new WeakMap<AnyAction, Places>();

/** The places of an action's body, found once. */
export const placesOf = (action: AnyAction): Places => {
  const places = found.get(action) ?? findPlaces(action);
  found.set(action, places);
  return places;
};
