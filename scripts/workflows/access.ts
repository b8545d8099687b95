import type { UnsignedRequest } from '@amend/client';
import { provider as ingo } from '@amend/ingo/provider';
import type { ProviderName, Secrets } from '@amend/mock';
import { provider as stilt } from '@amend/stilt/provider';
import { sealSsn } from '../../packages/stilt/src/seal-ssn.ts';

type Credentials<Provider extends ProviderName> = NonNullable<Secrets[Provider]>;

/** How a provider knows who calls. */
export interface Access<Given> {
  /** The names of the credentials. */
  readonly names: readonly (keyof Given & string)[];
  /** What the workflows take as inputs. */
  readonly inputs?: (credentials: Given) => Promise<Record<string, string>> | Record<string, string>;
  /** The headers of a request, where they differ from one request to the next. */
  readonly sign?: (request: UnsignedRequest, credentials: Given) => Promise<Record<string, string>>;
}

/** A sealed SSN that nobody has: no area 000 exists. */
const newSsn = (secret: string): Promise<string> => {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const digits = String(random % 1_000_000).padStart(6, '0');
  return sealSsn(`000${digits}`, secret, crypto.getRandomValues(new Uint8Array(16)));
};

/** Every provider that has workflows. */
export const access: { readonly [Provider in ProviderName]: Access<Credentials<Provider>> } = {
  ingo: {
    names: ['apiKey', 'username', 'secret'],
    sign: (request, credentials) => ingo.sign(request, credentials, Date.now()),
  },
  machnet: {
    names: ['clientId', 'clientSecret'],
    inputs: ({ clientId, clientSecret }) => ({ clientId, clientSecret }),
  },
  stilt: {
    names: ['clientUuid', 'secret'],
    inputs: async ({ secret }) => ({ ssn: await newSsn(secret), otherSsn: await newSsn(secret) }),
    sign: (request, credentials) => stilt.sign(request, credentials, Date.now()),
  },
  hpay: {
    names: ['apiKey', 'secretKey'],
    inputs: ({ apiKey, secretKey }) => ({ apiKey, secretKey }),
  },
};
