import { hmac, toHex } from '@amend/client';
import { bySignature, type EventOf, type TimedVerifyOptions } from '@amend/client/webhook';
import type { webhooks as Webhooks } from './generated/v1/types.ts';
import { webhooks } from './generated/v1/webhooks.ts';
import { contentMd5 } from './signing.ts';
import { lifetime, toMilliseconds } from './verify.ts';

export type * from '@amend/client/webhook';

/** What Stilt tells an endpoint: never of a user, and with names that are not public, so it is always another event. */
export type StiltEvent = EventOf<typeof webhooks, Webhooks>;

export interface StiltWebhookOptions extends TimedVerifyOptions {
  /** The full address of the endpoint, as it is registered: it is signed. */
  readonly url: string;
}

// Source: docs.onbo.com/api-reference/webhooks/authentication.
const { sign, verify } = bySignature<StiltEvent, StiltWebhookOptions>({
  provider: 'stilt',
  webhooks,
  at: webhooks.messageSent.at,
  form: /^[0-9a-f]{64}$/,
  sign: async ({ body, time, url }, secret) => toHex(await hmac('SHA-256', secret, `${url}${contentMd5(body)}${time}`)),
  time: { read: toMilliseconds, write: (now) => now, tolerance: lifetime },
});

const checkUrl = (given: { readonly url?: string | undefined } | undefined): void => {
  if (!/^https?:\/\/[^/]/.test(given?.url ?? '')) throw new TypeError('url must be the full address of the endpoint.');
};

/**
 * Whether a webhook is from Stilt, and what it tells. Stilt does not sign white space: nothing may hang on where words end.
 * No input makes it throw.
 *
 * @param options `secret`: the API's, with its dashes. `tolerance`: 60,000 ms by default.
 * @throws {TypeError} if an option cannot be used: an empty secret, say, or no `url`.
 */
export const verifyStiltWebhook: typeof verify = async (input, options) => {
  checkUrl(options);
  return verify(input, options);
};

/**
 * The headers that Stilt would send with a body to an address, for tests of a receiver.
 *
 * @throws {TypeError} if the body or the secret is no text, or there is no `url`.
 */
export const signStiltWebhook: typeof sign = async (message) => {
  checkUrl(message);
  return sign(message);
};
