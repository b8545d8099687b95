import { setTimeout as sleep } from 'node:timers/promises';
import { type Claimed, claim } from './claim.ts';
import { type At, atOf, type Context } from './context.ts';
import { decideField } from './decide.ts';
import { escalate } from './escalate.ts';
import type { Looked } from './finish.ts';
import { KeepError } from './keep-error.ts';
import { linksOf } from './links.ts';
import type { KeeperOptions } from './options.ts';
import { overviewOf } from './overview.ts';
import { readOpen } from './read-open.ts';
import { reconcileLink } from './reconcile.ts';
import { createTelemetry } from './telemetry.ts';
import type { LinkKey } from './types.ts';

/** How long a worker that has nothing to do waits before it looks again, in milliseconds. */
const idle = 1_000;
const claimedAtOnce = 16;

/** Nothing fails in silence, and nothing is said of what may quote. */
const warn = (error: unknown): void => {
  const message = error instanceof KeepError ? error.message : 'A callback or a client threw; give onError to see it.';
  process.emitWarning(message, { type: 'KeepWarning' });
};

type Opened = ReturnType<typeof readOpen>;

type Heard = Pick<KeeperOptions<string>, 'onHeld' | 'onDrift' | 'onError'>;

/** Works on links, once `ready` says that it may. */
export const createWorker = (
  of: Context,
  { onHeld, onDrift, onError = warn }: Heard,
  ready: <Result>(work: () => Promise<Result>) => Promise<Result>,
) => {
  const { store, providers } = of;
  const telemetry = createTelemetry(() => overviewOf(store, providers.keys()));

  const look = async (link: Claimed, open: Opened): Promise<Looked> => {
    const { user_id: userId, provider } = link;
    const looked = await telemetry.look(provider, async () =>
      reconcileLink(of, link, atOf(of, provider), (await open).get(userId) ?? []),
    );
    const { drifted: fields = [] } = looked;
    const decisions = (fields.length > 0 && (await onDrift?.({ userId, provider, fields }))) || {};
    for (const [field, decision] of Object.entries(decisions))
      await decideField(of, { userId, provider }, field, decision);
    return looked;
  };

  /** What cannot be done now is done again, and is told. */
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      onError(error);
    }
  };

  const busy = new Set<string>();
  /** Works on what is due at one provider. */
  const turn = async (provider: string, at: At): Promise<number> => {
    const { links } = await claim(store, provider, at, claimedAtOnce, { isBusy: busy.delete(provider) });
    if (links.length === 0) return 0;
    busy.add(provider);
    const open = readOpen(
      store,
      provider,
      links.map(({ user_id }) => user_id),
    );
    await Promise.all(links.map((link) => guarded(() => look(link, open))));
    return links.length;
  };
  const tell = (): Promise<void> => guarded(async () => onHeld && escalate(of, onHeld));

  let stopping: AbortController | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const goOn = async (signal: AbortSignal, pause: number, work: () => Promise<number>): Promise<void> => {
    while (!signal.aborted) {
      let done = 0;
      await guarded(async () => {
        done = await ready(work);
      });
      // Nobody waits for a worker that is to stop.
      if (done === 0) await sleep(of.about(pause), undefined, { signal }).catch(() => undefined);
    }
  };

  return {
    /** Looks at one link now, unless another worker does. */
    lookNow: async ({ userId, provider }: LinkKey): Promise<Looked> => {
      const { links, notBefore } = await claim(store, provider, atOf(of, provider), 1, { only: userId });
      const [link] = links;
      if (link) return look(link, readOpen(store, provider, [userId]));
      if (notBefore !== undefined) return { outcome: 'paused', nextAt: notBefore };
      const known = (await linksOf(store, userId)).find((one) => one.provider === provider);
      if (!known || known.state === 'erased') return { outcome: 'gone' };
      return { outcome: 'busy', ...(known.lease_until !== null && { nextAt: known.lease_until }) };
    },
    tick: async (): Promise<number> => {
      const turns = await Promise.all([...providers].map(([name, at]) => turn(name, at)));
      await tell();
      return turns.reduce((sum, count) => sum + count, 0);
    },
    run: (): void => {
      if (stopping) return;
      stopping = new AbortController();
      const { signal } = stopping;
      // Each provider has a turn of its own, so that none waits for one that is slow.
      running = Promise.all([
        ...[...providers].map(([name, at]) => goOn(signal, idle, () => turn(name, at))),
        goOn(signal, 30 * idle, () => tell().then(() => 0)),
      ]);
    },
    stop: async (): Promise<void> => {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
};
