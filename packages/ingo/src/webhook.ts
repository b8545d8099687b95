import {
  type EventOf,
  type ReadOptions,
  readWebhook,
  type UnverifiedWebhook,
  type WebhookInput,
} from '@amend/client/webhook';
import type { webhooks as Webhooks } from './generated/v4/types.ts';
import { webhooks } from './generated/v4/webhooks.ts';

export type * from '@amend/client/webhook';

/** What Ingo tells a program: that a user's check has failed, or something that its contract does not describe. */
export type IngoEvent = EventOf<typeof webhooks, Webhooks>;

/**
 * What a webhook tells that may be from Ingo. How Ingo signs is not public, so nobody can check it, and the result is
 * never `ok`: take its event for a hint, and read the user. No input makes it throw.
 */
export const readIngoWebhook = (input: WebhookInput, options?: ReadOptions): Promise<UnverifiedWebhook<IngoEvent>> =>
  readWebhook({ provider: 'ingo', webhooks }, input, options) as Promise<UnverifiedWebhook<IngoEvent>>;
