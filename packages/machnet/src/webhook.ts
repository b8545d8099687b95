import { hmac, toHex } from '@amend/client';
import { bySignature, type EventOf, type VerifyOptions } from '@amend/client/webhook';
import type { webhooks as Webhooks } from './generated/v4/types.ts';
import { webhooks } from './generated/v4/webhooks.ts';

export type * from '@amend/client/webhook';

/** What Machnet tells a subscriber: a user's KYC, by name, or something that its contract does not describe. */
export type MachnetEvent = EventOf<typeof webhooks, Webhooks>;

const { sign, verify } = bySignature<MachnetEvent, VerifyOptions>({
  provider: 'machnet',
  webhooks,
  at: webhooks.userKycChanged.at,
  form: /^[0-9a-f]{64}$/,
  // Source: raas.docs.machnetinc.com/api-references/webhooks/integration.
  sign: async ({ body }, secret) => toHex(await hmac('SHA-256', secret, body)),
});

/**
 * Whether a webhook is from Machnet, and what it tells. Machnet signs no time, so that a copy sent again is believed too:
 * its `id` tells it. No input makes it throw.
 *
 * @param options `secret`: that of the subscription.
 * @throws {TypeError} if an option cannot be used: an empty secret, say.
 */
export const verifyMachnetWebhook = verify;

/** The headers that Machnet would send with a body, for tests of a receiver. */
export const signMachnetWebhook = sign;
