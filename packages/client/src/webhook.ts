import { sameText } from './by-headers.ts';
import { whyNoCrypto } from './crypto.ts';
import { defaultMaxBytes, isLimit } from './limits.ts';
import { eventIn, type KnownEvent, type OtherEvent } from './webhook-event.ts';
import { headerIn, textIn, type WebhookInput } from './webhook-input.ts';
import type {
  ReadOptions,
  TimedVerifyOptions,
  UnverifiedWebhook,
  WebhookFlaw,
  WebhookMessage,
  WebhookResult,
  WebhookScheme,
} from './webhook-scheme.ts';

export type { EventOf, KnownEvent, OtherEvent } from './webhook-event.ts';
export type { WebhookHeaders, WebhookInput } from './webhook-input.ts';
export type {
  ReadOptions,
  SignedMessage,
  TimedVerifyOptions,
  UnverifiedWebhook,
  VerifyOptions,
  WebhookFlaw,
  WebhookMessage,
  WebhookResult,
  WebhookScheme,
} from './webhook-scheme.ts';

const limitOf = (name: string, value: unknown, otherwise: number): number => {
  if (value === undefined) return otherwise;
  if (!isLimit(value)) throw new TypeError(`${name} must be a number that is not negative.`);
  return value;
};

const secretsIn = (secret: unknown): readonly string[] => {
  const secrets: unknown[] = Array.isArray(secret) ? secret : [secret];
  const isSecret = (each: unknown): each is string => typeof each === 'string' && each !== '';
  if (secrets.length === 0 || !secrets.every(isSecret))
    throw new TypeError('secret must be a text that is not empty, or a list of such.');
  if (secrets.some((each) => each !== each.trim()))
    throw new TypeError('secret begins or ends with white space; trim it.');
  return secrets;
};

const no = (reason: WebhookFlaw) => ({ ok: false, reason }) as const;

/** No time of anybody's has more digits, in whatever unit. */
const digits = /^[0-9]{1,15}$/;

type AnyOptions = TimedVerifyOptions & { readonly url?: string };

const verifyWebhook = async (
  { provider, webhooks, at, form, sign, time: timed }: WebhookScheme,
  input: WebhookInput,
  given: AnyOptions,
): Promise<WebhookResult> => {
  const { url = '', ...options } = (given ?? {}) as AnyOptions;
  const secrets = secretsIn(options.secret);
  const maxBytes = limitOf('maxBytes', options.maxBytes, defaultMaxBytes);
  const tolerance = limitOf('tolerance', options.tolerance, timed?.tolerance ?? 0);
  const { now = Date.now } = options;
  if (typeof now !== 'function') throw new TypeError('now must be a function.');
  const why = whyNoCrypto();
  if (why) throw new TypeError(`A signature cannot be checked${why}.`);
  try {
    const given = headerIn(input, at.signature.header);
    if (!given) return no('signature-missing');
    if (!form.test(given)) return no('signature-malformed');
    const time = at.signed ? headerIn(input, at.signed.header) : '';
    if (timed && !time) return no('time-missing');
    if (timed && !digits.test(time ?? '')) return no('time-malformed');
    const read = await textIn(input, maxBytes);
    if ('reason' in read) return no(read.reason);
    const message = { body: read.text, time: time ?? '', url };
    const expected = await Promise.all(secrets.map((secret) => sign(message, secret)));
    // Each is compared: how long it takes tells not even which of them it was.
    if (!expected.map((each) => sameText(given, each)).includes(true)) return no('signature-wrong');
    if (timed) {
      const age = now() - timed.read(Number(time));
      if (!(age <= tolerance)) return no('time-passed');
      if (!(age >= -tolerance)) return no('time-ahead');
    }
    const event = eventIn(provider, webhooks, input, read.text, maxBytes);
    return typeof event === 'string' ? no(event) : { ok: true, event };
  } catch {
    return no('body-unreadable');
  }
};

/** What a webhook tells whose origin nobody can check. No input makes it throw. */
export const readWebhook = async (
  { provider, webhooks }: Pick<WebhookScheme, 'provider' | 'webhooks'>,
  input: WebhookInput,
  options: ReadOptions = {},
): Promise<UnverifiedWebhook> => {
  const maxBytes = limitOf('maxBytes', options.maxBytes, defaultMaxBytes);
  try {
    const read = await textIn(input, maxBytes);
    if ('reason' in read) return no(read.reason);
    const event = eventIn(provider, webhooks, input, read.text, maxBytes);
    return typeof event === 'string' ? no(event) : { ok: false, reason: 'unverified-origin', event };
  } catch {
    return no('body-unreadable');
  }
};

const signWebhook = async (
  { at, sign, time }: WebhookScheme,
  { body, secret, url = '', now = Date.now }: WebhookMessage,
): Promise<Record<string, string>> => {
  secretsIn(secret);
  if (typeof body !== 'string') throw new TypeError('body must be the text that is sent.');
  const signed = time ? String(time.write(now())) : '';
  return {
    [at.signature.header]: await sign({ body, time: signed, url }, secret),
    ...(at.signed && { [at.signed.header]: signed }),
  };
};

/** What a provider's package offers where it is known how the provider signs. */
export const bySignature = <Event = KnownEvent | OtherEvent, Options extends AnyOptions = TimedVerifyOptions>(
  scheme: WebhookScheme,
) => ({
  /**
   * Whether a webhook is from the provider, and what it tells. No input makes it throw.
   *
   * @throws {TypeError} if an option cannot be used, an empty secret say, or the runtime has no WebCrypto.
   */
  verify: (input: WebhookInput, options: Options) =>
    verifyWebhook(scheme, input, options) as Promise<WebhookResult<Event>>,
  /**
   * The headers that the provider would send with a body, for tests of a receiver.
   *
   * @throws {TypeError} if the body is no text, or the secret none.
   */
  sign: (message: WebhookMessage) => signWebhook(scheme, message),
});
