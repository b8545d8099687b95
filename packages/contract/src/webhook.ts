import type { VerificationStatus } from './rules.ts';

/**
 * What `x-event` places: the event's name, the provider's key for telling repeats, the user's id, the time of the event,
 * the signature, and the time that it signs.
 */
export type WebhookPart = 'name' | 'id' | 'user' | 'time' | 'signature' | 'signed';

/** Where a part of a webhook stands: in a header, or below these names in the body. */
export type Place = ({ readonly header: string } | { readonly body: readonly string[] }) & {
  /** It may be missing. */
  readonly optional?: true;
};

/** What an event says of the user's status; nothing, if it is about something else. */
export interface WebhookEvent {
  /** The status that the user then has, in the provider's word. */
  readonly word?: string;
  /** What that means. */
  readonly verification?: VerificationStatus;
}

export interface Webhook {
  readonly at: { readonly [Part in WebhookPart]?: Place };
  /** The events that the contract names; any other may come too. */
  readonly events: { readonly [name: string]: WebhookEvent };
}

/** One row per webhook of a contract, by its name. */
export type WebhookTable<Webhooks> = { readonly [Name in keyof Webhooks]: Webhook };
