import { hmac, toHex, toUtf8, type UnsignedRequest } from '@amend/client';
import { md5 } from '@noble/hashes/legacy.js';
import { headers } from './generated/v1/operations.ts';

/** What Stilt issues to a client. */
export interface SigningKey {
  readonly clientUuid: string;
  /** As issued, dashes included. */
  readonly secret: string;
}

/** The hash that is signed: of the body without any white space, even in values; empty if there is no body. */
export const contentMd5 = (body: string | undefined): string =>
  body === undefined ? '' : toHex(md5(toUtf8(body.replace(/\s/g, ''))));

/**
 * The headers that sign a request, good for 60 seconds. Neither the method nor white space is signed.
 *
 * Source: docs.onbo.com/api-reference/overview/authentication.
 *
 * @param epoch The time as it is sent: milliseconds, or seconds, since 1970.
 */
export const signRequest = async (
  { url, body }: UnsignedRequest,
  { clientUuid, secret }: SigningKey,
  epoch: number,
): Promise<Record<string, string>> => {
  const hash = contentMd5(body);
  return {
    [headers.clientUuid]: clientUuid,
    [headers.hmac]: toHex(await hmac('SHA-256', secret, `${url}${hash}${epoch}`)),
    [headers.epoch]: String(epoch),
    [headers.contentMd5]: hash,
  };
};
