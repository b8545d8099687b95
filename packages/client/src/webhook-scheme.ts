import type { Webhook } from '@amend/contract';
import type { KnownEvent, OtherEvent } from './webhook-event.ts';

// What a receiver and a provider's package hand to each other.

/** Why a webhook is not believed, or cannot be read. The list is closed. */
export type WebhookFlaw =
  /** A parser had it first: what is handed in is an object, nothing at all, or a request that was read. Hand in the raw body. */
  | 'body-not-raw'
  /** It broke off, or is a stream of what are neither bytes nor text. */
  | 'body-unreadable'
  /** It has more bytes than it may, or more values than one for each 16 of them. */
  | 'body-too-large'
  /** It is no JSON object, or an event without what the contract requires of it. */
  | 'body-malformed'
  | 'signature-missing'
  | 'signature-malformed'
  /** It is of another body, another secret or, where that is signed, another time or address. */
  | 'signature-wrong'
  | 'time-missing'
  | 'time-malformed'
  /** It was signed longer ago than the tolerance. */
  | 'time-passed'
  /** It was signed in a future that is further away than the tolerance. */
  | 'time-ahead';

/** What came of a webhook. It can be logged without its event: a reason is no value. */
export type WebhookResult<Event = KnownEvent | OtherEvent> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly reason: WebhookFlaw };

/** What came of a webhook whose origin nobody can check: it is never `ok`, though it may be read. */
export type UnverifiedWebhook<Event = KnownEvent | OtherEvent> =
  | { readonly ok: false; readonly reason: 'unverified-origin'; readonly event: Event }
  | { readonly ok: false; readonly reason: WebhookFlaw };

export interface ReadOptions {
  /** The most bytes of a body; 1 MiB by default. */
  readonly maxBytes?: number | undefined;
}

export interface VerifyOptions extends ReadOptions {
  /** Under which it was signed; both, while one takes the place of another. */
  readonly secret: string | readonly string[];
}

/** Where a time is signed. */
export interface TimedVerifyOptions extends VerifyOptions {
  /** How far the signed time may be off, in milliseconds; by default what the provider says. */
  readonly tolerance?: number | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** What a signature is made of. */
export interface SignedMessage {
  readonly body: string;
  /** As its header has it; empty where none is signed. */
  readonly time: string;
  /** The receiver's address, where it is signed. */
  readonly url: string;
}

/** What is sent, for tests of a receiver. */
export interface WebhookMessage {
  readonly body: string;
  readonly secret: string;
  /** The receiver's address, where it is signed. */
  readonly url?: string | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** How a provider signs. */
export interface WebhookScheme {
  readonly provider: string;
  readonly webhooks: Readonly<Record<string, Webhook>>;
  readonly at: { readonly signature: { readonly header: string }; readonly signed?: { readonly header: string } };
  /** How a signature looks. */
  readonly form: RegExp;
  readonly sign: (message: SignedMessage, secret: string) => Promise<string>;
  /** Where a time is signed: what a number in its header is in milliseconds, and how far that may be off. */
  readonly time?: {
    readonly read: (number: number) => number;
    readonly write: (now: number) => number;
    readonly tolerance: number;
  };
}
