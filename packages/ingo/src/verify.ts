import { hasHeaders, type SignedRequest, sameText, type Trust } from '@amend/client/provider';
import { headers } from './generated/v4/operations.ts';
import { contentSha512, type IngoCredentials, lineOf, signatureOf } from './signing.ts';

/** How far `X-Date` may be off, in milliseconds. Source: developers.ingopayments.com/docs/ingopay/authentication. */
const tolerance = 300_000;

/** The headers without which a signature is none; the source is the same. */
const needed = [headers.xDate, 'Content-Type', headers.contentSha512, 'Content-Length'].map((name) =>
  name.toLowerCase(),
);

/** What stands behind the scheme, in any order; quoted or not, since both forms of a parameter are the same (RFC 9110). */
const readParameters = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/\s*([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))\s*(?:,|$)/giy)].map(([, name = '', quoted, bare]) => [
      name.toLowerCase(),
      quoted ?? bare ?? '',
    ]),
  );

const signatureIn = (text: string): Readonly<Record<string, string>> => {
  const [, scheme = '', parameters = ''] = /^(\S+)\s+(.*)$/.exec(text) ?? [];
  return scheme.toLowerCase() === 'hmac' ? readParameters(parameters) : {};
};

/** Ingo's check of a key and a signature, whose list of headers may be longer than needed, and in capitals. */
export const verifyRequest = async (
  request: SignedRequest,
  { apiKey, username, secret }: IngoCredentials,
  now: number,
): Promise<Trust> => {
  const { headers: sent, body } = request;
  const given = signatureIn(sent[headers.hmac.toLowerCase()] ?? '');
  const [first = '', ...names] = (given.headers ?? '').trim().split(/\s+/);
  const listed = names.map((name) => name.toLowerCase());
  const isComplete = first.toLowerCase() === 'request-line' && needed.every((name) => listed.includes(name));
  if (given.algorithm?.toLowerCase() !== 'hmac-sha512' || !isComplete) return 'untrusted';
  // Names are compared as headers are, and signed as they stand in the list.
  const signed = names.map((name) => [name, sent[name.toLowerCase()] ?? ''] as const);
  const isSigned = [
    hasHeaders(request, { [headers.apiKey]: apiKey, [headers.contentSha512]: await contentSha512(body) }),
    sameText(given.username, username),
    sameText(given.signature, await signatureOf(secret, lineOf(request), signed)),
  ].every(Boolean);
  const isInTime = Math.abs(now - Date.parse(sent[headers.xDate.toLowerCase()] ?? '')) <= tolerance;
  return isSigned && isInTime ? 'trusted' : 'untrusted';
};
