import { DatabaseSync } from 'node:sqlite';
import { createKeeper, type Keeper, type KeptProvider, type Store } from '@amend/keep';
import { postgres } from '@amend/keep/postgres';
import { sqlite } from '@amend/keep/sqlite';
import { providers } from 'amend/providers';
import { Pool } from 'pg';

/** What every process of a run is told. */
export interface Setting {
  /** A path, or an address that begins with `postgres://`. */
  readonly db: string;
  readonly driver: 'table' | 'pg-boss';
  /** By provider, where it is for worker 0; a worker's own has its number. */
  readonly urls: Readonly<Record<string, string>>;
  readonly users: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly settle: number;
}

export const open = ({ db }: Setting): { readonly store: Store; readonly pool: Pool | undefined } => {
  if (!db.startsWith('postgres://')) return { store: sqlite(db), pool: undefined };
  const pool = new Pool({ connectionString: db, max: 12 });
  return { store: postgres(pool), pool };
};

const key = new Uint8Array(32).fill(7);

/** A keeper of all providers, as worker `worker` reaches them. */
export const keeperOf = async (
  store: Store,
  { urls, timeout, settle }: Setting,
  worker: number,
): Promise<Keeper<string>> => {
  const kept: Record<string, KeptProvider> = {};
  for (const [name, url] of Object.entries(urls)) {
    const listed = providers[name as keyof typeof providers];
    const { credentials, connect } = await listed.describe();
    const baseUrl = url.replace('/w0/', `/w${worker}/`);
    const user = Object.values(await listed.users());
    const client = connect(credentials, { baseUrl, allowPlainHttp: true, retries: 0 });
    kept[name] = { user, client, timeout, settle, perSecond: 1000, concurrency: 16 };
  }
  return createKeeper({ db: store, providers: kept, seal: { current: 'k', keys: { k: key } } });
};

/** All rows of all tables, as text. */
export const dump = async ({ db }: Setting, store: Store): Promise<string> => {
  const isSqlite = !db.startsWith('postgres://');
  const tables = isSqlite
    ? new DatabaseSync(db).prepare("select name from sqlite_master where type = 'table'").all()
    : (
        await store.query(
          "select table_schema || '.' || table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')",
        )
      ).rows;
  const texts: string[] = [];
  for (const { name } of tables) texts.push(JSON.stringify((await store.query(`select * from ${name}`)).rows));
  return texts.join('\n');
};
