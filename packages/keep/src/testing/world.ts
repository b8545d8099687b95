import type { UserOperations } from 'amend';
import { createKeeper } from '../keeper.ts';
import type { KeeperOptions, KeptProvider } from '../options.ts';
import { sqlite } from '../sqlite.ts';
import type { Queryable, Store } from '../store.ts';
import { createClock, createRandom } from './clock.ts';
import { createFake, type Fault } from './fake-provider.ts';

export interface WorldOptions extends Partial<KeeperOptions<string>> {
  readonly at?: Partial<KeptProvider>;
  /** An empty database; SQLite in memory by default. */
  readonly open?: () => Promise<Store>;
  readonly afterRead?: (account: string) => void;
}

/** Has a worker die at a statement: within the transaction that it stands in, or once that or the statement is committed. */
interface Death {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

class Crash extends Error {}

const dying = (store: Store, { before, after }: Death): Store => ({
  ...store,
  query: async (text, values) => {
    const never = new Promise<never>(() => undefined);
    if (before?.test(text)) return never;
    const result = await store.query(text, values);
    return after?.test(text) ? never : result;
  },
  transaction: async (work) => {
    let isLast = false;
    const watched = (tx: Queryable): Queryable => ({
      query: async (text, values) => {
        if (before?.test(text)) throw new Crash();
        isLast ||= after?.test(text) ?? false;
        return tx.query(text, values);
      },
    });
    const never = new Promise<never>(() => undefined);
    try {
      const result = await store.transaction((tx) => work(watched(tx)));
      return isLast ? never : result;
    } catch (error) {
      if (error instanceof Crash) return never;
      throw error;
    }
  },
});

/** A keeper with providers in this process, on a clock that stands still, and a user `u` whose account is `a` everywhere. */
export const createWorld = async (kinds: Readonly<Record<string, UserOperations>>, options: WorldOptions = {}) => {
  const { at = {}, open = async () => sqlite(':memory:'), afterRead, ...more } = options;
  let running = 0;
  const clock = createClock(Date.parse('2026-11-27T12:00:00Z'), () => running > 0);
  const counted = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
  const opened = await open();
  const store: Store = {
    ...opened,
    now: async () => clock.now(),
    query: (text, values) => counted(() => opened.query(text, values)),
    transaction: (work) => counted(() => opened.transaction(work)),
  };
  const random = createRandom(1);
  const faults: (Fault | undefined)[] = [];
  let standing: Fault | undefined;
  const fault = (): Fault | undefined => faults.shift() ?? standing;
  const wrap = (operations: UserOperations) => {
    const [{ reader }] = Object.values(operations) as [UserOperations[string]];
    const probe = { probe: 1 };
    return reader.recordIn(probe) === probe ? {} : { wrap: (record: object) => ({ data: { items: [record] } }) };
  };
  const fakes = Object.values(kinds).map((operations) =>
    createFake({ clock, random, operations, fault, ...wrap(operations), ...(afterRead && { afterRead }) }),
  );
  const errors: unknown[] = [];
  const keeperWith = (own: Partial<KeeperOptions<string>> = {}) =>
    createKeeper({
      db: store,
      providers: Object.fromEntries(
        fakes.map(({ provider, client }) => [provider, { user: kinds[provider] as UserOperations, client, ...at }]),
      ),
      seal: { current: 'k', keys: { k: new Uint8Array(32).fill(7) } },
      random: () => 0.5,
      onError: (error) => errors.push(error),
      ...more,
      ...own,
    });
  const keeper = keeperWith();
  await keeper.install();
  for (const fake of fakes) {
    fake.add('a', {});
    fake.setStatus('a', 'unverified');
    await keeper.link('u', fake.provider, 'a');
  }
  /** A worker that dies, and does what it does until then. */
  const die = async (death: Death): Promise<void> => {
    void keeperWith({ db: dying(store, death) }).tick();
    await clock.run(clock.now() + 5_000);
  };
  /** What a promise comes to, with as much time as it takes. */
  const wait = async <Result>(work: Promise<Result>): Promise<Result> => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    void work.then(end, end);
    for (let turns = 0; !isOver && turns < 1_000; turns += 1) await clock.run(clock.now() + 1_000);
    return work;
  };
  /** Works on what is due until nothing is within so many milliseconds. */
  const drain = async (within = 120_000, by = keeper): Promise<void> => {
    for (let turns = 0; turns < 500; turns += 1) {
      if ((await wait(by.tick())) > 0) continue;
      const { rows } = await store.query('select min(next_at) as due from amend_keep.link');
      const due = Number(rows[0]?.due ?? Number.POSITIVE_INFINITY);
      if (due > clock.now() + within) return;
      await clock.run(Math.max(due, clock.now() + 500));
    }
  };
  return {
    clock,
    store,
    fakes,
    keeper,
    keeperWith,
    die,
    errors,
    wait,
    drain,
    /** What goes wrong with the next calls, one after the other. */
    fail: (...next: (Fault | undefined)[]) => faults.push(...next),
    /** What goes wrong with all calls from now on. */
    failAlways: (what: Fault | undefined) => {
      standing = what;
    },
  };
};
