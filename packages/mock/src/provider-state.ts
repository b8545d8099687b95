import { authenticate } from './authenticate.ts';
import type { Operation } from './contract.ts';
import { fixturesOf, latestTime } from './fixtures.ts';
import { createIds, type Ids } from './ids.ts';
import { type Fields, isFields, sameJson } from './json.ts';
import { outputProblems } from './output-problems.ts';
import { refuse } from './problem.ts';
import type { Call, Provider } from './provider.ts';
import { answerTo } from './refusal.ts';
import { createReplays } from './replays.ts';
import type { Secrets } from './secrets.ts';
import type { Input, Service } from './service.ts';
import { type Clock, createClock, createUsers, type Limits, type StoredUser, type Users } from './store.ts';
import { tokensOf } from './token.ts';

export interface StateOptions {
  readonly seed?: string | undefined;
  readonly secrets?: Secrets | undefined;
  readonly now: () => number;
  readonly limits?: Limits | undefined;
  /** Told of each user whose status is another than before. */
  readonly moved?: ((provider: Provider, user: StoredUser) => void) | undefined;
}

/** One provider and what the mock remembers of it. */
export interface ProviderState {
  readonly provider: Provider;
  readonly services: readonly Service[];
  readonly users: Users;
  readonly show: (user: StoredUser) => Fields;
  /** Forgets everything but the fixtures. */
  readonly reset: () => void;
}

/** A body in two: the user's fields, and what is none. */
const split = (body: unknown, { roles }: Operation): { readonly fields: Fields; readonly roles: Fields } => {
  const entries = Object.entries(isFields(body) ? body : {});
  const isRole = ([name]: readonly [string, unknown]): boolean => Object.hasOwn(roles, name);
  return {
    fields: Object.fromEntries(entries.filter((entry) => !isRole(entry))),
    roles: Object.fromEntries(entries.filter(isRole)),
  };
};

/** With one more for each property that is another one now; what nobody shows is told by that alone. */
const changesOf = (before: StoredUser | undefined, { fields }: StoredUser): Readonly<Record<string, number>> => {
  const { fields: old, changes = {} } = before ?? { fields };
  const names = Object.keys({ ...old, ...fields }).filter((name) => !sameJson(old[name], fields[name]));
  return { ...changes, ...Object.fromEntries(names.map((name) => [name, (changes[name] ?? 0) + 1])) };
};

/** A provider with the fixtures in its memory. */
export const createProviderState = (provider: Provider, options: StateOptions): ProviderState => {
  const fixtures = fixturesOf(provider);
  const store = createUsers(options.limits);
  const statusOf = ({ fields }: StoredUser): unknown => provider.verification && fields[provider.verification.property];
  const users: Users = {
    ...store,
    put: (user) => {
      const before = store.get(user.id);
      store.put({ ...user, changes: changesOf(before, user) });
      if (before && statusOf(before) !== statusOf(user)) options.moved?.(provider, user);
    },
  };
  const replays = createReplays();
  let ids: Ids;
  let clock: Clock;

  const reset = (): void => {
    users.clear();
    replays.clear();
    for (const user of fixtures) users.put(user);
    ids = createIds(options.seed && `${options.seed} ${provider.name}`);
    clock = createClock(options.seed, options.now, latestTime(fixtures));
  };
  reset();

  const show = ({ fields }: StoredUser): Fields => provider.read(fields);

  const callOf = (operation: Operation, { params, query, body, rulesOff }: Input): Call => {
    const { fields, roles } = split(body, operation);
    const unanswerable = (answer: unknown) => outputProblems(operation, operation.success, answer);
    return { operation, params, query, body: fields, roles, users, ids, clock, show, rulesOff, unanswerable };
  };

  const services = provider.contracts.map(
    (contract): Service => ({
      name: provider.name,
      contract,
      handle: (operation, input) => {
        const handler = provider.operations[operation.id];
        return handler ? replays.once(operation, input, () => handler(callOf(operation, input))) : refuse('failed');
      },
      answerTo: (operation, refusal) => answerTo(provider, operation, refusal),
      authenticate: (request) => authenticate(request, provider.name, options),
      token: tokensOf(contract, provider.name, options.secrets),
    }),
  );
  return { provider, services, users, show, reset };
};
