import { byHeaders, type ProviderDescriptor } from '@amend/client/provider';
import { headers } from './generated/v1/operations.ts';
import { createHpay, type HpayCredentials } from './index.ts';

export type * from '@amend/client/provider';

/** HPay, for programs that work with all providers. */
export const provider: ProviderDescriptor<keyof HpayCredentials> = {
  name: 'hpay',
  credentials: { apiKey: 'YOUR_API_KEY', secretKey: 'YOUR_SECRET_KEY' },
  connect: (credentials, options) => createHpay({ ...options, ...credentials }),
  ...byHeaders(headers),
  webhook: async () => {
    const { signHpayWebhook: sign, verifyHpayWebhook: receive } = await import('./webhook.ts');
    return { sign, receive };
  },
};
