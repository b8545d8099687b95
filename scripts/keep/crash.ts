import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Store } from '@amend/keep';
import { startPostgres } from '@amend/keep/testing';
import { type AnyUserOperation, planAll, send } from 'amend';
import { providers } from 'amend/providers';
import { createFront, type Moment } from './front.ts';
import { dump, keeperOf, open, type Setting } from './keeping.ts';
import { changeOf, hasDocument, hasEmail, personAt, planted, shownIn } from './people.ts';

export interface CrashOptions {
  readonly db: 'sqlite' | 'postgres';
  readonly driver?: Setting['driver'];
  readonly workers?: number;
  readonly kills: number;
  readonly users?: number;
  readonly timeout?: number;
  readonly settle?: number;
  readonly say?: (text: string) => void;
}

/** What is never to be; each a sentence about a user and a provider. */
export interface CrashReport {
  readonly kills: number;
  readonly killedInMidSend: number;
  readonly changes: number;
  /** Requests that may have changed a user, and documents that were to be added. */
  readonly writes: number;
  readonly documents: number;
  /** Links that wait because the rules lock something. */
  readonly locked: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly againstARule: readonly string[];
  readonly apart: readonly string[];
  readonly open: readonly string[];
  readonly values: readonly string[];
}

interface Link {
  readonly user: number;
  readonly provider: string;
  readonly account: string;
  readonly operation: AnyUserOperation;
  readonly isVerified: boolean;
}

type Front = Awaited<ReturnType<typeof createFront>>;

/** Makes every person known to every provider; half of them are verified where that is known. */
const openAccounts = async (front: Front, users: number): Promise<Link[]> => {
  const links: Link[] = [];
  for (const [provider, listed] of Object.entries(providers)) {
    const [operations = {}] = Object.values(await listed.users());
    const { credentials, connect } = await listed.describe();
    const client = connect(credentials, { baseUrl: front.url(0, provider), allowPlainHttp: true });
    const [operation] = Object.values(operations).filter(({ rules }) => rules?.update === 'partial');
    if (!operations.create || !operation) throw new Error(`${provider} has no create and no update.`);
    const verified = operation.reader.verification?.verified[0];
    for (let user = 0; user < users; user += 1) {
      const [plan] = planAll(personAt(user), [{ operation: operations.create }]);
      const made = plan && (await send(plan, client));
      if (!made?.ok) throw new Error(`${provider} does not take person ${user}: ${made?.error.message}`);
      const account = made.data.id ?? '';
      const isVerified = verified !== undefined && user % 2 === 0;
      if (isVerified) await front.setStatus(provider, account, verified);
      front.watch(account);
      links.push({ user, provider, account, operation, isVerified });
    }
  }
  return links;
};

const prepare = async (store: Store, setting: Setting, links: readonly Link[]): Promise<void> => {
  const keeper = await keeperOf(store, setting, 0);
  await keeper.install();
  for (const { user, provider, account } of links) await keeper.link(`u${user}`, provider, account);
  await store.query('create table app (user_id integer primary key, n integer not null)');
  for (let user = 0; user < setting.users; user += 1)
    await store.query('insert into app (user_id, n) values ($1, 0)', [user]);
};

