import { machnetIndividual } from 'amend/machnet';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { knex } from 'knex';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drizzleTransaction, knexTransaction, kyselyTransaction } from './adapters.ts';
import { pgTransaction, postgres } from './postgres.ts';
import { install } from './schema.ts';
import type { Queryable, Store } from './store.ts';
import { hasPostgres, startPostgres } from './testing/postgres-server.ts';
import { createWorld } from './testing/world.ts';

const server = hasPostgres() ? await startPostgres() : undefined;
const url = (await server?.database()) ?? '';
const pool = new Pool({ connectionString: url });
const store: Store = postgres(pool);
const knexed = knex({ client: 'pg', connection: url });
const kysely = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
const drizzled = drizzle(pool);

beforeAll(async () => {
  if (server) await install(store);
});
afterAll(async () => {
  await knexed.destroy();
  await pool.end();
  await server?.stop();
});

/** The caller's own transaction, in the way of each library; it is rolled back if `work` throws. */
const ways: readonly [name: string, (work: (tx: Queryable) => Promise<void>) => Promise<void>][] = [
  [
    'pg',
    async (work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await work(pgTransaction(client));
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
  ],
  ['knex', (work) => knexed.transaction((trx) => work(knexTransaction(trx)))],
  ['kysely', (work) => kysely.transaction().execute((trx) => work(kyselyTransaction(trx, CompiledQuery)))],
  ['drizzle', (work) => drizzled.transaction((tx) => work(drizzleTransaction(tx, sql)))],
];

const insert = 'insert into amend_keep.person (user_id, version, data_key, erased_at) values ($1, $2, $3, $4)';
const versions = async (user: string) =>
  (await store.query('select version, data_key, erased_at from amend_keep.person where user_id = $1', [user])).rows;

describe.skipIf(!server).each(ways)('%s', (name, inTransaction) => {
  test('what stands in the transaction is there once it is committed, values as they were', async () => {
    const key = `${name} ? "'\\ :p1 $1 🙂`;
    await inTransaction(async (tx) => {
      await tx.query(insert, [name, 1, key, null]);
      // Each value where its number says, also twice, and in another order.
      const text =
        'update amend_keep.person set version = $2, erased_at = $4 where user_id = $1 and $3 <> user_id || $1';
      await tx.query(text, [name, 7, 'other', 9.5]);
      const { rows } = await tx.query('select version::text as version from amend_keep.person where user_id = $1', [
        name,
      ]);
      expect(rows).toEqual([{ version: '7' }]);
      expect(await versions(name)).toEqual([]);
    });
    expect(await versions(name)).toEqual([{ version: 7, data_key: key, erased_at: 9.5 }]);
  });

  test('a change is there with what else is in it, or not at all', async () => {
    const { keeper } = await createWorld({ machnet: machnetIndividual }, { open: async () => store });
    await inTransaction(async (tx) => void (await keeper.change('u', { phone: '+12105550132' }, { tx, id: name })));
    const failed = inTransaction(async (tx) => {
      await keeper.change('u', { phone: '+12105550199' }, { tx, id: `${name} back` });
      throw new Error('boom');
    });
    await expect(failed).rejects.toThrow('boom');
    const ids = (await keeper.audit('u')).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith(name))).toEqual([name]);
  });

  test('a rollback leaves nothing', async () => {
    const failed = inTransaction(async (tx) => {
      await tx.query(insert, [`${name} back`, 1, null, null]);
      throw new Error('boom');
    });
    await expect(failed).rejects.toThrow('boom');
    expect(await versions(`${name} back`)).toEqual([]);
  });

  test('what the database refuses is told without a value', async () => {
    const failed = inTransaction(async (tx) => {
      await tx.query(insert, ['planted', 1, null, null]);
      await tx.query(insert, ['planted', 1, null, null]);
    });
    const error: unknown = await failed.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'KeepError', code: 'database' });
    expect(String(error)).not.toContain('planted');
  });
});
