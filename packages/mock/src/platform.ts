type Platform = typeof globalThis;

// Of Node its own classes: a test's environment may have none of them (Jest with jsdom), or a browser's that do not go
// with Node's. Asked for in this way, they need no import, which a browser would not have.
const builtin = (globalThis as Partial<Pick<Platform, 'process'>>).process?.getBuiltinModule;

export const { URL } = (builtin?.('node:url') ?? globalThis) as Platform;
export const { TextDecoder, TextEncoder } = (builtin?.('node:util') ?? globalThis) as Platform;
export const { Request, Response }: Platform = builtin?.('node:vm').runInThisContext('globalThis') ?? globalThis;

/** The parts of an address; nothing if it is none. */
export const parseUrl = (address: string): URL | undefined => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};
