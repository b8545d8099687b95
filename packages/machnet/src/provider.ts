import { byHeaders, type ProviderDescriptor, type WebhookRetries } from '@amend/client/provider';
import { headers } from './generated/v4/operations.ts';
import { createMachnet, type MachnetCredentials } from './index.ts';

export type * from '@amend/client/provider';

/**
 * Source: raas.docs.machnetinc.com/api-references/webhooks/integration. After how many failures it pauses, and how long it
 * waits after a 409, stand nowhere: taken to be all tries of one event, and the same hour.
 */
const retries: WebhookRetries = { more: 10, every: 3_600_000, until: [409], pauses: true };

/** Machnet, for programs that work with all providers. */
export const provider: ProviderDescriptor<keyof MachnetCredentials> = {
  name: 'machnet',
  credentials: { clientId: 'CLIENT_ID', clientSecret: 'CLIENT_SECRET' },
  connect: (credentials, options) => createMachnet({ ...options, ...credentials }),
  ...byHeaders(headers),
  webhook: async () => {
    const { signMachnetWebhook: sign, verifyMachnetWebhook: receive } = await import('./webhook.ts');
    return { sign, receive, retries };
  },
};
