import { controlContract, createControl } from '../control.ts';
import { createEvents } from '../events.ts';
import { createFaults } from '../faults.ts';
import { createHandler } from '../handle.ts';
import { createFetch, type Fetch } from '../in-process.ts';
import type { Provider } from '../provider.ts';
import { createProviderState, type ProviderState } from '../provider-state.ts';
import { createRequestLog } from '../request-log.ts';
import { createRouter } from '../route.ts';
import { createWebhooks } from '../webhooks/webhooks.ts';
import { type Send, sendTo } from './call.ts';

/** Serves one provider in this process, whether the mock lists it or not, and shows what it remembers. */
export const serveState = async (provider: Provider): Promise<{ send: Send; state: ProviderState; fetch: Fetch }> => {
  const state = createProviderState(provider, { seed: 'served', now: Date.now });
  const faults = createFaults();
  const events = createEvents(() => log.all());
  const log = createRequestLog(events.tell);
  const webhooks = createWebhooks({ providers: [provider], faults, now: Date.now });
  const control = createControl(await controlContract(), {
    states: [state],
    faults,
    log,
    events,
    webhooks,
    reset: state.reset,
  });
  const route = createRouter([...state.services, control]);
  const fetch = createFetch(createHandler({ route, faults, log, now: Date.now }));
  return { send: sendTo(fetch), state, fetch };
};

/** The same, for who only asks. */
export const serve = async (provider: Provider): Promise<Send> => (await serveState(provider)).send;
