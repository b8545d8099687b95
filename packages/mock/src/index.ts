import type { Mock, MockOptions } from './create-mock.ts';
import { NodeVersionError, nodeProblem } from './node-problem.ts';
import type { PageServer } from './serve-page.ts';
import type { Listening } from './server.ts';

export type { Answering, Core } from './core.ts';
export type { FixtureUser, Mock, MockOptions } from './create-mock.ts';
export { defaultPort, mockFlags } from './flags-help.ts';
export type { Fetch } from './in-process.ts';
export { describeListenError } from './listen-error.ts';
export type { Handlers, Http } from './msw.ts';
export { NodeVersionError } from './node-problem.ts';
export { pagePolicy } from './page-policy.ts';
export type { Pages } from './pages.ts';
export type { LogEntry } from './request-log.ts';
export type { ProviderName, Secrets } from './secrets.ts';
export type { PageServer, Told } from './serve-page.ts';
export type { Listening, ListenOptions } from './server.ts';
export type { ShownContract } from './shown-contract.ts';
export type { ShownDelivery, ShownSubscription } from './webhooks/control-webhooks.ts';

/** An older Node cannot load the rest, and would say so in words of its own. */
const checkNode = (): void => {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) throw new NodeVersionError(problem);
};

/**
 * Makes a mock of the providers, which remembers users and enforces the update rules.
 *
 * @throws {NodeVersionError} if this Node is too old.
 *
 * @example
 * const mock = await createMock({ seed: '1' });
 * const machnet = createMachnet({ clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet', fetch: mock.fetch });
 */
export const createMock = async (options?: MockOptions): Promise<Mock> => {
  checkNode();
  const { createMock: create } = await import('./create-mock.ts');
  return create(options);
};

/**
 * Serves a page on 127.0.0.1, with what it asks for beside it, so that it needs no other origin's leave: to its own page
 * and to tools of this machine, by names of this machine.
 *
 * @throws {NodeVersionError} if this Node is too old; and the system's error, such as `EADDRINUSE`.
 */
export const servePage = async (server: PageServer): Promise<Listening> => {
  checkNode();
  const { servePage: serve } = await import('./serve-page.ts');
  return serve(server);
};
