import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Debian has PostgreSQL's own programs beside the path, by version. */
const folders = (): string[] => [
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
];

const programNamed = (name: string): string | undefined =>
  folders()
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/**
 * Whether all of these programs are here. If not, it is said.
 *
 * @throws {Error} on CI, where they have to be.
 */
export const hasPrograms = (debianPackage: string, ...names: readonly string[]): boolean => {
  if (names.every((name) => programNamed(name))) return true;
  const missing = `No ${names.join(' and ')} is here: install it (Debian: apt-get install ${debianPackage}).`;
  if (process.env.CI) throw new Error(missing);
  console.warn(`${missing} The tests with it are skipped.`);
  return false;
};

export const hasPostgres = (): boolean => hasPrograms('postgresql', 'initdb', 'postgres');

/** PostgreSQL does not run as root. */
const anotherUser = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A server that ends with this process, however that ends: its standard input is then closed. */
const guarded = (signal: 'QUIT' | 'TERM', program: string, args: readonly string[]): ChildProcess =>
  spawn(
    'sh',
    ['-c', `"$@" <&- & pid=$!; cat >/dev/null; kill -${signal} "$pid"; wait "$pid"`, 'sh', program, ...args],
    {
      ...anotherUser(),
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  );

const ended = async (server: ChildProcess): Promise<void> => {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.stdin?.end();
  await exit;
};

/** An address at which somebody answers, as soon as that is so. */
const answering = async (url: string): Promise<string> => {
  for (let tries = 0; ; tries += 1) {
    const client = new Client(url);
    try {
      await client.connect();
      await client.end();
      return url;
    } catch (error) {
      await client.end().catch(() => {});
      if (tries >= 600) throw error;
      await sleep(50);
    }
  }
};

const folderFor = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `amend-keep-${name}-`));
  const { uid, gid } = anotherUser();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
};

export interface PostgresServer {
  /** Of its database `postgres`, as its superuser. */
  readonly url: string;
  readonly port: number;
  /** Of its first process, whose children are all others. */
  readonly pid: number;
  /** Makes an empty database. */
  readonly database: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL of its own on this machine alone, in a temporary folder, by a user without rights. */
export const startPostgres = async (settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> => {
  const folder = folderFor('postgres');
  const data = join(folder, 'data');
  const run = { ...anotherUser(), cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' } };
  const initdb = ['--pgdata', data, '--username=amend', '--auth=trust', '--no-sync', '--encoding=UTF8'];
  execFileSync(programNamed('initdb') ?? '', initdb, { ...run, stdio: 'ignore' });
  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = guarded('QUIT', programNamed('postgres') ?? '', ['-D', data, ...options]);
  const at = (name: string): string => `postgres://amend@127.0.0.1:${port}/${name}`;
  const url = await answering(at('postgres'));
  let count = 0;
  return {
    url,
    port,
    pid: Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10),
    database: async () => {
      count += 1;
      const name = `keep_${count}`;
      const client = new Client(url);
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return at(name);
    },
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** PgBouncer before it, which hands out a connection for one transaction. */
export const startPooler = async ({ port }: PostgresServer) => {
  const folder = folderFor('pooler');
  const own = await freePort();
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: own,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: 4,
    max_client_conn: 200,
  };
  const path = join(folder, 'pgbouncer.ini');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(
    path,
    ['[databases]', `* = host=127.0.0.1 port=${port} user=amend`, '[pgbouncer]', ...lines, ''].join('\n'),
  );
  const server = guarded('TERM', programNamed('pgbouncer') ?? '', ['-q', path]);
  const at = (database: string): string => `postgres://amend@127.0.0.1:${own}/${database.split('/').at(-1)}`;
  await answering(at('postgres'));
  return {
    /** The same database by way of it. */
    at,
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
