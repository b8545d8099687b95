import { statusFrom, type ToldStatus } from 'amend';
import { recordChange } from './change.ts';
import { atOf, contextOf } from './context.ts';
import { decideField, eraseUser } from './decide.ts';
import { linkUser } from './link-user.ts';
import { linksOf, wake } from './links.ts';
import type { KeeperOptions } from './options.ts';
import { overviewOf } from './overview.ts';
import { checkSchema, install } from './schema.ts';
import type { CheckedLink } from './shown.ts';
import { auditOf, heldLinks, statusOfUser } from './status.ts';
import { inTransaction } from './store.ts';
import type { Keeper } from './types.ts';
import { createWorker } from './worker.ts';

/**
 * Keeps users in step at every provider. Any number of them, in any number of processes, may work on one database.
 *
 * @example
 * const keeper = createKeeper({
 *   db: sqlite('keep.db'),
 *   providers: { hpay: { user: hpayUser, client: hpay } },
 *   seal: { current: 'k1', keys: { k1: process.env.KEEP_KEY } },
 * });
 *
 * @throws {KeepError} if an option makes no sense.
 */
export const createKeeper = <const Name extends string>(options: KeeperOptions<Name>): Keeper<Name> => {
  const of = contextOf(options);
  const { store, providers } = of;

  let checked: Promise<void> | undefined;
  /** Nothing is written into tables of another version. */
  const ready = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    checked ??= checkSchema(store);
    await checked.catch((error: unknown) => {
      checked = undefined;
      throw error;
    });
    return work();
  };
  /** Nor about a provider that is not there. */
  const readyAt = <Result>(provider: string, work: () => Promise<Result>): Promise<Result> =>
    ready(async () => atOf(of, provider) && work());
  const { lookNow, tick, run, stop } = createWorker(of, options, ready);

  return {
    install: () => install(store),
    link: (userId, provider, account, { tx } = {}) =>
      readyAt(provider, () => linkUser(of, { userId, provider }, account, tx)),
    change: (userId, patch, how = {}) => ready(() => recordChange(of, userId, patch, how)),
    status: (userId) => statusOfUser(store, userId),
    audit: (userId) => auditOf(store, userId),
    overview: ({ links } = {}) => overviewOf(store, providers.keys(), links),
    held: async (which = {}) => {
      if (which.provider !== undefined) atOf(of, which.provider);
      return heldLinks(store, which);
    },
    statusChanged: (provider, event) =>
      readyAt(provider, async () => {
        const told = 'verification' in event && !('is' in event) ? (event as ToldStatus) : statusFrom(event as never);
        if (told?.provider !== provider) return false;
        return inTransaction(store, async (tx, now) => {
          const account = [provider, told.id];
          const where = 'provider = $1 and account = $2';
          // Where no read tells the status, it is known from here.
          await tx.query(`update amend_keep.link set status = $3 where ${where}`, [...account, told.verification]);
          return (await wake(tx, now, 'provider = $2 and account = $3', account)) > 0;
        });
      }),
    decide: (userId, provider, field, decision) =>
      readyAt(provider, () => decideField(of, { userId, provider }, field, decision)),
    check: async (userId) => {
      const reads = new Map<string, CheckedLink['read']>();
      for (const { provider, state, account } of await linksOf(store, userId)) {
        if (state === 'erased') continue;
        const known = providers.get(provider);
        const wasRead = known && (await ready(() => lookNow({ userId, provider }))).wasRead;
        reads.set(provider, wasRead ? 'done' : known?.isBlind || account === null ? 'impossible' : 'failed');
      }
      const links = await statusOfUser(store, userId);
      return links.map((link) => ({ ...link, read: reads.get(link.provider) ?? 'impossible' }));
    },
    erase: (userId) => ready(() => eraseUser(of, userId)),
    reconcile: async (key) => {
      const { outcome, nextAt } = await ready(() => lookNow(key));
      return { outcome, ...(nextAt !== undefined && { nextAt }) };
    },
    tick: () => ready(tick),
    run,
    stop,
  };
};
