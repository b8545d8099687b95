import { type AnyUserOperation, type Patch, planAll, requestOf, type User, type UserOperations } from 'amend';
import { createKeeper } from '../keeper.ts';
import { sqlite } from '../sqlite.ts';
import type { Queryable, Store } from '../store.ts';
import { type Clock, createClock, createRandom } from './clock.ts';
import { createFake, type Fake, type Fault } from './fake-provider.ts';

export interface SimulationOptions {
  readonly seed: number;
  /** One kind of user of each provider. */
  readonly kinds: readonly UserOperations[];
  readonly users?: number;
  readonly changes?: number;
  readonly workers?: number;
  readonly timeout?: number;
  /** How long after its deadline a request may take effect, and how long the keeper waits for it. */
  readonly lateness?: number;
  readonly settle?: number;
}

export interface History {
  readonly violations: readonly string[];
  readonly crashes: number;
  readonly stalls: number;
  readonly writes: number;
}

const phoneOf = (version: number): string => `+1210555${String(1000 + version)}`;
const mailOf = (version: number): string => `v${version}@example.com`;

class Crash extends Error {}
const never = <Result>(): Promise<Result> => new Promise(() => undefined);

/** What a worker lives in: it dies at any step, or stands still for longer than its lease. */
const createLife = (clock: Clock, random: () => number, chances: { crash: number; stall: number }) => {
  const life = { isDead: false, stalls: 0 };
  const dies = (): boolean => {
    if (!life.isDead && random() < chances.crash) life.isDead = true;
    return life.isDead;
  };
  const step = async (): Promise<void> => {
    if (dies()) return never();
    if (random() >= chances.stall) return;
    life.stalls += 1;
    await clock.sleep(10_000 + random() * 60_000);
    if (life.isDead) return never();
  };
  const inside = (tx: Queryable): Queryable => ({
    query: async (text, values) => {
      if (dies()) throw new Crash();
      return tx.query(text, values);
    },
  });
  const around = (store: Store): Store => ({
    ...store,
    query: async (text, values) => {
      await step();
      const result = await store.query(text, values);
      return life.isDead ? never() : result;
    },
    transaction: async (work) => {
      await step();
      try {
        const result = await store.transaction(async (tx) => {
          const made = await work(inside(tx));
          if (dies()) throw new Crash();
          return made;
        });
        await step();
        return result;
      } catch (error) {
        if (error instanceof Crash) return never();
        throw error;
      }
    },
  });
  /** A request goes on at the provider, though nobody hears of its end. */
  const calls = (client: Fake['client']): Fake['client'] => {
    const own = client as unknown as Record<string | symbol, unknown>;
    const entries = Reflect.ownKeys(own).map((name) => {
      const method = own[name];
      if (typeof method !== 'function') return [name, method] as const;
      return [
        name,
        async (...given: unknown[]) => {
          // A request that leaves after its deadline is what nobody can prevent; so nothing stands still here.
          if (dies()) return never();
          const answer = await method(...given);
          await step();
          return answer;
        },
      ] as const;
    });
    return Object.fromEntries(entries) as unknown as Fake['client'];
  };
  return { life, around, calls };
};

const isWrapped = ({ reader }: AnyUserOperation): boolean => {
  const record = { probe: 1 };
  return reader.recordIn(record) !== record;
};

const updateOf = (operations: UserOperations): AnyUserOperation =>
  Object.values(operations).find(({ rules }) => rules?.update === 'partial') as AnyUserOperation;

