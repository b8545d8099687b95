import { providerNames } from 'amend/providers';
import { createControl } from './control.ts';
import { createFaults } from './faults.ts';
import { createGuard, readHost, readOrigin } from './guard.ts';
import { createHandler } from './handle.ts';
import { createFetch, type Fetch } from './in-process.ts';
import { createProviderState } from './provider-state.ts';
import { providerNamed } from './providers.ts';
import { createRequestLog } from './request-log.ts';
import { createRouter } from './route.ts';
import { type Secrets, secretsProblem } from './secrets.ts';
import { type Listening, type ListenOptions, listen } from './server.ts';

export interface MockOptions {
  /** The names of the providers to serve; all by default. A name that there is not is a TypeError. */
  readonly only?: readonly string[];
  /** With the same seed, the same calls make the same ids and times. */
  readonly seed?: string;
  /**
   * Of whom these are given, signatures and keys are checked; else credentials only have to be there. A name that is
   * missing or wrong is a TypeError.
   */
  readonly secrets?: Secrets;
  /**
   * Pages that may call, `/__amend` too, by their origins, such as `http://localhost:5173`; what is none is a TypeError.
   * Without them, all pages of this machine may call the providers.
   */
  readonly origins?: readonly string[];
  /** What a server is called, beside the names of this machine and where it listens; what is no name is a TypeError. */
  readonly hosts?: readonly string[];
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

/** The whole of it, for a Node that is new enough: see index.ts. */
export const createMock = async (options: MockOptions = {}): Promise<Mock> => {
  const { only, seed, secrets, origins, hosts, now = Date.now } = options;
  const names: readonly string[] = providerNames;
  if (only?.some((name) => !names.includes(name))) throw new TypeError(`only may name ${names.join(', ')}.`);
  if (origins?.some((origin) => readOrigin(origin) === undefined))
    throw new TypeError('origins may hold origins, such as http://localhost:5173, and nothing after them.');
  if (hosts?.some((host) => readHost(host) === undefined))
    throw new TypeError('hosts may hold names of the mock, such as mock or host.docker.internal, without a port.');
  const problem = secrets === undefined ? undefined : await secretsProblem(secrets);
  if (problem !== undefined) throw new TypeError(`secrets ${problem}`);
  const wanted = providerNames.filter((name) => !only || only.includes(name));
  const providers = await Promise.all(wanted.map(providerNamed));
  const states = providers.map((provider) => createProviderState(provider, { seed, secrets, now }));
  const faults = createFaults();
  const log = createRequestLog();
  const reset = (): void => {
    for (const state of states) state.reset();
    faults.clear();
    log.clear();
  };
  const control = await createControl({ states, faults, log, reset });
  const services = [...states.flatMap((state) => state.services), control];
  const headers = [
    'Content-Type',
    'Accept',
    'Prefer',
    ...services.flatMap(({ contract }) => Object.values(contract.model.headers)),
  ];
  const guard = createGuard({ origins, hosts }, headers);
  const handle = createHandler({ route: createRouter(services), faults, log, now });
  const servers = new Set<Listening>();
  return {
    fetch: createFetch(guard(handle)),
    listen: async ({ port = 0, host = '127.0.0.1' } = {}) => {
      const server = await listen(guard(handle, host), { port, host });
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
