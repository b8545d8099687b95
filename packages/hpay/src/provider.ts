import { byHeaders, type ProviderDescriptor, type WebhookRetries } from '@amend/client/provider';
import { headers } from './generated/v1/operations.ts';
import { createHpay, type HpayCredentials } from './index.ts';

export type * from '@amend/client/provider';

/** Source: hpay-docs.host-sl.com/webhooks/overview. */
const retries: WebhookRetries = { more: 10, every: 60_000, doublesTo: 1_800_000, until: [], pauses: false };

/** HPay, for programs that work with all providers. */
export const provider: ProviderDescriptor<keyof HpayCredentials> = {
  name: 'hpay',
  credentials: { apiKey: 'YOUR_API_KEY', secretKey: 'YOUR_SECRET_KEY' },
  connect: (credentials, options) => createHpay({ ...options, ...credentials }),
  ...byHeaders(headers),
  webhook: async () => {
    const { signHpayWebhook: sign, verifyHpayWebhook: receive } = await import('./webhook.ts');
    return { sign, receive, retries };
  },
};
