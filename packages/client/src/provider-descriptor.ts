import type { NeededCredentials } from '@amend/contract';
import type { UnsignedRequest } from './attempt.ts';
import type { providerOf } from './methods.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import type { Result } from './result.ts';
import type { WebhookInput } from './webhook-input.ts';
import type { TimedVerifyOptions, UnverifiedWebhook, WebhookMessage, WebhookResult } from './webhook-scheme.ts';

// What each provider's package says of itself in `provider.ts`, for programs that work with all of them.

/** What a caller is known by, under the names of the client's options. */
export type Credentials<Name extends string = string> = Readonly<Record<Name, string>>;

/** A request as it came. */
export interface SignedRequest extends UnsignedRequest {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Whether a request is from somebody with the credentials; `expired` if only its time speaks against it. */
export type Trust = 'trusted' | 'untrusted' | 'expired';

/** A method of any client: what it takes, only the provider's own types say. */
type AnyMethod = { method(input?: unknown, options?: CallOptions): Promise<Result<unknown>> }['method'];

/** A client of any provider: one method for each operation of its contracts. */
export type AnyClient = { readonly [providerOf]: string } & Readonly<Record<string, AnyMethod>>;

/** When a provider sends again what was not taken. */
export interface WebhookRetries {
  /** How many times more. */
  readonly more: number;
  /** Milliseconds from one try to the next. */
  readonly every: number;
  /** Each wait is twice the one before, up to so many milliseconds; left out where all are the same. */
  readonly doublesTo?: number;
  /** Statuses after which it goes on until the webhook is taken. */
  readonly until: readonly number[];
  /** Whether the subscription is paused when no try is left. */
  readonly pauses: boolean;
}

/** What a provider sends by itself, for who receives it or stands in for the provider. */
export interface WebhookDescriptor {
  /** The headers that go with a body; left out where it is not known how the provider signs. */
  sign?(message: WebhookMessage): Promise<Record<string, string>>;
  /** Left out where it is not known when it is sent again. */
  readonly retries?: WebhookRetries;
  /** What came, if it is believed; what nobody can check is read, and never `ok`. */
  receive(
    input: WebhookInput,
    options: TimedVerifyOptions & { readonly url: string },
  ): Promise<WebhookResult | UnverifiedWebhook>;
}

/** What has to be known of a provider to call it, or to stand in for it. */
export interface ProviderDescriptor<Name extends string = string> {
  readonly name: string;
  /** Samples that nobody issues, of the form that the provider's are of. */
  readonly credentials: Credentials<Name>;
  /** Which of them a caller needs, where not all: those of one of these. */
  readonly needs?: readonly NeededCredentials[];
  /**
   * The provider's client. A `baseUrl` is the one below which all versions of its API are.
   *
   * @throws {TypeError} if a credential or an option cannot be used.
   */
  connect(credentials: Credentials<Name>, options?: ClientOptions): AnyClient;
  /** The headers that say who calls, at a time in milliseconds since 1970. */
  sign(request: UnsignedRequest, credentials: Credentials<Name>, now: number): Promise<Record<string, string>>;
  /** An SSN as a request has it, where the provider wants it encrypted. */
  seal?(ssn: string, credentials: Credentials<Name>): Promise<string>;
  /** The check that the provider makes of those headers. */
  verify(request: SignedRequest, credentials: Credentials<Name>, now: number): Promise<Trust>;
  /** Its webhooks, loaded when they are asked for. */
  readonly webhook?: () => Promise<WebhookDescriptor>;
}
