import { type AnyUserOperation, type Patch, planAll, requestOf, type UserOperations } from 'amend';
import { createKeeper } from '../keeper.ts';
import { sqlite } from '../sqlite.ts';
import type { Store } from '../store.ts';
import { createClock, createRandom } from './clock.ts';
import { createFake, type Fake, type Fault } from './fake-provider.ts';
import { judge, mailOf, personAt, phoneOf, type Seen } from './judge.ts';
import { createLife } from './life.ts';

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
    // Nothing is done by a read, and a create that gives an account has made one.
    return (call === 'read' && wrong === 'late') || (call !== 'write' && wrong === 'ignored') ? 'broken' : wrong;
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
  const accountOf = (user: number, fake: Fake): string => `${fake.provider}-u${user}`;
  for (const fake of fakes) fake.findBy((user) => user.email);
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
      const chances = lastly.isCalm ? { crash: 0, stall: 0 } : { crash: 0.012, stall: 0.01 };
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
          } else await clock.sleep(done === 0 ? 1_000 + random() * 4_000 : 1);
          if (lastly.isCalm && !wasCalm) return 'calm';
        }
      };
      const end = await Promise.race([live(), life.died]);
      stalls += life.stalls;
      life.isDead = true;
      if (end === 'over') return;
      if (end === 'dead') crashes += 1;
      await clock.sleep(random() * 1_000);
    }
  };

  const newcomer = 'n';
  /** The last of those who were there from the beginning is forgotten in the middle of it, and may come back at once. */
  const erased = `u${users - 1}`;
  const seen: Seen = {
    ...{ wanted: new Map(), numbers: [], withdrawn: new Set(), newcomer, erased, erasedAt: undefined },
  };
  const comesAt = 1 + Math.floor(random() * changes);
  const goesAt = 1 + Math.floor(random() * 1.3 * changes);
  const drive = async (): Promise<void> => {
    for (let made = 1; made <= changes; made += 1) {
      await clock.sleep(random() * 20_000);
      if (made === comesAt) {
        for (const { provider } of fakes) await caller.link(newcomer, provider, { create: personAt(made) });
        for (const field of ['phone', 'email']) seen.wanted.set(`${newcomer} ${field}`, made);
      }
      let isBack = false;
      if (made === goesAt) {
        await caller.erase(erased);
        for (const field of ['phone', 'email']) seen.wanted.delete(`${erased} ${field}`);
        if (random() < 0.5) seen.erasedAt = clock.now();
        else {
          isBack = true;
          for (const fake of fakes) {
            await caller.link(erased, fake.provider, accountOf(users - 1, fake));
            seen.withdrawn.add(`${erased} ${fake.provider}`);
          }
        }
      }
      const there = seen.erasedAt === undefined ? users : users - 1;
      const user = isBack ? users - 1 : Math.floor(random() * there);
      const isNew = !isBack && made > comesAt && random() < 0.1;
      const userId = isNew ? newcomer : `u${user}`;
      const patch: { -readonly [Name in keyof Patch]: Patch[Name] } = {};
      if (random() < 0.6) patch.phone = phoneOf(made);
      if (random() < 0.5 || !patch.phone) patch.email = mailOf(made);
      if (random() < 0.5 && !isNew) {
        const number = String(40_000_000 + seed * 100 + made);
        patch.documents = { virtual: [{ type: 'DRIVING_LICENCE', number }] };
        seen.numbers.push({ user: userId, number, change: `c${made}` });
      }
      const how = { id: `c${made}`, together: random() < 0.2 };
      await caller.change(userId, patch, how);
      if (random() < 0.3) await caller.change(userId, patch, how);
      for (const field of ['phone', 'email'] as const) if (patch[field]) seen.wanted.set(`${userId} ${field}`, made);
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
      if (random() < 0.1 && !isNew) await caller.link(userId, fake.provider, account);
      if (random() < 0.1 && !isNew) await caller.decide(userId, fake.provider, '*', 'retry');
      if (random() < 0.05 && !isNew) {
        await caller.decide(userId, fake.provider, '*', 'withdraw');
        seen.withdrawn.add(`${userId} ${fake.provider}`);
      }
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

  const names = [...Array.from({ length: users }, (_, user) => `u${user}`), newcomer];
  const longest = timeout + lateness;
  const violations = await judge({ store, caller, fakes, users: names, seen, longest });
  if (!isOver) violations.push('it did not come to rest');
  const writes = fakes.reduce((sum, fake) => sum + fake.writes.length, 0);
  await store.close();
  return { violations: [...new Set(violations)], crashes, stalls, writes };
};
