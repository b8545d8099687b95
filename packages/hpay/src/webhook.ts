import { hmac, toHex } from '@amend/client';
import { bySignature, type EventOf } from '@amend/client/webhook';
import type { webhooks as Webhooks } from './generated/v1/types.ts';
import { webhooks } from './generated/v1/webhooks.ts';

export type * from '@amend/client/webhook';

/** What HPay tells a subscription: never of a user, and without a name that could be found, so it is always another event. */
export type HpayEvent = EventOf<typeof webhooks, Webhooks>;

// Source: hpay-docs.host-sl.com/webhooks/security.
const { sign, verify } = bySignature<HpayEvent>({
  provider: 'hpay',
  webhooks,
  at: webhooks.eventSent.at,
  form: /^v1=[0-9a-f]{64}$/,
  sign: async ({ body, time }, secret) => `v1=${toHex(await hmac('SHA-256', secret, `${time}.${body}`))}`,
  time: { read: (seconds) => seconds * 1000, write: (now) => Math.floor(now / 1000), tolerance: 300_000 },
});

/**
 * Whether a webhook is from HPay, and what it tells. No input makes it throw.
 *
 * @param options `secret`: that of the subscription. `tolerance`: 300,000 ms by default.
 * @throws {TypeError} if an option cannot be used: an empty secret, say.
 */
export const verifyHpayWebhook = verify;

/** The headers that HPay would send with a body, for tests of a receiver. */
export const signHpayWebhook = sign;
