import type { Status } from '@amend/contract';
import type { Field } from './fields.ts';
import type { Allows, MeaningsIn, MemberAt, RuleAt, UpdatableAt, UpdatableOf } from './updatable.ts';
import type { DocumentsRow, UserOperation } from './user-operation.ts';

/** What both allow: no kind may be sent when the list may not. */
type Both<Updatable, Statuses> = Updatable extends readonly unknown[]
  ? Statuses extends readonly unknown[]
    ? readonly Extract<Updatable[number], Statuses[number]>[]
    : Updatable
  : Statuses;

type SsnStatuses<Rules, Property, Kind> =
  RuleAt<Rules, Property> extends {
    readonly items: { readonly kinds: { readonly [Name in Kind & string]: infer Statuses } };
  }
    ? Both<UpdatableAt<Rules, Property>, Statuses>
    : UpdatableAt<Rules, Property>;

/** The rule of a field in an object, by the shape that its codec has. */
type RuleIn<Rule, Shape, Name> = {
  [Step in keyof Shape]: Shape[Step] extends { readonly field: Name }
    ? MemberAt<Rule, Step>
    : Shape[Step] extends { readonly shape?: infer Inner }
      ? RuleIn<MemberAt<Rule, Step>, Inner, Name>
      : never;
}[keyof Shape];

/** The rule of a field; of one whose place no shape tells, that of the property. */
type RuleOfField<Rule, RowType, Name> = RowType extends { readonly codec: { readonly shape?: infer Shape } }
  ? [RuleIn<Rule, Shape, Name>] extends [never]
    ? Rule
    : RuleIn<Rule, Shape, Name>
  : Rule;

/** Those of some fields that a status locks, each by its own rule. */
type LockedNames<Rule, RowType, Name, S, Meanings> = Name extends unknown
  ? Allows<UpdatableOf<RuleOfField<Rule, RowType, Name>>, S, Meanings> extends true
    ? never
    : Name
  : never;

/** The fields that a row writes and that a status locks. */
type LockedIn<Rules, Property, RowType, S> =
  RowType extends DocumentsRow<infer Name, infer Kind>
    ?
        | (Allows<UpdatableAt<Rules, Property>, S, MeaningsIn<Rules>> extends true ? never : Exclude<Name, 'ssn'>)
        | (Allows<SsnStatuses<Rules, Property, Kind>, S, MeaningsIn<Rules>> extends true ? never : Extract<Name, 'ssn'>)
    : RowType extends { readonly fields: readonly (infer Name)[] }
      ? RuleAt<Rules, Property> extends { readonly members: unknown }
        ? LockedNames<RuleAt<Rules, Property>, RowType, Name, S, MeaningsIn<Rules>>
        : Allows<UpdatableAt<Rules, Property>, S, MeaningsIn<Rules>> extends true
          ? never
          : Name
      : never;

/** The fields that an operation may not change in a status; without one, those that it may never change. */
export type LockedField<A, S = undefined> =
  A extends UserOperation<infer Rules, never, infer Rows>
    ? { [Property in keyof Rows]: LockedIn<Rules, Property, Rows[Property], S> }[keyof Rows] & Field
    : never;

/** Whether a rule names words of the provider's. */
export type NamesWords<Updatable> = Updatable extends readonly unknown[]
  ? [Exclude<Updatable[number], Status>] extends [never]
    ? false
    : true
  : false;

/** The fields of a row whose rules do. */
type NamingIn<Rule, RowType> = RowType extends { readonly fields: readonly (infer Name)[] }
  ? Rule extends { readonly members: unknown }
    ? Name extends unknown
      ? NamesWords<UpdatableOf<RuleOfField<Rule, RowType, Name>>> extends true
        ? Name
        : never
      : never
    : NamesWords<UpdatableOf<Rule>> extends true
      ? Name
      : never
  : never;

export type NamingField<A> =
  A extends UserOperation<infer Rules, never, infer Rows>
    ? { [Property in keyof Rows]: NamingIn<RuleAt<Rules, Property>, Rows[Property]> }[keyof Rows]
    : never;