/** One history: users are changed and verified while workers die and providers fail, and then all comes to rest. */
export const simulate = async (options: SimulationOptions): Promise<History> => {
  const { seed, kinds, users = 3, changes = 20, workers = 2, timeout = 1_000, lateness = 0, settle = 0 } = options;
  const random = createRandom(seed);
  const clock = createClock(1_795_000_000_000);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const lastly = { isCalm: false, calmAt: 0 };
  const faults: readonly Fault[] = ['reset', 'lost', 'late', 'broken', 'broken-after', 'busy', 'ignored', 'down'];
  const fault = (call: string): Fault | undefined => {
    if (lastly.isCalm || random() >= (call === 'read' ? 0.12 : 0.4)) return undefined;
    const wrong = pick(faults);
    return call === 'read' && (wrong === 'ignored' || wrong === 'late') ? 'broken' : wrong;
  };
  const fakes = kinds.map((operations) =>
    createFake({
      ...{ clock, random, operations, fault, lateness },
      ...(isWrapped(updateOf(operations)) && { wrap: (record: object) => ({ data: { items: [record] } }) }),
    }),
  );
  const store = sqlite(':memory:', { now: clock.now });
  const seal = { current: 'k', keys: { k: new Uint8Array(32).fill(7) } };
  const keeperOn = (db: Store, calls: (client: Fake['client']) => Fake['client']) =>
    createKeeper({
      db,
      seal,
      random,
      recheck: 600_000,
      providers: Object.fromEntries(
        fakes.map(({ provider, client }, index) => [
          provider,
          {
            user: kinds[index] as UserOperations,
            client: calls(client),
            timeout,
            settle,
            perSecond: 100,
            concurrency: 4,
          },
        ]),
      ),
    });
  const caller = keeperOn(store, (client) => client);
  await caller.install();
  const begin = (operation: AnyUserOperation): object => {
    const patch = { phone: phoneOf(0), email: mailOf(0) };
    const [plan] = planAll(patch, [{ operation, id: 'id', status: 'unverified' }]);
    return (plan && requestOf(plan)?.body) ?? {};
  };
  const accountOf = (user: number, fake: Fake): string => `${fake.provider}-${user}`;
  for (let user = 0; user < users; user += 1)
    for (const fake of fakes) {
      const account = accountOf(user, fake);
      fake.add(account, begin(fake.update));
      fake.setStatus(account, 'unverified');
      await caller.link(`u${user}`, fake.provider, account);
    }

  let crashes = 0;
  let stalls = 0;
  const lives: { isDead: boolean }[] = [];
  const work = async (): Promise<void> => {
    for (;;) {
      const chances = lastly.isCalm ? { crash: 0, stall: 0 } : { crash: 0.01, stall: 0.004 };
      const { life, around, calls } = createLife(clock, random, chances);
      lives.push(life);
      const keeper = keeperOn(around(store), calls);
      const live = async (): Promise<'over' | 'calm'> => {
        for (;;) {
          const wasCalm = lastly.isCalm;
          const done = await keeper.tick();
          if (done === 0 && wasCalm) {
            const { rows } = await store.query(
              "select min(next_at) as due, max(case when state = 'pending' then 1 else 0 end) as pending from amend_keep.link",
            );
            const due = Number(rows[0]?.due ?? Number.POSITIVE_INFINITY);
            const calmFor = clock.now() - lastly.calmAt;
            // What is held is looked at again twice; what is pending has an hour.
            if (calmFor > (rows[0]?.pending === 0 ? 1_500_000 : 3_600_000)) return 'over';
            await clock.sleep(Math.max(200, Math.min(due - clock.now(), 400_000)));
          } else await clock.sleep(done === 0 ? 500 + random() * 2_000 : 1);
          if (lastly.isCalm && !wasCalm) return 'calm';
        }
      };
      const died = async (): Promise<'dead'> => {
        while (!life.isDead) await clock.sleep(50);
        return 'dead';
      };
      const end = await (lastly.isCalm ? live() : Promise.race([live(), died()]));
      stalls += life.stalls;
      life.isDead = true;
      if (end === 'over') return;
      if (end === 'dead') crashes += 1;
      await clock.sleep(random() * 1_000);
    }
  };

  const wanted = new Map<string, number>();
  const numbers: { readonly user: string; readonly number: string; readonly change: string }[] = [];
  const drive = async (): Promise<void> => {
    for (let made = 1; made <= changes; made += 1) {
      await clock.sleep(random() * 20_000);
      const user = Math.floor(random() * users);
      const userId = `u${user}`;
      const patch: { -readonly [Name in keyof Patch]: Patch[Name] } = {};
      if (random() < 0.6) patch.phone = phoneOf(made);
      if (random() < 0.5 || !patch.phone) patch.email = mailOf(made);
      if (random() < 0.5) {
        const number = String(40_000_000 + seed * 100 + made);
        patch.documents = { virtual: [{ type: 'DRIVING_LICENCE', number }] };
        numbers.push({ user: userId, number, change: `c${made}` });
      }
      const how = { id: `c${made}`, together: random() < 0.2 };
      await caller.change(userId, patch, how);
      if (random() < 0.3) await caller.change(userId, patch, how);
      for (const field of ['phone', 'email'] as const) if (patch[field]) wanted.set(`${userId} ${field}`, made);
      if (random() < 0.15)
        for (const fake of fakes) fake.setStatus(accountOf(user, fake), random() < 0.7 ? 'verified' : 'unverified');
      // What anybody may do at any time, and what makes nothing of it.
      const fake = pick(fakes);
      const account = accountOf(user, fake);
      const told = {
        provider: fake.provider,
        id: account,
        verification: pick(['verified', 'unverified'] as const),
        word: '',
      };
      if (random() < 0.2) await caller.statusChanged(fake.provider, told);
      if (random() < 0.1) await caller.link(userId, fake.provider, account);
      if (random() < 0.1) await caller.decide(userId, fake.provider, '*', 'retry');
    }
    await clock.sleep(30_000);
    Object.assign(lastly, { isCalm: true, calmAt: clock.now() });
  };

  const all = Promise.all([drive(), ...Array.from({ length: workers }, work)]);
  let isOver = false;
  void all.then(() => {
    isOver = true;
  });
  await clock.run(clock.now() + 30 * 86_400_000);

  const violations = fakes.flatMap((fake) => [...fake.violations]);
  const wrong = (what: string): void => {
    violations.push(what);
  };
  if (!isOver) wrong('it did not come to rest');
  const versionIn = (user: User, field: 'phone' | 'email'): number | undefined => {
    const value = user[field];
    return value === undefined
      ? undefined
      : Number(field === 'phone' ? value.slice(-4) : value.slice(1, -12)) - (field === 'phone' ? 1000 : 0);
  };
  for (const fake of fakes) {
    const last = new Map<string, number>();
    for (const { account, user } of fake.writes)
      for (const field of ['phone', 'email'] as const) {
        const version = versionIn(user, field);
        if (version === undefined) continue;
        if (version < (last.get(`${account} ${field}`) ?? 0)) wrong(`${field} went back at ${fake.provider}`);
        last.set(`${account} ${field}`, version);
      }
    for (let user = 0; user < users; user += 1) {
      const userId = `u${user}`;
      const account = accountOf(user, fake);
      const link = (await caller.status(userId)).find(({ provider }) => provider === fake.provider);
      const now = fake.userOf(account);
      for (const field of ['phone', 'email'] as const) {
        const told = link?.fields.find((one) => one.field === field);
        const version = wanted.get(`${userId} ${field}`);
        if (version === undefined || told?.state === 'unsupported') continue;
        const waits = told?.reason === 'locked' || told?.reason === 'together';
        if (told?.state === 'held' && waits && now.verification === 'verified') continue;
        if (versionIn(now, field) !== version)
          wrong(`${field} is lost at ${fake.provider}: ${told?.state} ${told?.reason}`);
        if (told?.state !== 'kept') wrong(`${field} is ${told?.state} ${told?.reason} at ${fake.provider}`);
      }
      const has = now.documents?.virtual ?? [];
      for (const { number, change } of numbers.filter((one) => one.user === userId)) {
        const times = has.filter((one) => one.number === number).length;
        const told = link?.fields.find((one) => one.change === change && one.field.startsWith('documents'));
        if (told?.state === 'unsupported') continue;
        if (told?.reason === 'together' && now.verification === 'verified' && times === 0) continue;
        if (times !== 1) wrong(`a document is there ${times} times at ${fake.provider}`);
      }
      if (link?.state !== 'kept' && !(link?.state === 'held' && /^(locked|together)$/.test(String(link.reason))))
        wrong(`a link is ${link?.state} ${link?.reason} at ${fake.provider}`);
    }
  }
  const leftover = await store.query(
    `select c.id from amend_keep.change c where (c.sealed is null) <> (not exists (
      select 1 from amend_keep.delivery d where d.user_id = c.user_id and d.version = c.version and d.ended_at is null))`,
  );
  if (leftover.rows.length > 0) wrong('a payload is there for nobody, or not there for somebody');
  const tables = ['person', 'link', 'change', 'delivery', 'attempt', 'pace'];
  for (const table of tables) {
    const { rows } = await store.query(`select * from amend_keep.${table}`);
    if (
      /1210555|@example\.com/.test(JSON.stringify(rows)) ||
      numbers.some(({ number }) => JSON.stringify(rows).includes(number))
    )
      wrong(`a value stands in ${table}`);
  }
  const writes = fakes.reduce((sum, fake) => sum + fake.writes.length, 0);
  if (process.env.DEBUG_USER) {
    for (const t of ['change', 'delivery', 'attempt', 'link'])
      for (const r of (await store.query(`select * from amend_keep.${t} where user_id = $1`, [process.env.DEBUG_USER]))
        .rows)
        console.log(t, JSON.stringify(r));
    for (const f of fakes) for (const w of f.writes) console.log(f.provider, JSON.stringify(w));
  }
  await store.close();
  return { violations: [...new Set(violations)], crashes, stalls, writes };
};
