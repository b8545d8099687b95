import { setTimeout as sleep } from 'node:timers/promises';
import { statusFrom, type ToldStatus } from 'amend';
import { linksOf, linkUser, recordChange, wake } from './change.ts';
import { decideField, eraseUser } from './decide.ts';
import { escalate } from './escalate.ts';
import { KeepError } from './keep-error.ts';
import { claim, isAnyDue } from './pace.ts';
import { type At, atProvider } from './provider.ts';
import { type Deps, type Looked, reconcileLink } from './reconcile.ts';
import type { LinkRow } from './rows.ts';
import { checkSchema, install } from './schema.ts';
import { createVault } from './seal.ts';
import { auditOf, heldLinks, overviewOf, statusOfUser } from './status.ts';
import { createTelemetry } from './telemetry.ts';
import type { CheckedLink, Keeper, KeeperOptions, KeptProvider, LinkKey } from './types.ts';

const hour = 3_600_000;
const day = 24 * hour;
const firstBackoff = 2_000;
/** How long a worker that has nothing to do waits before it looks again, in milliseconds. */
const idle = 1_000;
const claimedAtOnce = 16;

/** Nothing fails in silence, and nothing is said of what may quote. */
const warn = (error: unknown): void => {
  process.emitWarning(
    error instanceof KeepError ? error.message : 'A callback or a client threw; give onError to see it.',
    {
      type: 'KeepWarning',
    },
  );
};

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
  const { db: store, load, recheck = day, random = Math.random, onHeld, onDrift, onError = warn } = options;
  const given = Object.entries<KeptProvider>(options.providers);
  const providers: ReadonlyMap<string, At> = new Map(given.map(([name, one]) => [name, atProvider(name, one)]));
  const thresholds = [...(options.escalate ?? [hour, day, 7 * day])].sort((one, other) => one - other);
  const jitter = (): number => 0.9 + 0.2 * random();
  const vault = createVault(options.seal);
  const recording = { store, vault, providers, loads: load !== undefined, load };
  const deps: Deps = {
    store,
    vault,
    load,
    waits: () => ({
      recheck: recheck * jitter(),
      escalate: thresholds,
      backoff: (tries) => Math.min(hour, firstBackoff * 2 ** Math.min(tries, 12)) * jitter(),
    }),
  };
  const telemetry = createTelemetry(() => overviewOf(store, providers.keys(), false));

  const at = (provider: string): At => {
    const found = providers.get(provider);
    if (found) return found;
    const known = [...providers.keys()].join(', ');
    throw new KeepError('unknown-provider', `This keeper has no provider ${provider}; it has ${known}.`);
  };

  let checked: Promise<void> | undefined;
  /** Nothing is written into tables of another version. */
  const ready = async (): Promise<void> => {
    checked ??= checkSchema(store);
    await checked.catch((error: unknown) => {
      checked = undefined;
      throw error;
    });
  };

  const look = async (link: LinkRow, isTroubled: boolean): Promise<Looked> => {
    const { user_id: userId, provider } = link;
    const looked = await telemetry.look(provider, () => reconcileLink(deps, link, at(provider), isTroubled));
    if (looked.outcome === 'busy' || !looked.drifted?.length) return looked;
    const decisions = (await onDrift?.({ userId, provider, fields: looked.drifted })) ?? {};
    for (const [field, decision] of Object.entries(decisions))
      await decideField(recording, userId, provider, field, decision);
    return looked;
  };

  const lookNow = async ({ userId, provider }: LinkKey): Promise<Looked> => {
    await ready();
    const claimed = await claim(store, provider, at(provider), 1, userId);
    const [link] = claimed.links;
    if (link) return look(link, claimed.isTroubled);
    if (claimed.notBefore !== undefined) return { outcome: 'paused', nextAt: claimed.notBefore };
    const [known] = (await linksOf(store, userId)).filter((one) => one.provider === provider);
    if (!known || known.state === 'erased') return { outcome: 'gone' };
    return { outcome: 'busy', ...(known.lease_until !== null && { nextAt: known.lease_until }) };
  };

  /** What cannot be done now is done again, and is told. */
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      onError(error);
    }
  };

  /** Works on what is due at one provider. */
  const turn = async (name: string, one: At): Promise<number> => {
    if (!(await isAnyDue(store, name))) return 0;
    const { links, isTroubled } = await claim(store, name, one, claimedAtOnce);
    await Promise.all(links.map((link) => guarded(() => look(link, isTroubled))));
    return links.length;
  };
  const tell = async (): Promise<void> => {
    if (onHeld) await guarded(() => escalate(store, thresholds, onHeld));
  };

  let stopping: AbortController | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const goOn = async (signal: AbortSignal, work: () => Promise<number>, pause = idle): Promise<void> => {
    while (!signal.aborted) {
      let done = 0;
      await guarded(async () => {
        await ready();
        done = await work();
      });
      // Nobody waits for a worker that is to stop.
      if (done === 0) await sleep(pause * jitter(), undefined, { signal }).catch(() => undefined);
    }
  };
  // Each provider has a turn of its own, so that none waits for one that is slow.
  const goOnAll = (signal: AbortSignal): Promise<unknown> =>
    Promise.all([
      ...[...providers].map(([name, one]) => goOn(signal, () => turn(name, one))),
      goOn(signal, () => tell().then(() => 0), 30 * idle),
    ]);

  return {
    install: () => install(store),
    link: async (userId, provider, account, { tx } = {}) => {
      await ready();
      at(provider);
      await linkUser(recording, userId, provider, account, tx);
    },
    change: async (userId, patch, how = {}) => {
      await ready();
      return recordChange(recording, userId, patch, how);
    },
    status: (userId) => statusOfUser(store, userId),
    audit: (userId) => auditOf(store, userId),
    overview: ({ links = false } = {}) => overviewOf(store, providers.keys(), links),
    held: async (which = {}) => {
      if (which.provider !== undefined) at(which.provider);
      return heldLinks(store, which);
    },
    statusChanged: async (provider, event) => {
      await ready();
      at(provider);
      const told = 'verification' in event && !('is' in event) ? (event as ToldStatus) : statusFrom(event as never);
      if (told?.provider !== provider) return false;
      const now = await store.now();
      return store.transaction(async (tx) => {
        // Where no read tells the status, it is known from here.
        await tx.query('update amend_keep.link set status = $3 where provider = $1 and account = $2', [
          provider,
          told.id,
          told.verification,
        ]);
        return (await wake(tx, 'provider = $2 and account = $3', [provider, told.id], now)) > 0;
      });
    },
    decide: async (userId, provider, field, decision) => {
      await ready();
      at(provider);
      await decideField(recording, userId, provider, field, decision);
    },
    check: async (userId) => {
      const reads = new Map<string, CheckedLink['read']>();
      for (const { provider, state, account } of await linksOf(store, userId)) {
        if (state === 'erased') continue;
        const known = providers.get(provider);
        const wasRead = known !== undefined && (await lookNow({ userId, provider })).wasRead;
        reads.set(provider, wasRead ? 'done' : known?.isBlind || account === null ? 'impossible' : 'failed');
      }
      return (await statusOfUser(store, userId)).map((link) => ({
        ...link,
        read: reads.get(link.provider) ?? 'impossible',
      }));
    },
    erase: async (userId) => {
      await ready();
      await eraseUser(recording, userId);
    },
    reconcile: async (key) => {
      const { outcome, nextAt } = await lookNow(key);
      return { outcome, ...(nextAt !== undefined && { nextAt }) };
    },
    tick: async () => {
      await ready();
      const turns = await Promise.all([...providers].map(([name, one]) => turn(name, one)));
      await tell();
      return turns.reduce((sum, count) => sum + count, 0);
    },
    run: () => {
      if (stopping) return;
      stopping = new AbortController();
      running = goOnAll(stopping.signal);
    },
    stop: async () => {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
};
