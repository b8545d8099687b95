import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeepError, type KeepErrorCode } from './keep-error.ts';
import type { OwnTransaction, Queryable, Row, Store } from './store.ts';

/** The same statement as SQLite takes it: it has no schemas, and locks the whole database anyway. */
const translate = (text: string): string =>
  text
    .replaceAll('amend_keep.', 'amend_keep_')
    .replaceAll(/\$(\d+)/g, '?$1')
    .replaceAll(/ for update(?: skip locked)?/g, '');

/** SQLite's own numbers, without what they are extended by. */
const codes: Readonly<Record<number, readonly [KeepErrorCode, string]>> = {
  5: ['busy', 'is locked by another program; try again'],
  8: ['read-only', 'is read-only; let this process write it'],
  13: ['full', 'cannot grow, because the disk is full; make room'],
  14: ['unreachable', 'cannot be opened; check its path and its rights'],
  26: ['database', 'is no SQLite database; give another path'],
};

/** What the driver threw, without what it says: that may quote. */
const tell = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') {
    const isClosed = error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE';
    return isClosed ? new KeepError('unreachable', 'The database of the keeper is closed; open it again.') : error;
  }
  const number = Number('errcode' in error ? error.errcode : 0) & 0xff;
  if (/no such table: amend_keep_/.test(error.message))
    return new KeepError('not-installed', 'The tables of amend_keep are not there; call install().');
  const [code, why] = codes[number] ?? ['database', `failed with SQLite's error ${number}`];
  return new KeepError(code, `The database of the keeper ${why}.`);
};

const told = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw tell(error);
  }
};

const queryableOf = (db: DatabaseSync): Queryable => {
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const found = prepared.get(text) ?? db.prepare(translate(text));
    prepared.set(text, found);
    return found;
  };
  return {
    query: async (text, values = []) => ({
      rows: told(() => prepare(text).all(...(values as SQLInputValue[])) as Row[]),
    }),
  };
};

/** A transaction that the caller has begun on a connection of its own, for `change(…, { tx })`. The file is the keeper's. */
export const sqliteTransaction = (db: DatabaseSync): OwnTransaction => ({ dialect: 'sqlite', ...queryableOf(db) });

export interface SqliteOptions {
  /** Milliseconds since 1970; for tests. */
  readonly now?: (() => number) | undefined;
  /** How long to wait for another program's transaction, in milliseconds; 10,000 by default. */
  readonly patience?: number | undefined;
}

/**
 * A database in a file, or `:memory:`. It is Node's own SQLite, which is synchronous: each commit holds the process up for as
 * long as the disk takes. Several processes of one machine may open the file.
 *
 * @throws {KeepError} if it cannot be opened.
 */
export const sqlite = (path: string, { now = Date.now, patience = 10_000 }: SqliteOptions = {}): Store => {
  const db = told(() => {
    const opened = new DatabaseSync(path);
    // Only here may it be waited for within: what follows waits beside the event loop.
    opened.exec('pragma busy_timeout = 2000; pragma journal_mode = wal; pragma busy_timeout = 0');
    opened.exec('pragma synchronous = full');
    return opened;
  });
  const direct = queryableOf(db);
  // There is one connection, so that its transactions come one after the other, and single statements between them.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  /** Waits beside the event loop: who holds the lock may be another connection of this very process. */
  const patiently = async <Result>(work: () => Result): Promise<Awaited<Result>> => {
    for (let waited = 0; ; waited += 20)
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof KeepError) || error.code !== 'busy' || waited >= patience) throw error;
        await sleep(20);
      }
  };
  return {
    dialect: 'sqlite',
    beforeInstall: [],
    afterInstall: [],
    now: async () => now(),
    query: (text, values) => inTurn(() => patiently(() => direct.query(text, values))),
    transaction: (work) =>
      inTurn(async () => {
        await patiently(() => told(() => db.exec('begin immediate')));
        try {
          const result = await work(direct);
          told(() => db.exec('commit'));
          return result;
        } catch (error) {
          if (db.isOpen && db.isTransaction) db.exec('rollback');
          throw error;
        }
      }),
    close: () => inTurn(async () => db.close()),
  };
};
