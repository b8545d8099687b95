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

/** Whether the headers say that a body is of a media type, as it stands: nothing takes a compressed one. */
export const isOfMedia = (headers: MockRequest['headers'], media: string): boolean =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === media.toLowerCase() &&
  /^\s*(?:identity\s*)?$/i.test(headers['content-encoding'] ?? '');
