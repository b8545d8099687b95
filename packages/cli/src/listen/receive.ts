import type { WebhookDescriptor } from '@amend/client/provider';
import { statusFrom } from 'amend';

/** What came over the wire, whole. */
export interface Came {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** For whom is listened, and where. */
export interface Receiver {
  readonly provider: string;
  readonly webhook: WebhookDescriptor;
  /** That of the subscription; none where nobody knows how the provider signs. */
  readonly secret: string;
  /** The address that the provider signs, where it signs one. */
  readonly url: string;
}

/** What is told of a webhook: nothing of its body but what names the event and the user. */
export interface Told {
  readonly provider: string;
  /** `verified`, or why it is not. */
  readonly trust: string;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly userId?: string | undefined;
  readonly time?: string | undefined;
  /** What the event says of the user's status, in our word and in the provider's. */
  readonly verification?: string | undefined;
  readonly word?: string | undefined;
  /** The status with which it was answered where it was passed on to; nothing if it was not. */
  readonly forwarded?: number | undefined;
  /** Whether that is an answer: it is 502 if none came. */
  readonly isAnswered?: boolean | undefined;
}

/** Reads a webhook, and says what it tells and whether it is believed. */
export const receive = async (
  { provider, webhook, secret, url }: Receiver,
  came: Parameters<WebhookDescriptor['receive']>[0],
): Promise<Told> => {
  const result = await webhook.receive(came, { secret, url });
  const trust = result.ok ? 'verified' : result.reason;
  if (!('event' in result)) return { provider, trust };
  const { name, id, userId, time } = result.event;
  const told = statusFrom(result.event);
  return { provider, trust, name, id, userId, time, verification: told?.verification, word: told?.word };
};

/** Whether nothing speaks against a webhook, though nobody may be able to prove it. */
export const isBelievable = ({ trust }: Told): boolean => trust === 'verified' || trust === 'unverified-origin';
