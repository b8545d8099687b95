import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Keeper, LinkStatus } from '@amend/keep';
import { planAll, statusFrom } from 'amend';
import { type ListedProvider, providers } from 'amend/providers';
import type { DemoAccount } from './accounts.ts';
import type { Teller } from './hear.ts';
import type { KeptAt } from './kept-at.ts';
import { startWorker } from './kept-worker.ts';
import { nextChange } from './person.ts';

// One provider is down, one has a field locked, and a worker dies while its request is on the way; the change is kept
// everywhere all the same.

const userId = 'u1';
const secret = 'the secret of the subscription';
const longest = 600_000;

/** At whom what goes wrong. */
export interface Troubles {
  readonly locked: DemoAccount;
  readonly down: DemoAccount;
  /** Whose answer is lost with the worker. */
  readonly lost: DemoAccount;
}

export interface Kept {
  readonly during: readonly LinkStatus[];
  readonly after: readonly LinkStatus[];
  /** How often the change was sent to the provider whose answer was lost: once, unless this machine is too busy for that. */
  readonly sent: number;
}

/** The first that the rules lock, and two more that can be read, so that what became of a lost request shows. */
export const troublesFor = (accounts: readonly DemoAccount[]): Troubles | undefined => {
  const plans = planAll(nextChange, accounts);
  const locked = accounts.find((_, index) => plans[index]?.state === 'blocked');
  const [down, lost] = accounts.filter((one) => one !== locked && one.operation.reader.read).toReversed();
  return locked && down && lost ? { locked, down, lost } : undefined;
};

/** Why this Node cannot play it; nothing if it can. */
export const whyNotKept = (): string | undefined =>
  process.getBuiltinModule?.('node:sqlite')
    ? undefined
    : 'A change that is kept in step needs node:sqlite, which Node has from 22.13 on; so that is left out.';

const listed = (name: string): ListedProvider => providers[name as keyof typeof providers];

/** The operations by which a provider changes users. */
const updatesAt = async (provider: string): Promise<string[]> => {
  const operations = Object.values(await listed(provider).users()).flatMap((kind) => Object.values(kind));
  return [...new Set(operations.flatMap(({ rules, operationId }) => (rules ? [operationId] : [])))];
};

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 600 && !(await isSo()); tries += 1) await sleep(100);
};

type Logged = readonly { readonly provider?: string; readonly operation?: string; readonly status?: unknown }[];

/** The mock's own calls. */
const controlOf = ({ fetch }: Teller) => {
  const call = async (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`http://localhost/__amend${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  return {
    call,
    requests: async (): Promise<Logged> => (await (await call('GET', '/requests')).json()) as Logged,
    faults: async (): Promise<Logged> => (await (await call('GET', '/faults')).json()) as Logged,
  };
};

/** Has the keeper hear what a provider tells of a user's status, once the signature is right. */
const hear = async (mock: Teller, keeper: Keeper<string>, provider: string) => {
  const webhook = await (await listed(provider).describe()).webhook?.();
  const take = async (request: Request): Promise<Response> => {
    const result = await webhook?.receive(request, { secret, url: request.url });
    const told = result?.ok ? statusFrom(result.event) : undefined;
    if (told) await keeper.statusChanged(provider, told);
    return new Response(null, { status: result?.ok ? 204 : 400 });
  };
  return mock.onWebhook(provider as keyof typeof providers, take, { secret });
};

const play = async (
  mock: Teller,
  keeper: Keeper<string>,
  at: KeptAt,
  accounts: readonly DemoAccount[],
  { locked, down, lost }: Troubles,
): Promise<Kept> => {
  const { call, requests, faults } = controlOf(mock);
  await keeper.install();
  for (const { operation, id } of accounts) await keeper.link(userId, operation.provider, id);
  const [downAt, lockedAt, lostAt] = [down, locked, lost].map(({ operation }) => operation.provider) as [
    string,
    string,
    string,
  ];
  const updates = await updatesAt(lostAt);
  await call('POST', '/faults', { provider: downAt, status: 500, times: 1_000_000 });
  for (const operation of updates)
    await call('POST', '/faults', { provider: lostAt, operation, latency: longest, lost: true, times: 1_000_000 });
  await call('DELETE', '/requests');
  const faultsAtLost = async (): Promise<string> =>
    JSON.stringify((await faults()).filter(({ provider }) => provider === lostAt));
  const faultsBefore = await faultsAtLost();
  await keeper.change(userId, nextChange);

  const expected = new Map([
    [lockedAt, 'held'],
    [downAt, 'pending'],
    [lostAt, 'pending'],
  ]);
  const isInTheMiddle = async (): Promise<boolean> =>
    (await faultsAtLost()) !== faultsBefore &&
    (await requests()).some(({ provider, status }) => provider === downAt && status === 500) &&
    (await keeper.status(userId)).every(({ provider, state }) => state === (expected.get(provider) ?? 'kept'));
  const first = startWorker(at);
  await until(isInTheMiddle).finally(first.kill);
  const during = await keeper.status(userId);

  // What was on its way when the worker was killed is done now, and nobody hears of it.
  await call('POST', '/faults/clock', { by: longest });
  await call('DELETE', '/faults');
  const hearing = await hear(mock, keeper, lockedAt);
  const second = startWorker(at);
  try {
    const anew = locked.operation.reader.verification?.unverified.at(-1);
    await call('PUT', `/users/${lockedAt}/${locked.id}/status`, { status: anew });
    await call('POST', '/webhooks/clock', { by: 0 });
    await until(async () => (await keeper.status(userId)).every(({ state }) => state === 'kept'));
  } finally {
    await second.kill();
    // The check ends well.
    await call('PUT', `/users/${lockedAt}/${locked.id}/status`, {
      status: locked.operation.reader.verification?.verified[0],
    });
    hearing.stop();
  }
  const sent = (await requests()).filter(
    ({ provider, operation }) => provider === lostAt && operation !== undefined && updates.includes(operation),
  ).length;
  return { during, after: await keeper.status(userId), sent };
};

/** Plays it with a database in a temporary file. */
export const keepInStep = async (
  mock: Teller,
  url: string,
  accounts: readonly DemoAccount[],
  troubles: Troubles,
): Promise<Kept> => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-demo-'));
  // Only a Node that has SQLite loads it.
  const { openKeeper } = await import('./kept-keeper.ts');
  const at = { path: join(folder, 'keep.db'), url };
  try {
    const { keeper, close } = await openKeeper(at);
    return await play(mock, keeper, at, accounts, troubles).finally(close);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
