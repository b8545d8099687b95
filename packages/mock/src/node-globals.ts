import { runInThisContext } from 'node:vm';

/**
 * Node's own, from its main context: a test's environment may have none of them (Jest with jsdom), or a browser's that
 * does not go with Node's.
 */
export const { Request, Response }: Pick<typeof globalThis, 'Request' | 'Response'> = runInThisContext('globalThis');
