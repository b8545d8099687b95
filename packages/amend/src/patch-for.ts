import type { locks } from '@amend/contract';
import type { LockedField, NamesWords, NamingField } from './locked-field.ts';
import type { Allows, IsLeftOpen, MeaningsIn, RuleAt, UpdatableOf } from './updatable.ts';
import type { Patch } from './user.ts';
import type { UserOperation } from './user-operation.ts';

/** Stands where a locked field would: no value has this type, and its name says why. */
export interface Locked<Sentence extends string> {
  readonly locked: Sentence & { readonly never: never };
}

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
      ? Unlocked<Name, Patch[Name], LockedNames, NeverNames, S, Meanings, Naming> | undefined
      :
          | {
              readonly [Part in keyof Value]?:
                | Unlocked<`${Name}.${Part & string}`, Value[Part], LockedNames, NeverNames, S, Meanings, Naming>
                | undefined;
            }
          | undefined
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
