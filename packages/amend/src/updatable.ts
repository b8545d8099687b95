import type { Meaning, Status, VerificationStatus } from '@amend/contract';

// The rules at compile time; rules.ts has them at run time.

/** What the provider's words mean that the rules name. */
export type MeaningsIn<Rules> = Rules extends {
  readonly words: infer Words extends { readonly [Word in string]: Meaning };
}
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
export type IsLeftOpen<S> = 0 extends 1 & S ? false : [S] extends [undefined] ? true : false;

/**
 * Not a distributive conditional, which would allow what one of several statuses allows. What no status allows does not
 * depend on the one that is left open.
 */
export type Allows<Updatable, S, Meanings> = Updatable extends readonly unknown[]
  ? IsLeftOpen<S> extends true
    ? [Updatable[number]] extends [never]
      ? false
      : true
    : [Denied<Updatable[number], S, Meanings>] extends [never]
      ? true
      : false
  : true;

export type RuleAt<Rules, Property> = Rules extends { readonly properties: infer Properties }
  ? Property extends keyof Properties
    ? Properties[Property]
    : unknown
  : unknown;

export type UpdatableOf<Rule> = Rule extends { readonly updatable: infer Updatable } ? Updatable : unknown;

export type UpdatableAt<Rules, Property> = UpdatableOf<RuleAt<Rules, Property>>;

/** The rule of a member: that of what it stands in, if it has none of its own. */
export type MemberAt<Rule, Name> = Rule extends { readonly members: infer Members }
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
