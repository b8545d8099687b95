import type { FieldRule, RoleRule, Source, Status } from '@amend/client/contract';
import type { Action, AnyAction, DocumentsRow } from './action.ts';
import type { Field } from './fields.ts';
import type { Patch } from './user.ts';

/** What a plan goes by: `unknown` allows only what every status allows. */
export type PlanStatus = Status | 'unknown';

/** Whether statuses allow it; an unknown one must be allowed whatever it turns out to be. */
export const allows = (updatable: readonly Status[], status: PlanStatus): boolean =>
  status === 'unknown'
    ? updatable.includes('unverified') && updatable.includes('verified')
    : updatable.includes(status);

/** The rule of a property; none for a create, which has no rules by status. */
export const ruleOf = (action: AnyAction, property: string): FieldRule | undefined => {
  const fields: Readonly<Record<string, FieldRule | RoleRule>> = action.rules?.fields ?? {};
  const rule = Object.hasOwn(fields, property) ? fields[property] : undefined;
  return rule && 'updatable' in rule ? rule : undefined;
};

/** When an element of an array may be sent; a kind that no rule names is locked once the user is verified. */
export const statusesOfKind = (rule: FieldRule, kind: unknown): readonly Status[] => {
  if (!rule.items) return rule.updatable;
  const { kinds } = rule.items;
  const statuses = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : ['unverified'];
  return rule.updatable.filter((status) => statuses?.includes(status));
};

const from = ([source]: readonly Source[]): string => (source ? ` (${source.from})` : '');

/** Why something is locked, and what would free it; the sentence goes on from the field's name. */
export const lockedBecause = (updatable: readonly Status[], status: PlanStatus, rule: FieldRule): string => {
  const source = from(rule.sources);
  if (updatable.length === 0) return `can never change${source}; leave it out`;
  if (status === 'unknown') return `may be locked${source}, and the status is not known; read the user's status first`;
  return status === 'verified'
    ? `cannot change once the user is verified${source}; leave it out`
    : `cannot change until the user is verified${source}; verify the user first`;
};

// The same at compile time.

/** A status that is not known stands for all of them. */
type Possible<S> = S extends Status ? S : Status;

/** Not a distributive conditional, which would allow what one of several statuses allows. */
type Allows<Updatable, S> = Updatable extends readonly unknown[]
  ? [Exclude<Possible<S>, Updatable[number]>] extends [never]
    ? true
    : false
  : true;

type RuleAt<Rules, Property> = Rules extends { readonly fields: infer Fields }
  ? Property extends keyof Fields
    ? Fields[Property]
    : unknown
  : unknown;

type UpdatableAt<Rules, Property> =
  RuleAt<Rules, Property> extends { readonly updatable: infer Updatable } ? Updatable : unknown;

/** A provider's body without what is locked in a status, and without what is no field of the user. */
export type Updatable<Body, Rules, S extends PlanStatus> = {
  [Property in keyof Body as RuleAt<Rules, Property> extends { readonly role: string }
    ? never
    : Allows<UpdatableAt<Rules, Property>, S> extends true
      ? Property
      : never]: Body[Property];
};

/** Stands where a locked field would: no value has this type, and its name says why. */
export interface Locked<Sentence extends string> {
  readonly locked: Sentence & { readonly never: never };
}

type SsnStatuses<Rules, Property, Kind> =
  RuleAt<Rules, Property> extends {
    readonly items: { readonly kinds: { readonly [Name in Kind & string]: infer Statuses } };
  }
    ? Statuses
    : UpdatableAt<Rules, Property>;

/** The fields that a row writes and that a status locks. */
type LockedIn<Rules, Property, RowType, S> =
  RowType extends DocumentsRow<infer Name, infer Kind>
    ?
        | (Allows<UpdatableAt<Rules, Property>, S> extends true ? never : Exclude<Name, 'ssn'>)
        | (Allows<SsnStatuses<Rules, Property, Kind>, S> extends true ? never : Extract<Name, 'ssn'>)
    : RowType extends { readonly fields: readonly (infer Name)[] }
      ? Allows<UpdatableAt<Rules, Property>, S> extends true
        ? never
        : Name
      : never;

/** The fields that an action may not change in a status. */
export type LockedField<A, S> =
  A extends Action<infer Rules, never, infer ActionRows>
    ? { [Property in keyof ActionRows]: LockedIn<Rules, Property, ActionRows[Property], S> }[keyof ActionRows] & Field
    : never;

type Sentence<Path extends string, S> = S extends 'verified'
  ? `${Path} cannot change once the user is verified`
  : S extends 'unverified'
    ? `${Path} cannot change until the user is verified`
    : `${Path} is locked in some status`;

type Unlocked<Path extends string, Value, LockedNames, S> = Path extends LockedNames
  ? Locked<Sentence<Path, [S] extends [Status] ? S : 'unknown'>>
  : Value;

/** A patch that an action may carry out in a status: a locked field does not compile. */
export type PatchFor<A, S, LockedNames = LockedField<A, S>> = {
  readonly [Name in keyof Patch]?: NonNullable<Patch[Name]> extends infer Value
    ? Value extends string | number | boolean
      ? Unlocked<Name, Patch[Name], LockedNames, S>
      : { readonly [Part in keyof Value]?: Unlocked<`${Name}.${Part & string}`, Value[Part], LockedNames, S> }
    : never;
};
