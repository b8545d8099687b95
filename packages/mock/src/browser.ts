import { type Core, type CoreOptions, createCore } from './core.ts';

export type { Answering, Core, CoreOptions, FixtureUser } from './core.ts';
export type { Fetch } from './in-process.ts';
export type { Handlers, Http } from './msw.ts';
export type { ProviderName, Secrets } from './secrets.ts';

/**
 * Makes a mock in a browser: in a page, in a story, or for MSW's worker. It makes no code of texts, so `script-src 'self'`
 * does.
 *
 * @example
 * const mock = await createMock();
 * await setupWorker(...mock.handlers(http)).start();
 */
export const createMock = async (options?: CoreOptions): Promise<Core> => {
  const { answerAt: _, stop: __, ...core } = await createCore(options);
  return core;
};
