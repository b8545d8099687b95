import { type Field, type FieldFacts, fields } from './fields.ts';
import { type FieldState, statesOf } from './fields-for.ts';
import type { Account } from './plan.ts';
import { readCurrent, readInput } from './read-input.ts';
import { standingIn } from './status.ts';

/** What one provider says of a field. */
export interface FieldAt extends FieldState {
  readonly provider: string;
}

/** A field of one profile that several providers know. */
export interface SharedField extends FieldFacts {
  readonly field: Field;
  /** JSON Schema of what all of them take: ours, and each provider's that says more in `allOf`. */
  readonly schema: FieldFacts['schema'];
  readonly required: boolean;
  /** Whether it may change everywhere; a change of all is refused if one refuses it. */
  readonly editable: boolean;
  /** The providers that lock it. */
  readonly lockedBy: readonly string[];
  /** Of each account that has a place for it, in their order. */
  readonly places: readonly FieldAt[];
}

const standing = (account: Account): readonly FieldAt[] => {
  const { value, isWhole } = readCurrent(account);
  const known = (isWhole ? value : undefined) as Readonly<Record<string, unknown>> | undefined;
  const { status } = readInput(account);
  const { operation } = account;
  return statesOf(operation, standingIn(operation, isWhole ? status : 'unknown', known ?? {})).map((state) => ({
    ...state,
    provider: operation.provider,
  }));
};

const schemaOfAll = (field: Field, places: readonly FieldAt[]): FieldFacts['schema'] => {
  const { schema: ours } = fields[field];
  const texts = new Set(places.map(({ schema }) => JSON.stringify(schema)));
  texts.delete(JSON.stringify(ours));
  return texts.size === 0 ? ours : { ...ours, allOf: [...texts].map((text): unknown => JSON.parse(text)) };
};

/**
 * One form for one person at several providers: every field that some account has a place for, which of them are locked, and
 * because of whom. An account's status is read as `planAll` reads it. What only one provider has, `fieldsFor` tells.
 */
export const fieldsForAll = (accounts: readonly Account[]): SharedField[] => {
  const all = accounts.flatMap(standing);
  return (Object.keys(fields) as Field[]).flatMap((field): SharedField[] => {
    const places = all.filter((state) => state.field === field);
    if (places.length === 0) return [];
    const lockedBy = places.filter(({ editable }) => !editable).map(({ provider }) => provider);
    return [
      {
        field,
        label: fields[field].label,
        schema: schemaOfAll(field, places),
        required: places.some(({ required }) => required),
        editable: lockedBy.length === 0,
        lockedBy: [...new Set(lockedBy)],
        places,
      },
    ];
  });
};
