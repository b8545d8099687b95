import { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { bossDriver } from './pg-boss.ts';
import { pgTransaction } from './postgres.ts';
import { hasPostgres, startPostgres } from './testing/postgres-server.ts';
import type { Changed, LinkKey, Reconciled } from './types.ts';

const server = hasPostgres() ? await startPostgres() : undefined;
const url = (await server?.database()) ?? '';
const pool = new Pool({ connectionString: url });
const boss = new PgBoss({ connectionString: url, max: 4, supervise: false, schedule: false });
if (server) await boss.start();
afterAll(async () => {
  if (server) await boss.stop();
  await pool.end();
  await server?.stop();
});

/** A keeper of which it is only known when it was asked. */
const asked: string[] = [];
let answer: (link: LinkKey) => Promise<Reconciled> = async () => ({ outcome: 'kept' });
let due = 0;
const keeper = {
  change: async (userId: string): Promise<Changed> => {
    asked.push(`change ${userId}`);
    const plans = ['one', 'two'].map((provider) => ({ provider }));
    return { id: 'c', version: 1, isNew: true, plans } as unknown as Changed;
  },
  reconcile: (link: LinkKey): Promise<Reconciled> => {
    asked.push(`${link.userId} at ${link.provider}`);
    return answer(link);
  },
  tick: async (): Promise<number> => {
    const found = due;
    due = 0;
    for (let link = 0; link < found; link += 1) asked.push('found by the sweep');
    return found;
  },
};

let count = 0;
const driverOf = (options: object = {}) => {
  count += 1;
  return bossDriver(boss, keeper, { queue: `keep-${count}`, sweep: 50, ...options });
};
const eventually = (want: readonly string[]) => expect.poll(() => asked.toSorted()).toEqual(want);

beforeEach(() => {
  asked.length = 0;
  due = 0;
  answer = async () => ({ outcome: 'kept' });
});

describe.skipIf(!server)('a driver on pg-boss', () => {
  test('wakes each link of a change', async () => {
    const driver = driverOf();
    await driver.run();
    await driver.change('u', { phone: '+12105550132' });
    await eventually(['change u', 'u at one', 'u at two']);
    await driver.stop();
  });

  test("wakes in the caller's transaction, and a rollback wakes nobody", async () => {
    const driver = driverOf();
    await driver.run();
    const client = await pool.connect();
    await client.query('begin');
    await driver.change('lost', {}, { tx: pgTransaction(client) });
    await client.query('rollback');
    await client.query('begin');
    await driver.wake([{ userId: 'kept', provider: 'one' }], pgTransaction(client));
    expect(asked).toEqual(['change lost']);
    await client.query('commit');
    client.release();
    await eventually(['change lost', 'kept at one']);
    await driver.stop();
  });

  test('comes back when the keeper says so, and at once if something wakes it before', async () => {
    const driver = driverOf();
    await driver.run();
    answer = async () => ({ outcome: 'pending', ...(asked.length < 2 && { nextAt: Date.now() + 100 }) });
    await driver.wake([{ userId: 'u', provider: 'one' }]);
    await eventually(['u at one', 'u at one']);
    asked.length = 0;
    answer = async () => ({ outcome: 'pending', ...(asked.length < 2 && { nextAt: Date.now() + 50_000 }) });
    await driver.wake([{ userId: 'u', provider: 'one' }]);
    await eventually(['u at one']);
    await driver.wake([{ userId: 'u', provider: 'one' }]);
    await eventually(['u at one', 'u at one']);
    await driver.stop();
  });

  test('what no job told is found by the sweep', async () => {
    const driver = driverOf();
    await driver.run();
    due = 2;
    await eventually(['found by the sweep', 'found by the sweep']);
    await driver.stop();
  });

  test('what fails is told, and stands in no way of the next wake', async () => {
    const errors: unknown[] = [];
    const driver = driverOf({ onError: (error: unknown) => errors.push(error) });
    await driver.run();
    const boom = new Error('boom');
    answer = () => Promise.reject(boom);
    await driver.wake([{ userId: 'u', provider: 'one' }]);
    await expect.poll(() => errors).toEqual([boom]);
    answer = async () => ({ outcome: 'kept' });
    asked.length = 0;
    await driver.wake([{ userId: 'u', provider: 'one' }]);
    await eventually(['u at one']);
    await driver.stop();
  });

  test('holds no value in its jobs', async () => {
    const driver = driverOf();
    await driver.run();
    await driver.change('u', { phone: '+12105550132' });
    const { rows } = await pool.query('select * from pgboss.job');
    expect(JSON.stringify(rows)).not.toContain('2105550132');
    expect(rows.length).toBeGreaterThan(0);
    await driver.stop();
  });
});
