import type { locks, Meaning, Status, VerificationStatus } from '@amend/contract';
import type { Field } from './fields.ts';
import type { Patch } from './user.ts';
import type { DocumentsRow, UserOperation } from './user-operation.ts';

// The rules at compile time; rules.ts has them at run time.

/** What the provider's words mean that the rules name. */
type MeaningsIn<Rules> = Rules extends { readonly words: infer Words extends { readonly [Word in string]: Meaning } }
  ? Words
  : { readonly [Word in never]: Meaning };

/** The provider's words that the rules name. */
export type WordIn<Rules> = keyof MeaningsIn<Rules> & string;

/** One that stands for all of them, and for those in which nothing may change. */
type DeniedUnknown<Statuses, Means> = 'frozen' extends Means ? 'frozen' : Exclude<Status, Statuses>;

/** Of the statuses that may be, those that do not allow it; one that is not known stands for all of them. */
type Denied<Statuses, S, Meanings> = S extends Status
  ? Exclude<S, Statuses>
  : S extends keyof Meanings
    ? S extends Statuses
      ? never
      : Meanings[S] extends Status
        ? Exclude<Meanings[S], Statuses>
        : Meanings[S] extends 'frozen'
          ? S
          : Exclude<Status, Statuses>
    : DeniedUnknown<Statuses, Meanings[keyof Meanings]>;

/** A status that the code does not name: the plan itself takes it from `current`. `any` is no such thing. */
type IsLeftOpen<S> = 0 extends 1 & S ? false : [S] extends [undefined] ? true : false;

/**
 * Not a distributive conditional, which would allow what one of several statuses allows. What no status allows does not
 * depend on the one that is left open.
 */
type Allows<Updatable, S, Meanings> = Updatable extends readonly unknown[]
  ? IsLeftOpen<S> extends true
    ? [Updatable[number]] extends [never]
      ? false
      : true
    : [Denied<Updatable[number], S, Meanings>] extends [never]
      ? true
      : false
  : true;

type RuleAt<Rules, Property> = Rules extends { readonly properties: infer Properties }
  ? Property extends keyof Properties
    ? Properties[Property]
    : unknown
  : unknown;

type UpdatableOf<Rule> = Rule extends { readonly updatable: infer Updatable } ? Updatable : unknown;

type UpdatableAt<Rules, Property> = UpdatableOf<RuleAt<Rules, Property>>;

/** The rule of a member: that of what it stands in, if it has none of its own. */
type MemberAt<Rule, Name> = Rule extends { readonly members: infer Members }
  ? Name extends keyof Members
    ? Members[Name]
    : { readonly updatable: UpdatableOf<Rule> }
  : Rule;

/** An object that is merged, without the members that are locked. What is replaced needs them, as they are. */
type Unheld<Value, Rule, S, Meanings> = Rule extends { readonly members: infer Members; readonly merges: true }
  ? {
      [Name in keyof Value as Allows<UpdatableOf<MemberAt<Rule, Name>>, S, Meanings> extends true
        ? Name
        : never]: Name extends keyof Members ? Unheld<Value[Name], Members[Name], S, Meanings> : Value[Name];
    }
  : Value;

/** A provider's body without what is locked in a status, and without what is no field of the user. */
export type Updatable<Body, Rules, S extends VerificationStatus | WordIn<Rules>> = {
  [Property in keyof Body as RuleAt<Rules, Property> extends { readonly role: string }
    ? never
    : Allows<UpdatableAt<Rules, Property>, S, MeaningsIn<Rules>> extends true
      ? Property
      : never]: Unheld<Body[Property], RuleAt<Rules, Property>, S, MeaningsIn<Rules>>;
};

/** Stands where a locked field would: no value has this type, and its name says why. */
export interface Locked<Sentence extends string> {
  readonly locked: Sentence & { readonly never: never };
}

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
type NamesWords<Updatable> = Updatable extends readonly unknown[]
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

type NamingField<A> =
  A extends UserOperation<infer Rules, never, infer Rows>
    ? { [Property in keyof Rows]: NamingIn<RuleAt<Rules, Property>, Rows[Property]> }[keyof Rows]
    : never;

type LockOf<Means, IsNaming> = Means extends 'frozen'
  ? 'frozen'
  : IsNaming extends true
    ? 'word'
    : Means extends keyof typeof locks
      ? Means
      : 'unknown';

/** The run time's own sentence; of what never changes too, where the status is left open. */
type Why<S, Meanings, IsNaming> = (typeof locks)[IsLeftOpen<S> extends true
  ? 'never'
  : [S] extends ['verified']
    ? LockOf<'verified', IsNaming>
    : [S] extends ['unverified']
      ? LockOf<'unverified', IsNaming>
      : [S] extends [keyof Meanings]
        ? LockOf<Meanings[S], IsNaming>
        : 'unknown'];

// Written out in both places: of an alias the compiler shows the name, and not the sentence.
type Unlocked<Path extends string, Value, LockedNames, NeverNames, S, Meanings, Naming> = Path extends LockedNames
  ? Locked<`${Path} ${Why<Path extends NeverNames ? undefined : S, Meanings, Path extends Naming ? true : false>}`>
  : Value;

type MeaningsFor<A> = A extends UserOperation<infer Rules, never, infer _> ? MeaningsIn<Rules> : object;

/**
 * A patch that an operation may carry out in a status: a locked field does not compile. Without a status, those fields do not
 * that no status unlocks.
 */
export type PatchFor<
  A,
  S = undefined,
  LockedNames = LockedField<A, S>,
  NeverNames = LockedField<A>,
  Meanings = MeaningsFor<A>,
  Naming = NamingField<A>,
> = {
  readonly [Name in keyof Patch]?: NonNullable<Patch[Name]> extends infer Value
    ? Value extends string | number | boolean
      ? Unlocked<Name, Patch[Name], LockedNames, NeverNames, S, Meanings, Naming>
      : {
          readonly [Part in keyof Value]?: Unlocked<
            `${Name}.${Part & string}`,
            Value[Part],
            LockedNames,
            NeverNames,
            S,
            Meanings,
            Naming
          >;
        }
    : never;
};

/** A lock of a property, or a member, in words. */
type LockedAt<Path extends string, Rule, S, Meanings> = Locked<`${Path} ${Why<
  Allows<UpdatableOf<Rule>, undefined, object> extends true ? S : undefined,
  Meanings,
  NamesWords<UpdatableOf<Rule>>
>}`>;

/** A value of the provider's own: of an object that is merged, a member that is locked does not compile. */
type NativeValue<Path extends string, Value, Rule, S, Meanings> =
  Allows<UpdatableOf<Rule>, S, Meanings> extends true
    ? Rule extends { readonly members: infer Members; readonly merges: true }
      ? Value extends object
        ? {
            [Name in keyof Value]: Name extends keyof Members
              ? NativeValue<`${Path}.${Name & string}`, Value[Name], Members[Name], S, Meanings>
              : Value[Name];
          }
        : Value
      : Value
    : LockedAt<Path, Rule, S, Meanings>;

/** The properties that no field stands for, under the provider's own names; one that is locked does not compile. */
export type NativeFor<Body, Rules, Rows, S = undefined> = {
  readonly [Property in keyof Body & keyof Rows as Rows[Property] extends { readonly is: 'native' }
    ? Property
    : never]?: NativeValue<
    `native.${Property & string}`,
    Body[Property],
    RuleAt<Rules, Property>,
    S,
    MeaningsIn<Rules>
  >;
};
