import { byHeaders, type ProviderDescriptor } from '@amend/client/provider';
import { headers } from './generated/v4/operations.ts';
import { createMachnet, type MachnetCredentials } from './index.ts';

export type * from '@amend/client/provider';

/** Machnet, for programs that work with all providers. */
export const provider: ProviderDescriptor<keyof MachnetCredentials> = {
  name: 'machnet',
  credentials: { clientId: 'CLIENT_ID', clientSecret: 'CLIENT_SECRET' },
  connect: (credentials, options) => createMachnet({ ...options, ...credentials }),
  ...byHeaders(headers),
  webhook: async () => {
    const { signMachnetWebhook: sign, verifyMachnetWebhook: receive } = await import('./webhook.ts');
    return { sign, receive };
  },
};
