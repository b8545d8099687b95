import { hasHeaders, type SignedRequest, type Trust } from '@amend/client/provider';
import { headers } from './generated/v1/operations.ts';
import { type SigningKey, signRequest } from './signing.ts';

/** How long a signature is good for, in milliseconds. Source: docs.onbo.com/api-reference/overview/authentication. */
export const lifetime = 60_000;

/** No page names the unit: a number too small to be milliseconds of this century is taken for seconds. */
export const toMilliseconds = (epoch: number): number => (epoch < 1e11 ? epoch * 1000 : epoch);

/** Stilt's check of a signature, by signing anew at the time that the request names. */
export const verifyRequest = async (request: SignedRequest, key: SigningKey, now: number): Promise<Trust> => {
  const epoch = Number(request.headers[headers.epoch.toLowerCase()]);
  if (!hasHeaders(request, await signRequest(request, key, epoch))) return 'untrusted';
  return Math.abs(now - toMilliseconds(epoch)) <= lifetime ? 'trusted' : 'expired';
};
