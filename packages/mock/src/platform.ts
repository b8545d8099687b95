type Platform = typeof globalThis;

// Of Node its own classes: a test's environment may have none of them (Jest with jsdom), or a browser's that do not go
// with Node's. Asked for in this way, they need no import, which a browser would not have.
const builtin = (globalThis as Partial<Pick<Platform, 'process'>>).process?.getBuiltinModule;

export const crypto = (builtin?.('node:crypto').webcrypto ?? globalThis.crypto) as Platform['crypto'];
export const { URL, URLSearchParams } = (builtin?.('node:url') ?? globalThis) as Platform;
export const { TextDecoder, TextEncoder } = (builtin?.('node:util') ?? globalThis) as Platform;
export const { Request, Response, ReadableStream, fetch, AbortController, AbortSignal }: Platform =
  builtin?.('node:vm').runInThisContext('globalThis') ?? globalThis;

/** What a status is called; nothing in a browser, where answers often come without it. */
export const statusText = (status: number): string => builtin?.('node:http').STATUS_CODES[status] ?? '';

/** The parts of an address; nothing if it is none. */
export const parseUrl = (address: string): URL | undefined => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};
