import { createKeeper, type KeptProvider, type Store } from '@amend/keep';
import { postgres } from '@amend/keep/postgres';
import { sqlite } from '@amend/keep/sqlite';
import { createFake } from '@amend/keep/testing';
import { type AnyUserOperation, makeCall, type Patch, planAll, send, toUser, type UserOperations } from 'amend';
import { providers } from 'amend/providers';
import { Pool } from 'pg';
import { PgBoss } from 'pg-boss';

// The same job by several engines: a user's change is made at every provider, in this process.

interface At {
  readonly provider: string;
  readonly user: UserOperations;
  readonly update: AnyUserOperation;
  readonly client: KeptProvider['client'];
  /** How many there were. */
  readonly requests: () => number;
}

const isWrapped = ({ reader }: AnyUserOperation): boolean => {
  const record = {};
  return reader.recordIn(record) !== record;
};

export interface Circumstances {
  readonly now?: () => number;
  readonly isDown?: (provider: string) => boolean;
}

/** Every provider, as it answers in this process, with so many users. */
export const providersWith = async (
  users: number,
  { now = Date.now, isDown = () => false }: Circumstances = {},
): Promise<At[]> => {
  const clock = { now, sleep: async () => {}, run: async () => {} };
  const all: At[] = [];
  for (const [name, { users: load }] of Object.entries(providers)) {
    const [operations] = Object.values(await load()) as [UserOperations];
    const [first] = Object.values(operations) as [AnyUserOperation];
    const wrap = isWrapped(first) && { wrap: (record: object) => ({ data: { items: [record] } }) };
    const fault = () => (isDown(name) ? 'down' : undefined);
    const fake = createFake({ clock, random: () => 0, operations, fault, ...wrap });
    for (let user = 0; user < users; user += 1) {
      fake.add(`a${user}`, {});
      fake.setStatus(`a${user}`, 'unverified');
    }
    const { provider, update, client, requests } = fake;
    all.push({ provider, user: operations, update, client, requests });
  }
  return all;
};

export interface Engine {
  /** Records a change of one user for all providers. */
  readonly change: (user: number, patch: Patch) => Promise<unknown>;
  /** Makes what was recorded, until there have been so many deliveries since the start. */
  readonly deliver: (total: number) => Promise<void>;
  readonly stop: () => Promise<unknown>;
}

const keeperOn = async (store: Store, all: readonly At[], users: number): Promise<Omit<Engine, 'stop'>> => {
  const of = ({ user, client }: At): KeptProvider => ({ user, client, perSecond: 100_000, concurrency: 16 });
  const keeper = createKeeper({
    db: store,
    providers: Object.fromEntries(all.map((at) => [at.provider, of(at)])),
    seal: { current: 'k', keys: { k: new Uint8Array(32) } },
    onError: (error) => {
      throw error;
    },
  });
  let done = 0;
  await keeper.install();
  for (let user = 0; user < users; user += 1)
    for (const { provider } of all) await keeper.link(`u${user}`, provider, `a${user}`);
  return {
    change: (user, patch) => keeper.change(`u${user}`, patch),
    deliver: async (total) => {
      while (done < total) done += await keeper.tick();
    },
  };
};

interface Job {
  readonly user: number;
  readonly provider: string;
  readonly patch: Patch;
}

/** What is written by hand where there is a queue: read, plan, send; without an intent, and without a look at the answer. */
const jobsFor = (all: readonly At[]) => {
  const at = (provider: string): At => all.find((one) => one.provider === provider) as At;
  const read = async ({ user, provider }: Job): Promise<object | undefined> => {
    const { update, client } = at(provider);
    const call = update.reader.read?.({ id: `a${user}` });
    const answer = call && (await makeCall(client, call));
    return answer?.ok ? toUser(update, answer.data) : undefined;
  };
  const make = async ({ user, provider, patch }: Job, current: object | undefined): Promise<boolean> => {
    const { update, client } = at(provider);
    const [plan] = planAll(patch, [{ operation: update, id: `a${user}`, ...(current && { current }) }]);
    return plan?.state === 'ready' && (await send(plan, client)).ok;
  };
  const jobs = (user: number, patch: Patch): Job[] => all.map(({ provider }) => ({ user, provider, patch }));
  return { read, make, jobs };
};

const counter = () => {
  let done = 0;
  let reached = (): void => {};
  let wanted = Number.POSITIVE_INFINITY;
  return {
    add: (): void => {
      done += 1;
      if (done >= wanted) reached();
    },
    until: (count: number): Promise<void> =>
      new Promise((resolve) => {
        wanted = count;
        reached = resolve;
        if (done >= wanted) resolve();
      }),
  };
};

const onBoss = async (url: string, all: readonly At[]): Promise<Engine> => {
  const boss = new PgBoss({ connectionString: url, max: 8, supervise: false, schedule: false });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('deliver');
  const { read, make, jobs } = jobsFor(all);
  const { add, until } = counter();
  let isWorking = false;
  const work = async (batch: readonly { readonly data: Job }[]): Promise<void> => {
    await Promise.all(batch.map(async ({ data }) => make(data, await read(data)).then(add)));
  };
  return {
    change: (user, patch) =>
      boss.insert(
        'deliver',
        jobs(user, patch).map((data) => ({ data })),
      ),
    deliver: async (total) => {
      if (!isWorking) await boss.work<Job>('deliver', { batchSize: 16, pollingIntervalSeconds: 0.5 }, work);
      isWorking = true;
      await until(total);
    },
    stop: () => boss.stop({ graceful: true }),
  };
};

const onDbos = async (url: string, all: readonly At[], folder: string): Promise<Engine> => {
  const { DBOS } = await import(`${folder}/node_modules/@dbos-inc/dbos-sdk/dist/src/index.js`);
  const { read, make, jobs } = jobsFor(all);
  const { add, until } = counter();
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, logLevel: 'error', runAdminServer: false });
  const workflow = DBOS.registerWorkflow(
    async (job: Job) => {
      const current = await DBOS.runStep(() => read(job), { name: 'read' });
      await DBOS.runStep(() => make(job, current), { name: 'send' });
      add();
    },
    { name: 'deliver' },
  );
  await DBOS.launch();
  await DBOS.registerQueue('deliver', { workerConcurrency: 16, minPollingIntervalMs: 100 });
  return {
    change: async (user, patch) => {
      for (const job of jobs(user, patch)) await DBOS.startWorkflow(workflow, { queueName: 'deliver' })(job);
    },
    deliver: until,
    stop: () => DBOS.shutdown(),
  };
};

export const engines = ['SQLite', 'PostgreSQL', 'pg-boss by hand', 'DBOS by hand'] as const;
export type EngineName = (typeof engines)[number];

/** @param at A path, or the address of an empty database. @param folder Where DBOS is installed. */
export const engineOf = async (name: EngineName, at: string, users: number, folder: string): Promise<Engine> => {
  const all = await providersWith(users);
  if (name === 'pg-boss by hand') return onBoss(at, all);
  if (name === 'DBOS by hand') return onDbos(at, all, folder);
  if (name === 'SQLite') {
    const store = sqlite(at);
    return { ...(await keeperOn(store, all, users)), stop: store.close };
  }
  const pool = new Pool({ connectionString: at, max: 8 });
  return { ...(await keeperOn(postgres(pool, { prepare: true }), all, users)), stop: () => pool.end() };
};
