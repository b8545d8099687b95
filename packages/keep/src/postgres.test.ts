import { hpayUser } from 'amend/hpay';
import { machnetIndividual } from 'amend/machnet';
import { Pool } from 'pg';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { postgres } from './postgres.ts';
import { tellPostgres } from './postgres-error.ts';
import { install } from './schema.ts';
import { storeContract } from './store.contract.ts';
import type { Store } from './store.ts';
import { hasPostgres, hasPrograms, startPooler, startPostgres } from './testing/postgres-server.ts';
import { createWorld } from './testing/world.ts';

const server = hasPostgres() ? await startPostgres() : undefined;
const pooler = server && hasPrograms('pgbouncer', 'pgbouncer') ? await startPooler(server) : undefined;
const pools: Pool[] = [];
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end().catch(() => {})));
  await pooler?.stop();
  await server?.stop();
});

const open = (url: string, options: object = {}): Pool => {
  const pool = new Pool({ connectionString: url, max: 4, ...options });
  pools.push(pool);
  return pool;
};
const database = async (): Promise<string> => (await server?.database()) ?? '';

test('whoever asks for the time at once is told by one statement, and by another one if that failed', async () => {
  const answers = [Promise.reject(new Error('timeout expired')), Promise.resolve({ rows: [{ now: Date.now() }] })];
  let asked = 0;
  const query = () => answers[asked++] as Promise<{ rows: { now: number }[] }>;
  const store = postgres({ query, on: () => {}, connect: () => Promise.reject(new Error('Nobody connects.')) });
  const failed = await Promise.allSettled([store.now(), store.now()]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const times = await Promise.all([store.now(), store.now(), store.now()]);
  expect([asked, new Set(times.map((time) => Math.round(time / 60_000))).size]).toEqual([2, 1]);
});

test('a machine that slept asks for the time anew: the clock that nobody sets stood still meanwhile', async () => {
  let asked = 0;
  const query = async () => ({ rows: [{ now: 3_600_000 * ++asked }] });
  const store = postgres({ query, on: () => {}, connect: () => Promise.reject(new Error('Nobody connects.')) });
  const hours = async (): Promise<number> => Math.round((await store.now()) / 3_600_000);
  expect([await hours(), await hours()]).toEqual([1, 1]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect(await hours()).toBe(2);
});

describe.skipIf(!server)('alone', () => {
  storeContract('postgres', async () => {
    const url = await database();
    return [postgres(open(url)), postgres(open(url))];
  });

  test('a connection that breaks between two statements is told, and another one is taken', async () => {
    const url = await database();
    const store = postgres(open(url));
    await install(store);
    const broken = store.transaction(async (tx) => {
      const { rows } = await tx.query('select pg_backend_pid() as pid');
      await store.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((done) => setTimeout(done, 50));
      await tx.query('select 1');
    });
    await expect(broken).rejects.toMatchObject({ name: 'KeepError', code: 'unreachable' });
    expect((await store.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('prepare: %s: a connection has planned %i statements that ran twice', async (prepare, count) => {
    const store = postgres(open(await database(), { max: 1 }), { prepare });
    await install(store);
    const text = 'select user_id from amend_keep.person where user_id = $1';
    for (const user of ['a', 'b']) await store.transaction((tx) => tx.query(text, [user]));
    const { rows } = await store.query(`select statement from pg_prepared_statements where statement like '%person%'`);
    expect(rows).toHaveLength(count);
  });

  test('prepare: after a migration that adds columns an older worker goes on', async () => {
    const store = postgres(open(await database(), { max: 1 }), { prepare: true });
    const { keeper, drain, clock, fakes, fail, errors } = await createWorld(
      { machnet: machnetIndividual },
      { open: async () => store, onHeld: () => {} },
    );
    const live = async (phone: string): Promise<void> => {
      await keeper.change('u', { phone });
      fail('unauthorized');
      await drain(600_000);
      await clock.run(clock.now() + 86_400_000);
      await drain();
      await keeper.audit('u');
      await keeper.held();
    };
    await live('+12105550132');
    for (const table of ['person', 'link', 'change', 'delivery', 'attempt', 'pace'])
      await store.query(`alter table amend_keep.${table} add column later text`);
    await live('+12105550199');
    expect(errors).toEqual([]);
    expect(fakes[0]?.userOf('a').phone).toBe('+12105550199');
  });

  test('a transaction whose failure was passed over is none', async () => {
    const store = postgres(open(await database()));
    await install(store);
    const passedOver = store.transaction(async (tx) => {
      await tx.query("insert into amend_keep.person (user_id, version) values ('u', 1)");
      await tx.query('select wrong').catch(() => {});
    });
    await expect(passedOver).rejects.toMatchObject({ name: 'KeepError', code: 'database' });
    expect((await store.query('select user_id from amend_keep.person')).rows).toEqual([]);
  });

  test('a lock that another transaction keeps is waited for no longer than asked', async () => {
    const url = await database();
    const [patient, hasty] = [postgres(open(url)), postgres(open(url), { patience: 50 })];
    await install(patient);
    await patient.query("insert into amend_keep.person (user_id, version) values ('u', 1)");
    const row = 'select version from amend_keep.person for update';
    await patient.transaction(async (tx) => {
      await tx.query(row);
      await expect(hasty.transaction((other) => other.query(row))).rejects.toMatchObject({ code: 'busy' });
      const skipped = await hasty.transaction((other) => other.query(`${row} skip locked`));
      expect(skipped.rows).toEqual([]);
    });
  });

  test('a transaction that keeps a link holds up a look at it no longer than asked, and nothing is sent', async () => {
    const url = await database();
    const other = await open(url).connect();
    const { keeper, keeperWith, store, fakes, errors, wait, drain } = await createWorld(
      { machnet: machnetIndividual },
      { open: async () => postgres(open(url), { patience: 50 }) },
    );
    await keeper.change('u', { phone: '+12105550132' });
    const db: Store = {
      ...store,
      query: async (text, values) => {
        if (/insert into amend_keep\.attempt/.test(text))
          await other.query('begin; update amend_keep.link set wanted = wanted');
        return store.query(text, values);
      },
    };
    await wait(keeperWith({ db }).tick());
    expect([errors, fakes[0]?.writes]).toMatchObject([[{ code: 'busy' }], []]);
    await other.query('rollback');
    other.release();
    await drain();
    expect(fakes[0]?.userOf('a').phone).toBe('+12105550132');
  });

  test('a result that is written twice at the same moment counts once', async () => {
    const url = await database();
    const other = await open(url).connect();
    const { keeper, keeperWith, store, wait } = await createWorld(
      { machnet: machnetIndividual, hpay: hpayUser },
      { open: async () => postgres(open(url)) },
    );
    await wait(keeper.tick());
    await keeper.change('u', { phone: '+12105550132' });
    const db: Store = {
      ...store,
      query: async (text, values) => {
        if (!/set lease_until = null, seen/.test(text)) return store.query(text, values);
        await other.query('begin; select 1 from amend_keep.link for update');
        const both = [1, 2].map(() => store.query(text, values));
        const blocked =
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
        while ((await other.query(blocked)).rows.length < 2);
        await other.query('commit');
        const results = await Promise.all(both);
        return results.find(({ rows }) => rows.length > 0) ?? { rows: [] };
      },
    };
    await wait(keeperWith({ db }).reconcile({ userId: 'u', provider: 'machnet' }));
    other.release();
    const { rows } = await store.query('select waiting from amend_keep.change');
    expect(rows).toEqual([{ waiting: 1 }]);
  });

  test('who stays in a transaction and does nothing is put out of it', async () => {
    const store = postgres(open(await database()), { patience: 20 });
    const idle = store.transaction(async (tx) => {
      await new Promise((done) => setTimeout(done, 500));
      await tx.query('select 1');
    });
    await expect(idle).rejects.toMatchObject({ name: 'KeepError' });
  });

  test.each<[name: string, url: (real: string) => string, code: string]>([
    ['a server that is not there', () => 'postgres://amend@127.0.0.1:1/keep', 'unreachable'],
    ['a database that is not there', (url) => url.replace(/\w+$/, 'nobody'), 'unreachable'],
    ['a database that may be read alone', (url) => `${url}?options=-c%20default_transaction_read_only=on`, 'read-only'],
  ])('%s', async (_, urlOf, code) => {
    const store = postgres(open(urlOf(await database())));
    const failure: unknown = await install(store).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'KeepError', code });
    expect(String(failure)).toMatch(/^KeepError: The database of the keeper .*\.$/);
  });
});

describe.skipIf(!pooler)('behind PgBouncer, which hands out connections by the transaction', () => {
  storeContract('postgres', async () => {
    const url = pooler?.at(await database()) ?? '';
    return [postgres(open(url)), postgres(open(url))];
  });

  test('nothing that is set in a transaction stays in the connection', async () => {
    const url = await database();
    const store: Store = postgres(open(pooler?.at(url) ?? ''), { patience: 1234 });
    await store.transaction((tx) => tx.query('select 1'));
    const { rows } = await store.query("select current_setting('lock_timeout') as wait");
    expect(rows).toEqual([{ wait: '0' }]);
  });
});

test.each([
  ['23505', 'database', /PostgreSQL's error 23505/],
  ['53100', 'full', /no room/],
  ['53300', 'unreachable', /no more connections/],
  ['57P01', 'unreachable', /cannot be reached/],
  ['08006', 'unreachable', /cannot be reached/],
  ['40P01', 'busy', /try again/],
  ['28P01', 'unreachable', /credentials/],
  ['42501', 'read-only', /rights/],
  ['ECONNRESET', 'unreachable', /cannot be reached/],
  ['ERR_SQLITE_ERROR', 'database', /an error of its driver/],
])('%s is %s, and quotes nothing', (state, code, message) => {
  const told = tellPostgres(Object.assign(new Error('planted value'), { code: state, detail: 'planted value' }));
  expect(told).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(JSON.stringify([told, String(told)])).not.toContain('planted');
});

test('what nobody knows quotes nothing either', () => {
  const wrapped = new Error('planted', { cause: Object.assign(new Error('planted'), { code: '40001' }) });
  expect(tellPostgres(wrapped)).toMatchObject({ code: 'busy' });
  for (const error of [new Error('planted'), 'planted', Object.assign(new Error('planted'), { code: 7 })])
    expect(String(tellPostgres(error))).toBe(
      'KeepError: The database of the keeper failed with an error of its driver.',
    );
});
