import type { Credentials, ProviderDescriptor, SignedRequest } from './provider-descriptor.ts';

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
  credentials: Credentials<Name>,
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
