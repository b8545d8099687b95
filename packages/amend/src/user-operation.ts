import type { BodyFacts, UpdateRules, Validate, Verification } from '@amend/contract';
import type { Codec, FieldsCodec, Place } from './codec.ts';
import type { Field } from './fields.ts';
import type { User } from './user.ts';

// A mapping is a table: one row for each property of a provider's body, or of its answer.

/** A property that is written from one or more fields. */
export interface FieldsRow<Name extends string = Field> {
  readonly is: 'fields';
  readonly fields: readonly Name[];
  readonly codec: FieldsCodec;
  /** The fields that `null` clears, as the provider documents it. */
  readonly clears: readonly Name[];
  /** What a replacement that leaves the property out comes to, where every reading of the provider agrees. */
  readonly omitted?: unknown;
}

/** A list of documents, each written by `codec`, whose kind the provider's property `kind` tells. */
export interface DocumentsRow<Name extends Field = Field, Kind extends string | undefined = string | undefined> {
  readonly is: 'documents';
  readonly fields: readonly Name[];
  readonly codec: Codec;
  /** Where in an element each of our properties that can be written stands. */
  readonly places: Readonly<Record<string, Place>>;
  readonly kind: string;
  /** The kind in which the SSN travels. */
  readonly ssnKind: Kind;
}

/**
 * A property that no field stands for.
 *
 * - `native`: reached through the `native` slot.
 * - `id`: the provider's identifier of the user.
 * - `unsent`: the client has it, or the path says it.
 * - `constant`: always `value`.
 *
 * In an answer:
 *
 * - `status`: the word that tells how far the verification has come.
 * - `last-digits`: of the SSN, which alone are shown.
 * - `kind`: whether the user is a business, which `value` says.
 */
export interface OtherRow<Is extends string> {
  readonly is: Is;
  readonly value?: unknown;
}

export type Row = FieldsRow | DocumentsRow | OtherRow<'native' | 'id' | 'unsent' | 'constant'>;
export type ReadRow = FieldsRow | DocumentsRow | OtherRow<'native' | 'id' | 'status' | 'last-digits' | 'kind'>;

/** A call of a provider's client, by the names of its contract. */
export interface UserCall {
  readonly operation: string;
  readonly input: object;
}

/** A call that is about a user, from what is known of it; nothing if that is not enough. */
export type CallFor = (user: User) => UserCall | undefined;

/** How a provider's answer becomes a user. */
export interface Reader {
  /** Unless the answer itself says otherwise. */
  readonly kind: 'individual' | 'business';
  /** What its status words mean; nothing if the provider holds no status. */
  readonly verification: Verification | undefined;
  readonly rows: Readonly<Record<string, ReadRow>>;
  /** The user's record in an answer, which may stand in an envelope. */
  readonly recordIn: (response: unknown) => unknown;
  /** Answers with the user; left out where no call does. */
  readonly read?: CallFor;
  /** Answers with all users, among whom one is found by what is unique of it; left out where no one call does. */
  readonly list?: UserCall;
  /** Has the provider check who the user is; left out where it checks nobody. */
  readonly check?: CallFor;
}

/** The rules of any update body. */
export type AnyRules = UpdateRules<Record<string, unknown>>;

/** One operation of a provider that a plan can be made for. */
export interface UserOperation<Rules = unknown, Body = object, Rows = Readonly<Record<string, Row>>> {
  readonly provider: string;
  /** The client's method, too. */
  readonly operationId: string;
  /** The operation's path, whose parameters stand for the user's identifier. */
  readonly path: string;
  /** When each property may be sent; none for a create. */
  readonly rules: Rules;
  readonly rows: Rows;
  /** What may stand in each property, and where sources disagree about it. */
  readonly facts: BodyFacts;
  /** The contract's own check of the body. */
  readonly validate: Validate;
  /** Properties that the client still changes, and checks, before they are sent. */
  readonly preparedByClient?: readonly (keyof Body & string)[];
  /** How the answer becomes a user. */
  readonly reader: Reader;
}

/** Any of them, for code that works on all. */
export type AnyUserOperation = UserOperation<AnyRules | undefined, never>;

/** The operations of one kind of user, by name: `create`, `update`, or `replace` and `patch`. */
export type UserOperations = Readonly<Record<string, AnyUserOperation>>;

/** The kinds of users of a provider, the usual one first. */
export type Users = Readonly<Record<string, UserOperations>>;
