import { hmac, sha512, toBase64, toUtf8, type UnsignedRequest } from '@amend/client';
import { headers } from './generated/v4/operations.ts';

/** What the gateway knows a program by; the secret is never sent. */
export interface SigningKey {
  readonly username: string;
  readonly secret: string;
}

/** What an Ingo integration manager issues to a program. */
export interface IngoCredentials extends SigningKey {
  readonly apiKey: string;
}

const contentType = 'application/json';

/** The first name in the list of what is signed; it stands for method, path and version. */
const requestLine = 'request-line';

/** What that name stands for: method, path with query, and version. */
export const lineOf = ({ method, url }: UnsignedRequest): string => {
  const { pathname, search } = new URL(url);
  return `${method} ${pathname}${search} HTTP/1.1`;
};

type SignedHeader = readonly [name: string, value: string];

/**
 * The text that is signed: the request line, then `name: value` for each header in order, without a final line feed.
 *
 * Source: the vector of Basis Theory's public example for this gateway.
 */
const signingString = (line: string, signed: readonly SignedHeader[]): string =>
  [line, ...signed.map(([name, value]) => `${name}: ${value}`)].join('\n');

/** The raw HMAC-SHA512 of that text, in Base64. */
export const signatureOf = async (secret: string, line: string, signed: readonly SignedHeader[]): Promise<string> =>
  toBase64(await hmac('SHA-512', secret, signingString(line, signed)));

/**
 * The `Authorization` header: scheme `hmac`, HMAC-SHA512, in Base64 of the raw bytes.
 *
 * Source: developers.ingopayments.com/docs/ingopay/authentication.
 *
 * @param signed The headers as the signature names them.
 */
export const authorization = async (
  { username, secret }: SigningKey,
  line: string,
  signed: readonly SignedHeader[],
): Promise<string> => {
  const names = [requestLine, ...signed.map(([name]) => name)].join(' ');
  const signature = await signatureOf(secret, line, signed);
  return `hmac username="${username}", algorithm="hmac-sha512", headers="${names}", signature="${signature}"`;
};

/** Base64 of the raw SHA-512 of a body, for the header that says what was signed. */
export const contentSha512 = async (body = ''): Promise<string> => toBase64(await sha512(toUtf8(body)));

/**
 * The headers of a request: the key, and a signature over the five names that Ingo documents and no others, because
 * proxies change others.
 *
 * @param now Milliseconds since 1970; Ingo refuses a request that is more than 300 seconds off.
 */
export const signRequest = async (
  request: UnsignedRequest,
  { apiKey, ...key }: IngoCredentials,
  now: number,
): Promise<Record<string, string>> => {
  const sent = {
    [headers.xDate]: new Date(now).toUTCString(),
    'Content-Type': contentType,
    [headers.contentSha512]: await contentSha512(request.body),
  };
  const length = String(toUtf8(request.body ?? '').byteLength);
  const signed = Object.entries({ ...sent, 'Content-Length': length }).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  return { ...sent, [headers.apiKey]: apiKey, [headers.hmac]: await authorization(key, lineOf(request), signed) };
};
