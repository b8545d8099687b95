import { hash } from 'node:crypto';
import { join } from './join.ts';
import { KeepError } from './keep-error.ts';
import type { PgClient, PgPool, PgQueryable } from './pg-pool.ts';
import { tellPostgres } from './postgres-error.ts';
import type { OwnTransaction, Queryable, Store } from './store.ts';

export type { PgClient, PgPool, PgQueryable };

const told = (error: unknown): never => {
  throw tellPostgres(error);
};

/** A transaction that the caller has begun with `pg`, for `change(…, { tx })`. */
export const pgTransaction = (client: PgQueryable): OwnTransaction => ({
  dialect: 'postgres',
  query: (text, values = []) => client.query(text, [...values]).catch(told),
});

export interface PostgresOptions {
  /** How long a transaction waits for another one's lock, in milliseconds; 10,000 by default. */
  readonly patience?: number | undefined;
  /**
   * Has each connection plan a statement once, which saves half of what the database does; `false` by default. Between the
   * keeper and PostgreSQL there must then be no pooler, or one that knows of it, as PgBouncer with `max_prepared_statements`.
   */
  readonly prepare?: boolean | undefined;
}

/** The same name for the same statement, whichever keeper of the pool it is from. */
const nameOf = (text: string): string => `amend_keep_${hash('sha1', text)}`;

/** How long the database's time is told on, in milliseconds, by a clock that nobody sets. */
const rememberTime = 5_000;

/** How far the clock that people set is ahead of that one, which stands still while the machine sleeps. */
const aheadBy = (): number => Date.now() - performance.now();
/** By how much that may differ, in milliseconds, where it was put right meanwhile. */
const putRight = 100;

/** Any number does that nobody else takes for a lock; it is the sum of the bytes of `amend_keep`. */
const installing = 1033;

const ignore = (): void => {};

/**
 * PostgreSQL, by a pool of `pg` that is the caller's: the keeper does not end it. It keeps nothing in a session, so that
 * PgBouncer may stand between, with transactions or sessions. That an idle connection of the pool breaks is no failure.
 */
export const postgres = (pool: PgPool, { patience = 10_000, prepare = false }: PostgresOptions = {}): Store => {
  // A worker that is stopped in the middle of a transaction does not hold up the others for ever.
  const begin = `begin isolation level read committed; set local lock_timeout = ${Math.ceil(patience)};
    set local idle_in_transaction_session_timeout = ${Math.ceil(patience) * 3}`;
  let isClosed = false;
  let clock = { offset: 0, until: Number.NEGATIVE_INFINITY, ahead: 0 };
  let reading: Promise<void> | undefined;
  pool.on('error', ignore);

  const open = (): void => {
    if (isClosed) throw new KeepError('unreachable', 'The database of the keeper is closed; open it again.');
  };

  const queryableOf = (on: PgQueryable): Queryable => ({
    query: (text, values = []) =>
      on
        .query(prepare && values.length > 0 ? { name: nameOf(text), text, values: [...values] } : text, [...values])
        .catch(told),
  });
  const direct = queryableOf(pool);
  const query: Queryable['query'] = async (text, values) => {
    open();
    return direct.query(text, values);
  };

  const readClock = async (): Promise<void> => {
    const [until, ahead] = [performance.now() + rememberTime, aheadBy()];
    try {
      const { rows } = await query('select (extract(epoch from clock_timestamp()) * 1000)::double precision as now');
      clock = { offset: Number(rows[0]?.now) - performance.now(), until, ahead };
    } finally {
      reading = undefined;
    }
  };

  const transaction: Store['transaction'] = async (work) => {
    open();
    const client = await pool.connect().catch(told);
    // Between two statements a connection that breaks is told to nobody else, and would end the process.
    let failure: Error | undefined;
    const breaks = (error: Error): void => {
      failure = error;
    };
    client.on('error', breaks);
    try {
      await client.query(begin).catch(told);
      const result = await work(queryableOf(client));
      const { command } = await client.query('commit').catch(told);
      // So PostgreSQL answers where a statement failed, and its error was passed over.
      if (command === 'ROLLBACK')
        throw new KeepError('database', 'The transaction of the keeper was broken off by an earlier error.');
      return result;
    } catch (error) {
      await client.query('rollback').catch(breaks);
      throw error;
    } finally {
      client.off('error', breaks);
      client.release(failure);
    }
  };

  return {
    dialect: 'postgres',
    join: (steps, isAlone) => join(steps, isAlone ? Math.ceil(patience) : undefined),
    query,
    transaction,
    now: async () => {
      // Whoever asks meanwhile waits for the same answer.
      if (performance.now() >= clock.until || Math.abs(aheadBy() - clock.ahead) > putRight) reading ??= readClock();
      await reading;
      return Math.round(performance.now() + clock.offset);
    },
    beforeInstall: [`select pg_advisory_xact_lock(${installing})`, 'create schema if not exists amend_keep'],
    // Rows of links are written all the time: in place, where there is room, and cleaned up early.
    afterInstall: [
      `alter table amend_keep.link set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02,
        autovacuum_vacuum_threshold = 1000)`,
      'alter table amend_keep.pace set (fillfactor = 50)',
    ],
    close: async () => {
      isClosed = true;
    },
  };
};
