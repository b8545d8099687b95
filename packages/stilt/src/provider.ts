import type { ProviderDescriptor } from '@amend/client/provider';
import { createStilt } from './index.ts';
import { sealSsn } from './seal-ssn.ts';
import { signRequest } from './signing.ts';
import { verifyRequest } from './verify.ts';

export type * from '@amend/client/provider';

/** Stilt, for programs that work with all providers. */
export const provider: ProviderDescriptor<'clientUuid' | 'secret'> = {
  name: 'stilt',
  // A secret of this form seals an SSN.
  credentials: { clientUuid: 'CLIENT_UUID', secret: '00112233-4455-6677-8899-aabbccddeeff' },
  connect: (credentials, options) => createStilt({ ...options, ...credentials }),
  sign: signRequest,
  seal: (ssn, { secret }) => sealSsn(ssn, secret, crypto.getRandomValues(new Uint8Array(16))),
  verify: verifyRequest,
  webhook: async () => {
    const { signStiltWebhook: sign, verifyStiltWebhook: receive } = await import('./webhook.ts');
    return { sign, receive };
  },
};
