import { type Core, type CoreOptions, createCore } from './core.ts';
import { withPages } from './pages.ts';
import { type Listening, type ListenOptions, listen } from './server.ts';

export type { FixtureUser } from './core.ts';

export type MockOptions = CoreOptions;

export interface Mock extends Core {
  /** Serves the same on a port, of this machine only by default. */
  readonly listen: (options?: ListenOptions) => Promise<Listening>;
  /** Stops all servers, drops the webhooks that wait, and breaks off those on their way. */
  readonly close: () => Promise<void>;
}

/** The whole of it, for a Node that is new enough: see index.ts. */
export const createMock = async (options: MockOptions = {}): Promise<Mock> => {
  const { answerAt, stop, ...core } = await createCore(options);
  const servers = new Set<Listening>();
  return {
    ...core,
    listen: async ({ port = 0, host = '127.0.0.1', pages } = {}) => {
      const server = await listen(answerAt(host, pages === undefined ? undefined : withPages(pages)), { port, host });
      servers.add(server);
      return server;
    },
    close: async () => {
      stop();
      await Promise.all([...servers].map((server) => server.close()));
      servers.clear();
    },
  };
};
