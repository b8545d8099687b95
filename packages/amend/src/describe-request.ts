import { formMedia, signedRequestOf, type WrittenRequest } from '@amend/client';
import type { Plan } from './plan-result.ts';
import { pointerTo, privateIn } from './private-in.ts';
import { loggedAs } from './redact.ts';
import { type Client, sendable } from './send.ts';

/** A request as it would be sent, and which parts of it nobody else should see. */
export interface DescribedRequest extends Pick<WrittenRequest, 'method' | 'url' | 'headers'> {
  /** The body, of which `JSON.stringify` makes the very text that is signed and sent, or `toForm` where it is a form. */
  readonly body: Readonly<Record<string, unknown>>;
  /** JSON Pointers into this description: `/headers/Authorization`, `/body/ssn`. */
  readonly private: readonly string[];
}

/** Headers that say nothing of who calls and of what is sent. All others are made of credentials, and some of the body. */
const openHeaders: ReadonlySet<string> = new Set(['Accept', 'Content-Type', 'User-Agent']);

const mask = '*****';

const maskedAt = (value: unknown, path: string, isPrivate: ReadonlySet<string>): unknown => {
  if (isPrivate.has(path)) return mask;
  if (Array.isArray(value)) return value.map((element, index) => maskedAt(element, `${path}/${index}`, isPrivate));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, maskedAt(child, path + pointerTo([key]), isPrivate)]),
  );
};

/** An address with `*****` for each credential in its query, which no description holds. */
const withoutSecrets = (address: string, names: readonly string[]): string => {
  const url = new URL(address);
  for (const name of names) url.searchParams.set(name, mask);
  return url.href;
};

/** The same with `*****` wherever it is private, as plain data. */
export const maskRequest = (request: DescribedRequest): DescribedRequest => {
  const { private: pointers, ...parts } = request;
  return { ...(maskedAt(parts, '', new Set(pointers)) as Omit<DescribedRequest, 'private'>), private: pointers };
};

/**
 * The request that {@link send} would make now, made and signed by the same code, and not sent. What is private follows from
 * the contract: what it calls so, birth dates, and every header that signing adds. In a log all of that is masked.
 *
 * @throws {TypeError} if the plan has nothing to send or is a copy, or the client is another provider's or no client of ours.
 * @throws {ClientError} if the client would refuse to send it, as `invalid`.
 */
export const describeRequest = async (plan: Plan, client: Client): Promise<DescribedRequest> => {
  const { held, method } = sendable(plan, client);
  const {
    body: text = '{}',
    headers,
    method: verb,
    url: signedUrl,
    secretQuery,
  } = await signedRequestOf(method, held.request);
  const url = secretQuery ? withoutSecrets(signedUrl, secretQuery) : signedUrl;
  const isForm = headers['Content-Type'] === formMedia;
  const body: DescribedRequest['body'] = isForm ? { ...held.request.body } : JSON.parse(text);
  const signed = Object.keys(headers).filter((name) => !openHeaders.has(name));
  const pointers = [
    ...signed.map((name) => pointerTo(['headers', name])),
    ...privateIn(held.operation, body).map((pointer) => `/body${pointer}`),
  ];
  // A logger that copies what it is handed has the headers themselves, which nobody sends as JSON.
  const shown = loggedAs({ ...headers }, (all) => maskedAt(all, '/headers', new Set(pointers)) as object);
  return loggedAs({ method: verb, url, headers: shown, body, private: pointers }, maskRequest);
};
