import type { Mock, MockOptions } from './create-mock.ts';
import { NodeVersionError, nodeProblem } from './node-problem.ts';

export type { Answering, Core } from './core.ts';
export type { FixtureUser, Mock, MockOptions } from './create-mock.ts';
export { defaultPort, mockFlags } from './flags-help.ts';
export type { Fetch } from './in-process.ts';
export { describeListenError } from './listen-error.ts';
export type { Handlers, Http } from './msw.ts';
export { NodeVersionError } from './node-problem.ts';
export { pagePolicy } from './page-policy.ts';
export type { Pages } from './pages.ts';
export type { ProviderName, Secrets } from './secrets.ts';
export type { Listening, ListenOptions } from './server.ts';

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
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) throw new NodeVersionError(problem);
  // An older Node cannot load the rest, and would say so in words of its own.
  const { createMock: create } = await import('./create-mock.ts');
  return create(options);
};
