import { wordsOf } from '@amend/contract';
import { type Contract, loadContract } from './contract.ts';
import { documentMedia, listDocuments, showDocument } from './contract-documents.ts';
import { type Events, eventMedia, tooManyStreams } from './events.ts';
import { type Fault, type Faults, tooManyFaults } from './faults.ts';
import { controlPrefix } from './manner.ts';
import { type Problem, refuse } from './problem.ts';
import type { ProviderState } from './provider-state.ts';
import { answerTo } from './refusal.ts';
import type { RequestLog } from './request-log.ts';
import type { Answer, Input, Service } from './service.ts';
import type { StoredUser } from './store.ts';
import { controlWebhooks } from './webhooks/control-webhooks.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

export interface Controlled {
  readonly states: readonly ProviderState[];
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly events: Events;
  readonly webhooks: Webhooks;
  readonly reset: () => void;
}

/** The contract of the mock's own API. */
export const controlContract = (): Promise<Contract> => loadContract({ name: 'control', prefix: controlPrefix });

const describeUser = ({ provider, show }: ProviderState, user: StoredUser) => {
  const { verification, name } = provider;
  return {
    provider: name,
    id: user.id,
    ...(verification && { status: user.fields[verification.property] }),
    ...(user.fixture && { fixture: user.fixture }),
    archived: user.archived.length,
    ...(user.changes && Object.keys(user.changes).length > 0 && { changes: user.changes }),
    user: show(user),
  };
};

const noStatus = (words: readonly string[]): Problem => ({
  field: '/status',
  rule: 'enum',
  message: words.length > 0 ? `must be one of ${words.join(', ')}` : 'cannot be set: this provider holds no status',
});

/** What would keep a fault from ever happening. */
const problemsOf = (fault: Fault, states: Controlled['states']): readonly Problem[] => {
  const { provider, operation, latency, status, retryAfter, reset, lost, late, webhook } = fault;
  const meant = states.filter((state) => provider === undefined || state.provider.name === provider);
  const operations = meant.flatMap(({ services }) => services.flatMap(({ contract }) => contract.operations));
  const isLost = lost || late !== undefined;
  const wrong = (field: string, message: string): Problem => ({ field, rule: 'fault', message });
  if (meant.length === 0) return [wrong('/provider', 'is none that this mock serves')];
  return [
    ...(operation === undefined || operations.some(({ id }) => id === operation)
      ? []
      : [wrong('/operation', 'is none that is served; GET /__amend/routes lists all')]),
    ...(latency === undefined && status === undefined && !reset && !isLost && webhook === undefined
      ? [wrong('', 'must have latency, status, reset, lost, late or webhook')]
      : []),
    ...(webhook !== undefined && (operation !== undefined || status !== undefined || reset || isLost)
      ? [wrong('/webhook', 'is of no request, and has no operation, status, reset, lost or late beside it')]
      : []),
    ...(isLost && reset
      ? [wrong('/reset', 'does nothing of what was asked, and goes neither with lost nor with late')]
      : []),
    ...(isLost && status === 429
      ? [wrong('/status', 'must be 500 where something is done: a 429 says that nothing was')]
      : []),
    ...(webhook !== undefined && (webhook === 'late') !== (latency !== undefined)
      ? [wrong('/latency', 'goes with a late webhook, and with no other')]
      : []),
    ...(retryAfter !== undefined && status === undefined ? [wrong('/retryAfter', 'must have a status beside it')] : []),
  ];
};

/** The mock's own API, from its own contract. */
export const createControl = (
  contract: Contract,
  { states, faults, log, events, webhooks, reset }: Controlled,
): Service => {
  const setStatus = ({ params, body }: Input): Answer | ReturnType<typeof refuse> => {
    const state = states.find(({ provider }) => provider.name === params.provider);
    const user = state?.users.get(params.user_id ?? '');
    if (!state || !user) return refuse('not-found');
    const { users } = state;
    const { verification } = state.provider;
    const { status, after } = body as { readonly status: string; readonly after?: number };
    const words = verification ? wordsOf(verification) : [];
    if (!verification || !words.includes(status)) return refuse('rejected', noStatus(words));
    if (after !== undefined && faults.isFull()) return refuse('full', tooManyFaults);
    const change = (): void => {
      const current = users.get(user.id);
      if (current) users.put({ ...current, fields: { ...current.fields, [verification.property]: status } });
    };
    if (after === undefined) change();
    else faults.wait(after, false).then((isOver) => isOver && change());
    return { status: 200, body: describeUser(state, users.get(user.id) ?? user) };
  };

  const done = (act: () => void): Answer => {
    act();
    return { status: 204 };
  };

  const contracts = [...states.flatMap(({ provider }) => provider.contracts), contract];

  const operations: Readonly<Record<string, (input: Input) => ReturnType<Service['handle']>>> = {
    resetMock: () => done(reset),
    listUsers: ({ query }) => ({
      status: 200,
      body: states
        .filter(({ provider }) => !query.provider || provider.name === query.provider)
        .flatMap((state) => state.users.all().map((user) => [state, user] as const))
        .slice(Number(query.offset ?? 0))
        .slice(0, Number(query.limit ?? 100))
        .map(([state, user]) => describeUser(state, user)),
    }),
    setStatus,
    listFaults: () => ({ status: 200, body: faults.all() }),
    addFault: ({ body }) => {
      const problems = problemsOf(body as Fault, states);
      if (problems.length === 0 && faults.isFull()) return refuse('full', tooManyFaults);
      return problems.length > 0 ? refuse('rejected', ...problems) : done(() => faults.add(body as Fault));
    },
    clearFaults: () => done(faults.clear),
    advanceFaults: async ({ body }) => {
      await faults.advance((body as { readonly by: number }).by);
      return { status: 204 };
    },
    listRequests: () => ({ status: 200, body: log.all() }),
    clearRequests: () => done(log.clear),
    streamEvents: ({ headers }) => {
      const stream = events.open(headers['last-event-id']);
      return stream ? { status: 200, media: eventMedia, body: stream } : refuse('full', tooManyStreams);
    },
    ...controlWebhooks(webhooks),
    listContracts: (input) => listDocuments(contracts, input),
    getContract: (input) => showDocument(contracts, input),
    listRoutes: () => ({
      status: 200,
      body: states.flatMap(({ provider }) =>
        provider.contracts.flatMap(({ name, prefix, operations }) =>
          operations.map(({ id, method, path }) => ({
            provider: provider.name,
            contract: name,
            operation: id,
            method,
            path: prefix + path,
          })),
        ),
      ),
    }),
  };

  return {
    name: 'amend',
    contract,
    handle: ({ id }, input) => operations[id]?.(input) ?? refuse('failed'),
    answerTo: (operation, refusal) => answerTo({ errorBody: ({ message }) => ({ message }) }, operation, refusal),
    authenticate: async () => undefined,
    media: { getContract: documentMedia, streamEvents: [eventMedia] },
  };
};
