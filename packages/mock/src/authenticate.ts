import { providers } from 'amend/providers';
import type { MockRequest } from './exchange.ts';
import { TextDecoder } from './platform.ts';
import { type Refusal, refuse } from './problem.ts';
import type { ProviderName, Secrets } from './secrets.ts';

// A mark of byte order is part of what was signed.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const refusals = { trusted: undefined, untrusted: refuse('unauthorized'), expired: refuse('expired') };

/** Why a caller is not who it says; nothing if the secrets were not given by which the provider could tell. */
export const authenticate = async (
  { method, url, headers, body }: MockRequest,
  name: string,
  { secrets = {}, now }: { readonly secrets?: Secrets | undefined; readonly now: () => number },
): Promise<Refusal | undefined> => {
  const known = secrets[name as ProviderName];
  if (!known) return undefined;
  const provider = await providers[name as ProviderName].describe();
  const text = body.length > 0 ? utf8.decode(body) : undefined;
  return refusals[await provider.verify({ method, url, headers, body: text }, known, now())];
};
