import { toUtf8 } from './crypto.ts';
import { sourceOf } from './read-response.ts';

/** Headers as servers have them: the platform's, or Node's by their names. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/**
 * What came: a `Request` of the platform that nobody has read, or its headers and its body as it came, in bytes, as the text
 * that they are, or as a stream, such as Node's own request. A body that was parsed, and written again, is another one.
 */
export type WebhookInput =
  | Request
  | {
      readonly headers: WebhookHeaders;
      readonly body: string | ArrayBuffer | Uint8Array | AsyncIterable<Uint8Array | string>;
    };

/** A header; nothing if there is none. One that was sent twice is both, as the platform has it. */
export const headerIn = ({ headers }: WebhookInput, name: string): string | undefined => {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const wanted = name.toLowerCase();
  const values = Object.entries(headers as Record<string, string | readonly string[] | undefined>)
    .filter(([each, value]) => each.toLowerCase() === wanted && value !== undefined)
    .flatMap(([, value]) => value);
  return values.length > 0 ? values.join(', ') : undefined;
};

/** Of whatever realm, as in Jest's tests. */
const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';

const bytesOf = (value: unknown): Uint8Array | undefined => {
  if (typeof value === 'string') return toUtf8(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return isBuffer(value) ? new Uint8Array(value) : undefined;
};

/**
 * The pieces of a stream, up to so many bytes. The rest is left where it is: a server whose request is cancelled cannot
 * answer any more.
 */
const piecesOf = async (
  request: Request,
  maxBytes: number,
): Promise<readonly Uint8Array[] | 'body-not-raw' | 'body-too-large' | 'body-unreadable'> => {
  const source = await sourceOf(request as unknown as Response);
  if (!source) return 'body-not-raw';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await source.next();
    if (done) return pieces;
    const piece = bytesOf(value);
    if (!piece) return 'body-unreadable';
    size += piece.length;
    if (size > maxBytes) return 'body-too-large';
    pieces.push(piece);
  }
};

/** The text of a body, which is that of its very bytes; or why there is none. */
export const textIn = async (
  input: WebhookInput,
  maxBytes: number,
): Promise<
  | { readonly text: string }
  | { readonly reason: 'body-not-raw' | 'body-unreadable' | 'body-too-large' | 'body-malformed' }
> => {
  const whole = bytesOf(input.body);
  const pieces = whole ? [whole] : await piecesOf(input as Request, maxBytes);
  if (typeof pieces === 'string') return { reason: pieces };
  if (whole && whole.length > maxBytes) return { reason: 'body-too-large' };
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return { text: pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode() };
  } catch {
    return { reason: 'body-malformed' };
  }
};
