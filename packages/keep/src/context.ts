import type { AnyUserOperation } from 'amend';
import { KeepError } from './keep-error.ts';
import type { KeeperOptions, KeptProvider } from './options.ts';
import { createVault, type Vault } from './seal.ts';
import type { Store } from './store.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A provider as the keeper works with it. */
export interface At extends Pick<KeptProvider, 'client'> {
  readonly perSecond: number;
  readonly concurrency: number;
  readonly timeout: number;
  readonly settle: number;
  /** One for each kind of user; those that leave alone what they do not name, where there are such. */
  readonly updates: readonly [AnyUserOperation, ...AnyUserOperation[]];
  readonly creates: readonly AnyUserOperation[];
  /** How long a worker has a link to itself: what its two requests may take, and some more. */
  readonly lease: number;
  /** Whether no call reads one user. */
  readonly isBlind: boolean;
  /** How many requests one look takes. */
  readonly cost: number;
}

/** What a keeper works with. */
export interface Context {
  readonly store: Store;
  readonly vault: Vault;
  /** By name, in the order in which they were given. */
  readonly providers: ReadonlyMap<string, At>;
  readonly load: KeeperOptions<string>['load'];
  /** Some milliseconds, a tenth more or less, so that not everything comes at once. */
  readonly about: (milliseconds: number) => number;
  /** Milliseconds until what is held is looked at again. */
  readonly recheck: () => number;
  /** Milliseconds before another try, by how many there were. */
  readonly backoff: (tries: number) => number;
  /** At which ages what is held is told. */
  readonly escalate: readonly number[];
}

export const atProvider = (name: string, { user, client, perSecond = 10, ...given }: KeptProvider): At => {
  const kinds = [user].flat().map((operations) => Object.values(operations));
  const [first, ...others] = kinds.flatMap((all) => {
    const changing = all.filter(({ rules }) => rules);
    return changing.find(({ rules }) => rules?.update === 'partial') ?? changing[0] ?? [];
  });
  if (!first) throw new KeepError('misuse', `${name} has no operation that changes a user; give those of a provider.`);
  const updates = [first, ...others] as const;
  if (updates.some(({ provider }) => provider !== name))
    throw new KeepError('misuse', `${name} has operations of another provider; give each under its own name.`);
  const { concurrency = 8, timeout = 10_000 } = given;
  const { settle = 1000 * Math.max(...updates.map(({ rules }) => rules?.settle ?? 60)) } = given;
  for (const [option, value] of Object.entries({ perSecond, concurrency, timeout, settle: settle + 1 }))
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new KeepError('misuse', `${option} of ${name} must be a number above zero.`);
  const creates = kinds.flatMap((all) => all.filter(({ rules }) => !rules));
  const isBlind = first.reader.read?.({ id: 'id' }) === undefined;
  const lease = 3 * timeout + 5_000;
  return { client, updates, creates, perSecond, concurrency, timeout, settle, lease, isBlind, cost: isBlind ? 1 : 2 };
};

/** @throws {KeepError} if an option makes no sense. */
export const contextOf = (options: KeeperOptions<string>): Context => {
  const { db, load, recheck = day, random = Math.random, escalate = [hour, day, 7 * day] } = options;
  const about = (milliseconds: number): number => milliseconds * (0.9 + 0.2 * random());
  return {
    store: db,
    vault: createVault(options.seal),
    providers: new Map(Object.entries(options.providers).map(([name, given]) => [name, atProvider(name, given)])),
    load,
    about,
    recheck: () => about(recheck),
    backoff: (tries) => about(Math.min(hour, 2_000 * 2 ** Math.min(tries, 12))),
    escalate: escalate.toSorted((one, other) => one - other),
  };
};

/** @throws {KeepError} if the keeper has no such provider. */
export const atOf = ({ providers }: Context, provider: string): At => {
  const found = providers.get(provider);
  if (found) return found;
  const known = [...providers.keys()].join(', ');
  throw new KeepError('unknown-provider', `This keeper has no provider ${provider}; it has ${known}.`);
};