const program = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Workers that are killed and started again, and what they say. */
const createWorkers = (setting: Setting, count: number) => {
  const running = new Map<number, ChildProcess>();
  const said: string[] = [];
  let isOver = false;
  const start = (worker: number): void => {
    const args = ['--conditions=amend-source', program, JSON.stringify(setting), String(worker)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    running.set(worker, child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
    child.once('exit', () => {
      running.delete(worker);
      if (!isOver) start(worker);
    });
  };
  for (let worker = 1; worker <= count; worker += 1) start(worker);
  return {
    said,
    /** Kills it as no process can prepare for; `false` if it is not there. */
    kill: (worker: number): boolean => running.get(worker)?.kill('SIGKILL') ?? false,
    stop: async (): Promise<void> => {
      isOver = true;
      const ends = [...running.values()].map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of running.values()) child.kill('SIGTERM');
      await Promise.race([Promise.all(ends), sleep(20_000, undefined, { ref: false })]);
      for (const child of running.values()) child.kill('SIGKILL');
      await Promise.all(ends);
    },
  };
};

/** The last change of all that a link must show, by what it shows; nothing where it need not. */
const wantedOf = ({ isVerified, operation, provider }: Link, changes: number) => {
  const list = Array.from({ length: changes }, (_, index) => index + 1);
  const current = { ...personAt(0), verification: isVerified ? ('verified' as const) : ('unverified' as const) };
  const [plan] = planAll(changeOf(0, 20), [{ operation, id: 'x', current }], { onLocked: 'skip' });
  const isSent = (start: string): boolean =>
    plan?.fields.some(({ field, verdict }) => field.startsWith(start) && verdict === 'send') ?? false;
  const emails = list.filter(hasEmail);
  return {
    provider,
    phone: isSent('phone') ? changes : 0,
    line1: isSent('address.line1') ? changes : 0,
    email: isSent('email') ? (emails.at(-1) ?? 0) : 0,
    documents: isSent('documents') ? list.filter(hasDocument).length : 0,
  };
};

const judge = async (front: Front, store: Store, links: readonly Link[]) => {
  const lost: string[] = [];
  const doubled: string[] = [];
  const outOfOrder: string[] = [];
  const apart: string[] = [];
  let documents = 0;
  const { rows } = await store.query('select user_id, n from app where user_id >= 0');
  const made = new Map(rows.map(({ user_id, n }) => [Number(user_id), Number(n)]));
  for (const [user, n] of made) {
    const counted = await store.query('select version from amend_keep.change where user_id = $1', [`u${user}`]);
    if (counted.rows.length !== n) apart.push(`u${user}: ${n} in the app, ${counted.rows.length} in the keeper`);
  }
  for (const link of links) {
    const { provider, account, user } = link;
    const name = `u${user} at ${provider}`;
    const users = await front.usersOf(provider);
    const shown = shownIn(JSON.stringify(users.find(({ id }) => id === account)?.user));
    const wanted = wantedOf(link, made.get(user) ?? 0);
    documents += wanted.documents;
    for (const field of ['phone', 'line1', 'email'] as const)
      if (shown[field] !== undefined && shown[field] !== wanted[field])
        lost.push(`${name}: ${field} of change ${shown[field]}, and not of ${wanted[field]}`);
    if (shown.phone === undefined) lost.push(`${name}: shows no phone`);
    if (shown.documents < wanted.documents) lost.push(`${name}: ${shown.documents} documents of ${wanted.documents}`);
    if (shown.documents > wanted.documents)
      doubled.push(`${name}: ${shown.documents} documents, and ${wanted.documents} were wanted`);
    const seen = front.journal.filter((one) => one.provider === provider && one.account === account);
    for (const field of ['phone', 'line1', 'email'] as const) {
      const steps = seen.flatMap(({ record }) => shownIn(record)[field] ?? []);
      const back = steps.findIndex((step, index) => step < (steps[index - 1] ?? 0));
      if (back >= 0) outOfOrder.push(`${name}: ${field} of change ${steps[back]} after ${steps[back - 1]}`);
    }
  }
  const held = await store.query("select user_id from amend_keep.link where reason = 'locked'");
  const changes = [...made.values()].reduce((sum, n) => sum + n, 0);
  return { changes, documents, locked: held.rows.length, lost, doubled, outOfOrder, apart };
};

/** What is not at rest: nothing is pending, and only what the rules lock is held. */
const openIn = async (store: Store): Promise<string[]> => {
  const { rows } = await store.query(
    `select user_id, provider, state, reason from amend_keep.link where state not in ('kept', 'held') or (state = 'held' and reason <> 'locked')`,
  );
  const attempts = await store.query('select user_id, provider from amend_keep.attempt where outcome is null');
  return [
    ...rows.map(({ user_id, provider, state, reason }) => `${user_id} at ${provider}: ${state} ${reason ?? ''}`),
    ...attempts.rows.map(({ user_id, provider }) => `${user_id} at ${provider}: an attempt without an end`),
  ];
};

/**
 * Kills workers that keep users in step with the real mock, until there were so many kills; then lets them come to rest, and
 * tells what is not as it has to be.
 */
export const crash = async ({
  db: kind,
  driver = 'table',
  workers: count = 1,
  kills: wanted,
  users = 12,
  timeout = 8_000,
  settle = 2_000,
  say = () => {},
}: CrashOptions): Promise<CrashReport> => {
  let kills = 0;
  let killedInMidSend = 0;
  let planned = 0;
  let isKilling = false;
  const left = new Map<number, number>();
  const next = (): number => Math.floor(Math.random() * 25);
  const moments: readonly Moment[] = ['before', 'after', 'between'];
  const front = await createFront({
    random: Math.random,
    onRequest: (worker) => {
      if (!isKilling) return undefined;
      const rest = left.get(worker) ?? next();
      left.set(worker, rest - 1);
      if (rest > 0 || planned >= wanted) return undefined;
      left.delete(worker);
      const moment = moments[planned % moments.length] ?? 'before';
      planned += 1;
      const kill = (): void => {
        if (!crew.kill(worker)) {
          planned -= 1;
          return;
        }
        kills += 1;
        if (moment !== 'between') killedInMidSend += 1;
        say(`${kills} of ${wanted} kills`);
      };
      return { moment, kill };
    },
  });
  const server = kind === 'postgres' ? await startPostgres() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'amend-keep-crash-'));
  const db = server ? await server.database() : join(folder, 'keep.db');
  const urls = Object.fromEntries(Object.keys(providers).map((name) => [name, front.url(0, name)]));
  const setting: Setting = { db, driver, urls, users, timeout, settle };
  const links = await openAccounts(front, users);
  const { store, pool } = open(setting);
  await prepare(store, setting, links);
  const crew = createWorkers(setting, count);
  try {
    front.goWrong(true);
    isKilling = true;
    while (kills < wanted) await sleep(100);
    // Until something was locked, and a document added, for everybody.
    while (Number((await store.query('select min(n) as n from app')).rows[0]?.n) < 5) await sleep(200);
    front.goWrong(false);
    await store.query('insert into app (user_id, n) values (-1, 0)');
    say('All are killed; what is open comes to rest');
    for (let tries = 0; tries < 1200 && (await openIn(store)).length > 0; tries += 1) await sleep(200);
    await crew.stop();
    const judged = await judge(front, store, links);
    const values = `${await dump(setting, store)}\n${crew.said.join('')}`
      .split('\n')
      .filter((line) => planted.test(line))
      .map((line) => (planted.exec(line)?.[0] ?? '') + line.slice(0, 200));
    if (process.env.KEEP_CRASH_LOG) say(crew.said.join(''));
    return {
      kills,
      killedInMidSend,
      writes: front.journal.length,
      ...judged,
      againstARule: front.refused,
      open: await openIn(store),
      values,
    };
  } finally {
    await crew.stop();
    await store.close();
    await pool?.end();
    await front.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
