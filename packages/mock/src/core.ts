import { providerNames } from 'amend/providers';
import { controlContract } from './control.ts';
import { createGuard, readHost, readOrigin } from './guard.ts';
import { handlersOf } from './handlers.ts';
import { createFetch, type Fetch, type Handle } from './in-process.ts';
import type { Handlers } from './msw.ts';
import { describeProblems } from './problem.ts';
import { providerNamed } from './providers.ts';
import { type ProviderName, type Secrets, secretsProblem } from './secrets.ts';
import { createSessions, isSessionName, type Session, sessionHeader } from './session.ts';
import type { Receiver } from './webhooks/post.ts';

export interface CoreOptions {
  /** The names of the providers to serve; all by default. A name that there is not is a TypeError. */
  readonly only?: readonly string[] | undefined;
  /** With the same seed, the same calls make the same ids and times. */
  readonly seed?: string | undefined;
  /**
   * Of whom these are given, signatures and keys are checked; else credentials only have to be there. A name that is
   * missing or wrong is a TypeError.
   */
  readonly secrets?: Secrets | undefined;
  /**
   * Pages that may call, `/__amend` too, by their origins, such as `http://localhost:5173`; what is none is a TypeError.
   * Without them, all pages of this machine may call the providers.
   */
  readonly origins?: readonly string[] | undefined;
  /** What a server is called, beside the names of this machine and where it listens; what is no name is a TypeError. */
  readonly hosts?: readonly string[] | undefined;
  /** To which webhooks may go, beside this machine; what is no name is a TypeError. */
  readonly webhookHosts?: readonly string[] | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** A user whom a fresh mock knows. */
export interface FixtureUser {
  readonly provider: string;
  readonly name: string;
  readonly id: string;
  readonly status?: string;
}

/** What answers calls in this process. */
export interface Answering {
  /** Answers in this process, whatever the host of the address; only the path counts. */
  readonly fetch: Fetch;
  /**
   * Handlers for MSW, by its `http`, which answer at the providers' own addresses, sandbox and production; the mock's own
   * calls stay with `fetch`.
   */
  readonly handlers: Handlers;
  /**
   * Has what a provider sends by itself handed to a function, as a request to `url`; what provider, address or secret
   * cannot be used is a TypeError. Reset forgets it.
   *
   * @param options `secret`: what it is signed under, where the provider signs. `url`: `http://localhost/` by default.
   */
  readonly onWebhook: (
    provider: ProviderName,
    receive: Receiver,
    options?: { readonly secret?: string | undefined; readonly url?: string | undefined },
  ) => Promise<{ readonly id: string; readonly stop: () => void }>;
}

/** A mock without a server: what a browser has of one. */
export interface Core extends Answering {
  /** The same with a state of its own, which calls with this name in `X-Amend-Session` share. What is no name is a TypeError. */
  readonly session: (name: string) => Answering;
  /** Forgets everything but the fixtures, and all sessions. */
  readonly reset: () => void;
  /** Where each contract is served. */
  readonly mounts: readonly { readonly contract: string; readonly path: string }[];
  readonly fixtures: readonly FixtureUser[];
}

/** Answers what the mock does not serve itself, and has the rest handled. */
type Pages = (handle: Handle, isTaken: (pathname: string) => boolean) => Handle;

/** What a server needs beside it: who is let in where it listens, and an end of what is sent. */
export interface Served extends Core {
  readonly answerAt: (host: string, pages?: Pages) => Handle;
  readonly stop: () => void;
}

const checkOptions = async ({ only, secrets, origins, hosts, webhookHosts }: CoreOptions): Promise<void> => {
  const names: readonly string[] = providerNames;
  if (only?.some((name) => !names.includes(name))) throw new TypeError(`only may name ${names.join(', ')}.`);
  if (origins?.some((origin) => readOrigin(origin) === undefined))
    throw new TypeError('origins may hold origins, such as http://localhost:5173, and nothing after them.');
  if (hosts?.some((host) => readHost(host) === undefined))
    throw new TypeError('hosts may hold names of the mock, such as mock or host.docker.internal, without a port.');
  if (webhookHosts?.some((host) => readHost(host) === undefined))
    throw new TypeError('webhookHosts may hold names such as receiver or host.docker.internal, without a port.');
  const problem = secrets === undefined ? undefined : await secretsProblem(secrets);
  if (problem !== undefined) throw new TypeError(`secrets ${problem}`);
};

const inSession =
  (handle: Handle, name: string): Handle =>
  (request) =>
    handle({ ...request, headers: { ...request.headers, [sessionHeader.toLowerCase()]: name } });

export const createCore = async (options: CoreOptions = {}): Promise<Served> => {
  await checkOptions(options);
  const { only, seed, secrets, origins, hosts, webhookHosts, now = Date.now } = options;
  const wanted = providerNames.filter((name) => !only || only.includes(name));
  const providers = await Promise.all(wanted.map(providerNamed));
  const sessions = createSessions({ providers, control: await controlContract(), seed, secrets, webhookHosts, now });
  const { states, services } = sessions.own;
  const contracts = services.map(({ contract }) => contract);
  const headers = [
    'Content-Type',
    'Accept',
    'Prefer',
    'Authorization',
    sessionHeader,
    ...contracts.flatMap(({ model }) => Object.values(model.headers)),
  ];
  const guard = createGuard({ origins, hosts }, headers);
  const answering = (handle: Handle, session: () => Session): Answering => ({
    fetch: createFetch(guard(handle)),
    // Who is handed a handler was let in.
    handlers: (http) => handlersOf(http, contracts, createFetch(handle)),
    onWebhook: async (provider, receive, { secret, url = 'http://localhost/' } = {}) => {
      const { webhooks } = session();
      const subscriber = await webhooks.subscribe({ provider, url, secret }, receive);
      if ('refusal' in subscriber) throw new TypeError(describeProblems(subscriber.problems));
      return { id: subscriber.id, stop: () => webhooks.remove(subscriber) };
    },
  });
  return {
    ...answering(sessions.handle, () => sessions.own),
    session: (name) => {
      if (!isSessionName(name))
        throw new TypeError('A session is named by 1 to 64 letters, digits, dots, underscores and hyphens.');
      return answering(inSession(sessions.handle, name), () => sessions.named(name));
    },
    answerAt: (host, pages) => {
      const taken = new Set(contracts.map(({ prefix }) => prefix.split('/')[1]));
      const isTaken = (pathname: string): boolean => taken.has(pathname.split('/')[1]);
      return guard(pages ? pages(sessions.handle, isTaken) : sessions.handle, host);
    },
    stop: sessions.stop,
    reset: sessions.reset,
    mounts: contracts.map(({ name, prefix }) => ({ contract: name, path: prefix })),
    fixtures: states.flatMap(({ provider: { name, verification }, users }) =>
      users.all().map(({ id, fixture = '', fields }) => ({
        provider: name,
        name: fixture,
        id,
        ...(verification && { status: String(fields[verification.property]) }),
      })),
    ),
  };
};
