import type { ChangeOptions } from './options.ts';
import type { Queryable } from './store.ts';
import type { Changed, Keeper, LinkKey } from './types.ts';

/** What is needed of a `PgBoss` that was started. */
export interface Boss {
  createQueue(name: string, options: { readonly policy: string; readonly retryLimit: number }): Promise<unknown>;
  upsert(name: string, data: object, options: UpsertOptions): Promise<unknown>;
  work(
    name: string,
    options: { readonly batchSize: number; readonly pollingIntervalSeconds: number },
    handler: (jobs: readonly { readonly data: LinkKey }[]) => Promise<unknown>,
  ): Promise<string>;
  offWork(name: string, options?: { readonly wait?: boolean }): Promise<unknown>;
}

interface UpsertOptions {
  readonly singletonKey: string;
  readonly startAfter: Date;
  readonly db?: { executeSql(text: string, values?: unknown[]): Promise<{ rows: never[] }> };
}

export interface BossOptions {
  /** The queue's name; `amend-keep` by default. */
  readonly queue?: string | undefined;
  /** Links that this process works on at the same time; 16 by default. */
  readonly atOnce?: number | undefined;
  /** Milliseconds between two looks at what is due and was not woken; 5,000 by default. */
  readonly sweep?: number | undefined;
  /** Hears what could not be done, and is done again by the next look. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A change whose links are woken in the same transaction. */
export interface BossDriver<Name extends string> {
  change(userId: string, patch: Parameters<Keeper<Name>['change']>[1], options?: ChangeOptions): Promise<Changed>;
  /** Has links worked on as soon as a worker is free. */
  wake(links: readonly LinkKey[], tx?: Queryable): Promise<void>;
  /** Takes the place of `keeper.run()`. */
  run(): Promise<void>;
  /** Takes no more jobs, and waits for those on their way. */
  stop(): Promise<void>;
}

/** What is due later than this is found by the sweep: a job that waits would only hold up the next wake. */
const soon = 60_000;

/**
 * Drives a keeper by pg-boss, in the database of both. Jobs only wake: one that is lost, comes twice, expires or is deleted
 * changes nothing, since what is due stands in the rows of links, and the sweep finds it.
 */
export const bossDriver = <Name extends string>(
  boss: Boss,
  keeper: Pick<Keeper<Name>, 'change' | 'reconcile' | 'tick'>,
  { queue = 'amend-keep', atOnce = 16, sweep = 5_000, onError = () => {} }: BossOptions = {},
): BossDriver<Name> => {
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<unknown> = Promise.resolve();

  /** One job a link waits at most; a wake has it come at once. */
  const send = async ({ userId, provider }: LinkKey, startAfter: Date, tx?: Queryable): Promise<void> => {
    const db = tx && {
      executeSql: (text: string, values?: unknown[]) => tx.query(text, values) as Promise<{ rows: never[] }>,
    };
    const singletonKey = JSON.stringify([userId, provider]);
    await boss.upsert(queue, { userId, provider }, { singletonKey, startAfter, ...(db && { db }) });
  };

  const wake: BossDriver<Name>['wake'] = async (links, tx) => {
    for (const link of links) await send(link, new Date(0), tx);
  };

  const work = async (link: LinkKey): Promise<void> => {
    try {
      const { nextAt } = await keeper.reconcile(link);
      if (nextAt !== undefined && nextAt < Date.now() + soon) await send(link, new Date(nextAt));
    } catch (error) {
      onError(error);
    }
  };

  const look = (): void => {
    sweeping = keeper.tick().then(undefined, onError);
    sweeping.then(() => {
      if (timer) timer = setTimeout(look, sweep);
    });
  };

  return {
    wake,
    change: async (userId, patch, options = {}) => {
      const changed = await keeper.change(userId, patch, options);
      await wake(
        changed.plans.map(({ provider }) => ({ userId, provider })),
        options.tx,
      );
      return changed;
    },
    run: async () => {
      await boss.createQueue(queue, { policy: 'short', retryLimit: 0 });
      const options = { batchSize: atOnce, pollingIntervalSeconds: 0.5 };
      await boss.work(queue, options, (jobs) => Promise.all(jobs.map(({ data }) => work(data))));
      timer = setTimeout(look, 0);
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await boss.offWork(queue, { wait: true });
      await sweeping;
    },
  };
};
