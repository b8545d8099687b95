import type { Contract } from './contract.ts';
import { createControl } from './control.ts';
import { createEvents } from './events.ts';
import { type MockRequest, type Outcome, problemResponse } from './exchange.ts';
import { createFaults } from './faults.ts';
import { createHandler } from './handle.ts';
import type { Provider } from './provider.ts';
import { createProviderState, type ProviderState, type StateOptions } from './provider-state.ts';
import { createRequestLog } from './request-log.ts';
import { createRouter } from './route.ts';
import type { Service } from './service.ts';
import { sessionLimits } from './store.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';

/** All that one mock remembers: users, faults to come, and requests. */
export interface Session {
  readonly states: readonly ProviderState[];
  readonly services: readonly Service[];
  readonly webhooks: Webhooks;
  readonly handle: (request: MockRequest) => Promise<Outcome>;
  /** Forgets everything but the fixtures. */
  readonly reset: () => void;
  /** Sends no more of the webhooks that there are, and ends who listens. */
  readonly stop: () => void;
}

export interface SessionSource extends StateOptions {
  readonly providers: readonly Provider[];
  readonly control: Contract;
  readonly webhookHosts?: readonly string[] | undefined;
}

export const createSession = ({ providers, control: contract, ...options }: SessionSource): Session => {
  const faults = createFaults();
  const webhooks = createWebhooks({ ...options, providers, faults });
  const events = createEvents(() => log.all());
  const log = createRequestLog(events.tell);
  const moved: StateOptions['moved'] = (provider, user) => {
    webhooks.moved(provider, user);
    const status = user.fields[provider.verification?.property ?? ''];
    events.tell({ event: 'status', data: { provider: provider.name, id: user.id, status } });
  };
  const states = providers.map((provider) => createProviderState(provider, { ...options, moved }));
  const reset = (): void => {
    for (const state of states) state.reset();
    faults.clear();
    log.clear();
    webhooks.clear();
  };
  const control = createControl(contract, { states, faults, log, events, webhooks, reset });
  const services = [...states.flatMap((state) => state.services), control];
  const handle = createHandler({ route: createRouter(services), faults, log, now: options.now });
  const stop = (): void => {
    webhooks.stop();
    events.stop();
  };
  return { states, services, webhooks, handle, reset, stop };
};

/** The header that names a session. */
export const sessionHeader = 'X-Amend-Session';

/** The most sessions with a name. */
const maxSessions = 100;

export const isSessionName = (name: string): boolean => /^[A-Za-z0-9._-]{1,64}$/.test(name);

const wrongName = problemResponse(
  400,
  'Bad request',
  `${sessionHeader} must be 1 to 64 letters, digits, dots, underscores and hyphens.`,
);

/** Each name has a session of its own, which begins with the fixtures; that of the longest silence makes room for a new one. */
export const createSessions = (source: SessionSource) => {
  const own = createSession(source);
  const named = new Map<string, Session>();

  const drop = (name: string): void => {
    // Nothing that it held back may happen later.
    named.get(name)?.reset();
    named.get(name)?.stop();
    named.delete(name);
  };

  const sessionNamed = (name: string): { readonly session: Session; readonly isNew: boolean } => {
    const known = named.get(name);
    const session = known ?? createSession({ ...source, limits: sessionLimits });
    named.delete(name);
    const [oldest] = named.keys();
    if (named.size >= maxSessions && oldest !== undefined) drop(oldest);
    named.set(name, session);
    return { session, isNew: !known };
  };

  return {
    own,
    named: (name: string): Session => sessionNamed(name).session,
    handle: async (request: MockRequest): Promise<Outcome> => {
      const name = request.headers[sessionHeader.toLowerCase()];
      if (name === undefined) return own.handle(request);
      if (!isSessionName(name)) return wrongName;
      const { session, isNew } = sessionNamed(name);
      const outcome = await session.handle(request);
      if (!isNew || typeof outcome === 'string') return outcome;
      return { ...outcome, headers: { ...outcome.headers, [sessionHeader.toLowerCase()]: 'started' } };
    },
    stop: (): void => {
      for (const session of [own, ...named.values()]) session.stop();
    },
    reset: (): void => {
      for (const name of named.keys()) drop(name);
      own.reset();
    },
  };
};
