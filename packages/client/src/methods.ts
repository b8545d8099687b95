import type { CallOptions } from './options.ts';
import type { Result } from './result.ts';

// From the types that openapi-typescript makes of a contract to the methods of a client.

interface Read<Value> {
  readonly $read: Value;
}
interface Write<Value> {
  readonly $write: Value;
}

/** The key, unless its value is marked; `never`, of an object that stays empty, would pass for any mark. */
type Unless<Mark, Value, Key> = [NonNullable<Value>] extends [never]
  ? Key
  : NonNullable<Value> extends Mark
    ? never
    : Key;

/** A schema's type as a caller sends it: without what only the provider sets. */
type Sendable<Value> =
  Value extends Write<infer Inner>
    ? Sendable<Inner>
    : Value extends readonly (infer Element)[]
      ? Sendable<Element>[]
      : Value extends object
        ? {
            [Key in keyof Value as Unless<Read<unknown>, Value[Key], Key>]:
              | Sendable<Value[Key]>
              | OrUndefined<Value, Key>;
          }
        : Value;

/** `undefined` for what may be left out, also where a compiler tells the two apart. What is always `never` stays so. */
type OrUndefined<Value, Key extends keyof Value> = OrNull<Value, Key> extends never ? never : undefined;

/** `null` for what an answer may leave out, since it may then as well be null. What is always `never` stays so. */
type OrNull<Value, Key extends keyof Value> = [Value[Key]] extends [never]
  ? never
  : Record<never, never> extends Pick<Value, Key>
    ? null
    : never;

/** A schema's type as a caller gets it: without what is only sent. */
export type Received<Value> =
  Value extends Read<infer Inner>
    ? Received<Inner>
    : Value extends readonly (infer Element)[]
      ? Received<Element>[]
      : Value extends object
        ? {
            [Key in keyof Value as Unless<Write<unknown>, Value[Key], Key>]: Received<Value[Key]> | OrNull<Value, Key>;
          }
        : Value;

/** What a body holds, whatever its media type. */
type Json<Body> = Body extends { content: infer Content } ? Content[keyof Content] : never;

type Parameter<Operation, Place extends 'path' | 'query'> = Operation extends { parameters: infer Parameters }
  ? Place extends keyof Parameters
    ? Sendable<Parameters[Place]>
    : undefined
  : undefined;

/** `{ [Name]: Value }`, optional where the contract's part is, and absent where it has none. */
type Part<Name extends string, Value> = [NonNullable<Value>] extends [never]
  ? unknown
  : undefined extends Value
    ? { readonly [Key in Name]?: NonNullable<Value> | undefined }
    : { readonly [Key in Name]: Value };

/** The headers that a caller has to give; the client sends all others by itself. */
type Headers<Operation> = Operation extends { parameters: { header: infer Given } }
  ? { [Name in keyof Given as Record<never, never> extends Pick<Given, Name> ? never : Name]: Given[Name] }
  : Record<never, never>;

type Body<Operation> = Operation extends { requestBody: infer RequestBody }
  ? Sendable<Json<RequestBody>>
  : Operation extends { requestBody?: infer RequestBody }
    ? Sendable<Json<NonNullable<RequestBody>>> | undefined
    : undefined;

/** Leaves fields out of a type, of each alternative of a union by itself. */
type Without<Value, Fields extends string> = [Fields] extends [never]
  ? Value
  : Value extends object
    ? Omit<Value, Fields>
    : Value;

type KeyOfAny<Union> = Union extends object ? keyof Union : never;

/** Each alternative of a union without the fields that only others have, which TypeScript would let through. */
type Exclusive<Union, Alternative = Union> = Alternative extends object
  ? [Exclude<KeyOfAny<Union>, keyof Alternative>] extends [never]
    ? Alternative
    : Alternative & { readonly [Key in Exclude<KeyOfAny<Union>, keyof Alternative>]?: never }
  : Alternative;

/** What an operation is called with; `OwnFields` are those that the client sends itself. */
export type Input<Operation, OwnFields extends string = never> = Part<'path', Parameter<Operation, 'path'>> &
  Part<'query', Parameter<Operation, 'query'>> &
  ([keyof Headers<Operation>] extends [never] ? unknown : Part<'header', Headers<Operation>>) &
  Part<'body', Exclusive<Without<Body<Operation>, OwnFields>>>;

type SuccessStatus = 200 | 201 | 202 | 204;

type Answer<Response> = [Json<Response>] extends [never] ? undefined : Received<Json<Response>>;

/** What an operation answers; nothing where the contract has no body. */
export type Output<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses & SuccessStatus]: Answer<Responses[Status]> }[keyof Responses & SuccessStatus]
  : never;

/** Under this key a client says whose it is, so that no request goes to another provider. */
export const providerOf: unique symbol = Symbol.for('@amend/client provider');

/** One method per operation, by `operationId`. */
export type Methods<Operations, OwnFields extends string = never> = { readonly [providerOf]: string } & {
  readonly [Id in keyof Operations]: Record<never, never> extends Input<Operations[Id], OwnFields>
    ? (input?: Input<Operations[Id], OwnFields>, options?: CallOptions) => Promise<Result<Output<Operations[Id]>>>
    : (input: Input<Operations[Id], OwnFields>, options?: CallOptions) => Promise<Result<Output<Operations[Id]>>>;
};
