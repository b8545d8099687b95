import type { ProviderDescriptor } from '@amend/client/provider';
import { createIngo } from './index.ts';
import { signRequest } from './signing.ts';
import { verifyRequest } from './verify.ts';

export type * from '@amend/client/provider';

/** Ingo, for programs that work with all providers. */
export const provider: ProviderDescriptor<'apiKey' | 'username' | 'secret'> = {
  name: 'ingo',
  credentials: { apiKey: 'YOUR_API_KEY', username: 'YOUR_USERNAME', secret: 'YOUR_SECRET' },
  connect: (credentials, options) => createIngo({ ...options, ...credentials }),
  sign: signRequest,
  verify: verifyRequest,
  webhook: async () => ({ receive: (await import('./webhook.ts')).readIngoWebhook }),
};
