import { createControl } from './control.ts';
import { createFaults } from './faults.ts';
import { createHandler } from './handle.ts';
import { createFetch, type Fetch } from './in-process.ts';
import { createProviderState } from './provider-state.ts';
import { providers } from './providers.ts';
import { createRequestLog } from './request-log.ts';
import { createRouter } from './route.ts';
import type { Secrets } from './secrets.ts';
import { type Listening, type ListenOptions, listen } from './server.ts';

export interface MockOptions {
  /** The names of the providers to serve; all by default. A name that there is not is a TypeError. */
  readonly only?: readonly string[];
  /** With the same seed, the same calls make the same ids and times. */
  readonly seed?: string;
  /** Of whom these are given, signatures and keys are checked; else credentials only have to be there. */
  readonly secrets?: Secrets;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** A user whom a fresh mock knows. */
export interface FixtureUser {
  readonly provider: string;
  readonly name: string;
  readonly id: string;
  readonly status?: string;
}

export interface Mock {
  /** Answers in this process, whatever the host of the address; only the path counts. */
  readonly fetch: Fetch;
  /** Serves the same on a port, of this machine only by default. */
  readonly listen: (options?: ListenOptions) => Promise<Listening>;
  /** Forgets everything but the fixtures. */
  readonly reset: () => void;
  /** Where each contract is served. */
  readonly mounts: readonly { readonly contract: string; readonly path: string }[];
  readonly fixtures: readonly FixtureUser[];
  /** Stops all servers. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a mock of the providers, which remembers users and enforces the update rules.
 *
 * @example
 * const mock = await createMock({ seed: '1' });
 * const machnet = createMachnet({ clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet', fetch: mock.fetch });
 */
export const createMock = async ({ only, seed, secrets, now = Date.now }: MockOptions = {}): Promise<Mock> => {
  const names = providers.map(({ name }) => name);
  if (only?.some((name) => !names.includes(name))) throw new TypeError(`only may name ${names.join(', ')}.`);
  const wanted = providers.filter(({ name }) => !only || only.includes(name));
  const states = await Promise.all(wanted.map((provider) => createProviderState(provider, { seed, secrets, now })));
  const faults = createFaults();
  const log = createRequestLog();
  const reset = (): void => {
    for (const state of states) state.reset();
    faults.clear();
    log.clear();
  };
  const control = await createControl({ states, faults, log, reset });
  const services = [...states.flatMap((state) => state.services), control];
  const headers = services.flatMap(({ contract }) => contract.headers);
  const handle = createHandler({
    route: createRouter(services),
    faults,
    log,
    headers: ['Content-Type', 'Accept', 'Prefer', ...headers],
    now,
  });
  const servers = new Set<Listening>();
  return {
    fetch: createFetch(handle),
    listen: async (options) => {
      const server = await listen(handle, options);
      servers.add(server);
      return server;
    },
    reset,
    mounts: services.map(({ contract }) => ({ contract: contract.name, path: contract.prefix })),
    fixtures: states.flatMap(({ provider: { name, verification }, users }) =>
      users.all().map(({ id, fixture = '', fields }) => ({
        provider: name,
        name: fixture,
        id,
        ...(verification && { status: String(fields[verification.property]) }),
      })),
    ),
    close: async () => {
      await Promise.all([...servers].map((server) => server.close()));
      servers.clear();
    },
  };
};
