// Responses as they come from anybody's `fetch`: node-fetch gives streams of Node's, React Native no stream, and a test
// whatever it thinks of.

import { toHex } from './crypto.ts';

/** A body's text, or why it cannot be used. */
export type ReadText = { readonly text: string } | { readonly flaw: 'too large' | 'invalid UTF-8' | 'unreadable' };

/** A header; none where there are no headers. */
export const headerOf = ({ headers }: Partial<Response>, name: string): string | null =>
  typeof headers?.get === 'function' ? headers.get(name) : null;

/** Frees the connection of a response of which nobody wants more. */
export const letGo = (response: unknown): void => {
  const { body } = response as { readonly body?: { cancel?: () => unknown; destroy?: () => unknown } | null };
  // A stream of the platform's that somebody reads rejects; it is let go by its reader.
  if (typeof body?.cancel === 'function') Promise.resolve(body.cancel()).catch(() => {});
  else if (typeof body?.destroy === 'function') body.destroy();
};

type Chunk = Uint8Array<ArrayBuffer> | string;

interface Source {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: Chunk | undefined }>;
  readonly cancel: () => void;
}

/** The pieces of a body, by the first way of reading it that there is; nothing if there is none, or somebody has read it. */
export const sourceOf = async (response: Response): Promise<Source | undefined> => {
  if (response.bodyUsed || response.body?.locked) return undefined;
  const body: unknown = response.body;
  // A stream of Node's that was read to its end would give an empty text.
  if ((body as { readonly readableDidRead?: boolean } | null | undefined)?.readableDidRead) return undefined;
  if (typeof body === 'object' && body && 'getReader' in body) {
    const reader = (body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
    return { next: () => reader.read(), cancel: () => void reader.cancel().catch(() => {}) };
  }
  const all = (chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Source => {
    const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
    return { next: async () => iterator.next(), cancel: () => letGo(response) };
  };
  if (typeof body === 'object' && body && Symbol.asyncIterator in body) return all(body as AsyncIterable<Chunk>);
  if (typeof response.text === 'function') return all([await response.text()]);
  if (typeof response.json === 'function') return all([JSON.stringify(await response.json()) ?? '']);
  return undefined;
};

interface Decoder {
  readonly decode: (chunk?: Uint8Array<ArrayBuffer>) => string;
}

/** Throws at what is no UTF-8; where there is no `TextDecoder`, as in Jest's jsdom, with the last piece. */
const createDecoder = (): Decoder => {
  if (typeof TextDecoder === 'function') {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { decode: (chunk) => decoder.decode(chunk, { stream: chunk !== undefined }) };
  }
  let hex = '';
  return {
    decode: (chunk) => {
      if (!chunk) return decodeURIComponent(hex.replaceAll(/../g, '%$&')).replace(/^\uFEFF/, '');
      hex += toHex(chunk);
      return '';
    },
  };
};

/**
 * Reads a body as UTF-8, up to a number of bytes, counted after decompression.
 *
 * @throws what the stream throws, if the connection breaks.
 */
export const readText = async (response: Response, maxBytes: number, signal: AbortSignal): Promise<ReadText> => {
  const source = await sourceOf(response);
  if (!source) return { flaw: 'unreadable' };
  signal.addEventListener('abort', source.cancel);
  let decoder: Decoder | undefined;
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await source.next();
      if (!done && value !== undefined) {
        // No text has more characters than bytes.
        bytes += value.length;
        if (bytes > maxBytes) return { flaw: 'too large' };
      }
      if (typeof value === 'string') text += value;
      else
        try {
          decoder ??= createDecoder();
          text += decoder.decode(done ? undefined : value);
        } catch {
          return { flaw: 'invalid UTF-8' };
        }
      if (done) return { text };
    }
  } finally {
    signal.removeEventListener('abort', source.cancel);
    // Frees the connection when the rest is not wanted; a broken stream is reported by the read above.
    source.cancel();
  }
};
