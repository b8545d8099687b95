import { hmac, sha512, toBase64, toUtf8, type UnsignedRequest } from '@amend/client';
import { headers } from './generated/v4/operations.ts';

/** What the gateway knows a program by; the secret is never sent. */
export interface SigningKey {
  readonly username: string;
  readonly secret: string;
}

const contentType = 'application/json';

/** The first name in the list of what is signed; it stands for method, path and version. */
const requestLine = 'request-line';

type SignedHeader = readonly [name: string, value: string];

/**
 * The text that is signed: the request line, then `name: value` for each header in order, without a final line feed.
 *
 * Source: the vector of Basis Theory's public example for this gateway.
 */
const signingString = (line: string, signed: readonly SignedHeader[]): string =>
  [line, ...signed.map(([name, value]) => `${name}: ${value}`)].join('\n');

/**
 * The `Authorization` header: scheme `hmac`, HMAC-SHA512, in Base64 of the raw bytes.
 *
 * Source: developers.ingopayments.com/docs/ingopay/authentication.
 *
 * @param line Method, path with query, and version.
 * @param signed The headers as the signature names them.
 */
export const authorization = async (
  { username, secret }: SigningKey,
  line: string,
  signed: readonly SignedHeader[],
): Promise<string> => {
  const signature = toBase64(await hmac('SHA-512', secret, signingString(line, signed)));
  const names = [requestLine, ...signed.map(([name]) => name)].join(' ');
  return `hmac username="${username}", algorithm="hmac-sha512", headers="${names}", signature="${signature}"`;
};

/** Base64 of the raw SHA-512 of a body, for the header that says what was signed. */
export const contentSha512 = async (body: string): Promise<string> => toBase64(await sha512(toUtf8(body)));

/**
 * The headers that sign a request: the five that Ingo documents and no others, because proxies change others.
 *
 * @param now Milliseconds since 1970; Ingo refuses a request that is more than 300 seconds off.
 */
export const signRequest = async (
  { method, url, body = '' }: UnsignedRequest,
  key: SigningKey,
  now: number,
): Promise<Record<string, string>> => {
  const { pathname, search } = new URL(url);
  const date = new Date(now).toUTCString();
  const hash = await contentSha512(body);
  const authorized = await authorization(key, `${method} ${pathname}${search} HTTP/1.1`, [
    [headers.xDate.toLowerCase(), date],
    ['content-type', contentType],
    [headers.contentSha512.toLowerCase(), hash],
    ['content-length', String(toUtf8(body).byteLength)],
  ]);
  return {
    'Content-Type': contentType,
    [headers.hmac]: authorized,
    [headers.xDate]: date,
    [headers.contentSha512]: hash,
  };
};
