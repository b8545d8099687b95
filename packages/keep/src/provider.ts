import type { AnyUserOperation, Client } from 'amend';
import { KeepError } from './keep-error.ts';
import type { KeptProvider } from './types.ts';

/** A provider as the keeper works with it. */
export interface At {
  readonly client: Client;
  /** One for each kind of user; those that leave alone what they do not name, where there are such. */
  readonly updates: readonly AnyUserOperation[];
  readonly creates: readonly AnyUserOperation[];
  readonly perSecond: number;
  readonly concurrency: number;
  readonly timeout: number;
  readonly settle: number;
  /** How long a worker has a link to itself: what its two requests may take, and some more. */
  readonly lease: number;
  /** Whether no call reads one user. */
  readonly isBlind: boolean;
  /** How many requests one look takes. */
  readonly cost: number;
}

export const atProvider = (name: string, given: KeptProvider): At => {
  const kinds = [given.user].flat().map((operations) => Object.values(operations));
  const updates = kinds.flatMap((all) => {
    const changing = all.filter(({ rules }) => rules);
    return changing.find(({ rules }) => rules?.update === 'partial') ?? changing[0] ?? [];
  });
  const [first] = updates;
  if (!first) throw new KeepError('misuse', `${name} has no operation that changes a user; give those of a provider.`);
  if (updates.some(({ provider }) => provider !== name))
    throw new KeepError('misuse', `${name} has operations of another provider; give each under its own name.`);
  const { client, perSecond = 10, concurrency = 8, timeout = 10_000 } = given;
  const { settle = 1000 * Math.max(...updates.map(({ rules }) => rules?.settle ?? 60)) } = given;
  for (const [option, value] of Object.entries({ perSecond, concurrency, timeout, settle: settle + 1 }))
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new KeepError('misuse', `${option} of ${name} must be a number above zero.`);
  const creates = kinds.flatMap((all) => all.filter(({ rules }) => !rules));
  const isBlind = first.reader.read?.({ id: 'id' }) === undefined;
  const lease = 3 * timeout + 5_000;
  return { client, updates, creates, perSecond, concurrency, timeout, settle, lease, isBlind, cost: isBlind ? 1 : 2 };
};
