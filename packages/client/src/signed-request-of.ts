import type { WrittenRequest } from './attempt.ts';
import type { CallOptions } from './options.ts';
import type { Result } from './result.ts';

/** Under this key each method of a client has what makes its request and does not send it. */
export const unsent: unique symbol = Symbol.for('@amend/client unsent');

/** Why a call is refused before anything is sent. */
export type Refused = Extract<Result<never>, { readonly ok: false }>;

/**
 * The request that a method of a client would send now, signed as it would be: the same code makes both. Nothing is sent. Its
 * headers hold credentials, and its body what it was given.
 *
 * @example
 * const { headers, body } = await signedRequestOf(machnet.updateUser, { path: { user_id: id }, body: { city: 'Austin' } });
 *
 * @throws {ClientError} if the call would be refused as `invalid`.
 * @throws {TypeError} if the method is no client's, such as one that a test wrote.
 */
export const signedRequestOf = async <Input>(
  method: (input: Input, options?: CallOptions) => Promise<Result<unknown>>,
  input: Input,
): Promise<WrittenRequest> => {
  const make: unknown = Reflect.get(method, unsent);
  if (typeof make !== 'function')
    throw new TypeError('This is no method of a client, which alone can sign its request.');
  const made: WrittenRequest | Refused = await make(input);
  if ('error' in made) throw made.error;
  return made;
};
