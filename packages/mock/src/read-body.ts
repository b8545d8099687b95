import { readJson } from '@amend/client/read-json';
import type { MockRequest } from './exchange.ts';
import { measureJson } from './measure-json.ts';
import { TextDecoder } from './platform.ts';
import { type Refusal, type RefusalKind, refuse } from './problem.ts';

const maxDepth = 64;

/** The most values of a body, and of a user; what providers document has a hundredth of it. */
export const maxValues = 30_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a body holds, or why it is not taken. */
export interface Body {
  readonly value?: unknown;
  readonly refusal?: Refusal;
}

/** A body that is not taken. */
export const wrong = (message: string, kind: RefusalKind = 'rejected', rule = 'json'): Body => ({
  refusal: refuse(kind, { field: '', rule, message }),
});

/** Reads the JSON of a body as the clients read answers: what would not arrive as it was sent is refused. */
export const readBody = (bytes: Uint8Array): Body => {
  const { values, depth } = measureJson(bytes);
  if (depth > maxDepth) return wrong(`is nested more than ${maxDepth} levels deep`);
  if (values > maxValues) return wrong(`has more than ${maxValues} values`, 'too-large', 'values');
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return wrong('is no JSON in UTF-8');
  }
  const read = readJson(text);
  return 'problem' in read ? wrong(read.problem) : read;
};

/** Why the headers say that a body is not of a media type, as it stands; nothing if it is. Nothing takes a compressed one. */
const whyNotOf = (headers: MockRequest['headers'], media: string): string | undefined => {
  if (!/^\s*(?:identity\s*)?$/i.test(headers['content-encoding'] ?? '')) return 'must not be compressed';
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === media.toLowerCase() ? undefined : `must be ${media}, and its Content-Type must say so`;
};

/** What many clients send in the place of no body: `axios.post(url, {}, { headers })`, or PHP's `[]`. */
const isNothing = (bytes: Uint8Array): boolean =>
  bytes.length < 16 && /^\s*(?:\{\s*\}|\[\s*\]|null|"")\s*$/.test(new TextDecoder().decode(bytes));

/** Why nobody looks into a body: it is of another media type than the one that there may be, or there may be none. */
export const whyUnread = (
  { body, headers }: Pick<MockRequest, 'body' | 'headers'>,
  media: string | undefined,
): Refusal | undefined => {
  const none = 'must be left out: the operation takes none';
  const message = media !== undefined ? whyNotOf(headers, media) : isNothing(body) ? undefined : none;
  return message === undefined ? undefined : refuse('wrong-media-type', { field: '', rule: 'media-type', message });
};
