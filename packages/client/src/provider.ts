import type { providerOf } from './methods.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import type { Result } from './result.ts';
import type { UnsignedRequest } from './send.ts';

// What each provider's package says of itself in `provider.ts`, for programs that work with all of them.

/** A request as it came. */
export interface SignedRequest extends UnsignedRequest {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Whether a request is from somebody with the credentials; `expired` if only its time speaks against it. */
export type Trust = 'trusted' | 'untrusted' | 'expired';

/** A method of any client: what it takes, only the provider's own types say. */
type AnyMethod = { method(input?: unknown, options?: CallOptions): Promise<Result<unknown>> }['method'];

/** A client of any provider: one method for each operation of its contracts. */
export type AnyClient = { readonly [providerOf]: string } & Readonly<Record<string, AnyMethod>>;

/** What has to be known of a provider to call it, or to stand in for it. */
export interface ProviderDescriptor<Name extends string = string> {
  readonly name: string;
  /** What a caller is known by, under the names of the client's options, with samples that nobody issues. */
  readonly credentials: Readonly<Record<Name, string>>;
  /**
   * The provider's client. A `baseUrl` is the one below which all versions of its API are.
   *
   * @throws {TypeError} if a credential or an option cannot be used.
   */
  connect(credentials: Readonly<Record<Name, string>>, options?: ClientOptions): AnyClient;
  /** The headers that say who calls, at a time in milliseconds since 1970. */
  sign(
    request: UnsignedRequest,
    credentials: Readonly<Record<Name, string>>,
    now: number,
  ): Promise<Record<string, string>>;
  /** The check that the provider makes of those headers. */
  verify(request: SignedRequest, credentials: Readonly<Record<Name, string>>, now: number): Promise<Trust>;
}

/** Compares in a time that tells nothing of where two texts differ. */
export const sameText = (sent: string | undefined, expected: string): boolean => {
  const given = sent ?? '';
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index++)
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index);
  return difference === 0;
};

/** Whether a request has these headers, with these values. */
export const hasHeaders = ({ headers }: SignedRequest, expected: Readonly<Record<string, string>>): boolean =>
  Object.entries(expected)
    .map(([name, value]) => sameText(headers[name.toLowerCase()], value))
    .every(Boolean);

/** Credentials that are sent as they are, each in its header. */
const keyHeaders = <Name extends string>(
  headers: Readonly<Record<Name, string>>,
  credentials: Readonly<Record<Name, string>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries<string>(headers).map(([name, header]) => [header, credentials[name as Name]]));

/**
 * The part of a descriptor that follows where the credentials are headers as they are.
 *
 * @param headers The header of each credential.
 */
export const byHeaders = <const Name extends string>(
  headers: Readonly<Record<Name, string>>,
): Pick<ProviderDescriptor<Name>, 'sign' | 'verify'> => ({
  sign: async (_, credentials) => keyHeaders(headers, credentials),
  verify: async (request, credentials) =>
    hasHeaders(request, keyHeaders(headers, credentials)) ? 'trusted' : 'untrusted',
});
