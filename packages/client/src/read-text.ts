/** A body's text, or why it cannot be used. */
export type ReadText = { readonly text: string } | { readonly flaw: 'too large' | 'invalid UTF-8' };

/**
 * Reads a body as UTF-8, up to a number of bytes, counted after decompression.
 *
 * @throws what the stream throws, if the connection breaks.
 */
export const readText = async (response: Response, maxBytes: number, signal: AbortSignal): Promise<ReadText> => {
  if (!response.body) return { text: '' };
  const reader = response.body.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (!done) {
        bytes += value.byteLength;
        if (bytes > maxBytes) return { flaw: 'too large' };
      }
      try {
        text += done ? decoder.decode() : decoder.decode(value, { stream: true });
      } catch {
        return { flaw: 'invalid UTF-8' };
      }
      if (done) return { text };
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    // Frees the connection when the rest is not wanted; a broken stream is reported by the read above.
    cancel();
  }
};
