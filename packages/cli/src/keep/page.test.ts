import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keeper } from '@amend/keep';
import { createMock } from '@amend/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeeper } from '../demo/kept-keeper.ts';
import { run } from '../run.ts';
import { free, locked } from '../testing/examples.ts';
import { amend } from '../testing/fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-cli-page-'));
const file = join(folder, 'keeper.mjs');
writeFileSync(file, 'export default () => globalThis.keeperOfThePage;');

const mock = await createMock();
const { url } = await mock.listen();
const { keeper, close } = await openKeeper({ path: join(folder, 'keep.db'), url });
afterAll(async () => {
  await close();
  await mock.close();
  rmSync(folder, { recursive: true });
});

/** Runs `amend keep run --page` with a keeper for as long as `look` takes, and tells what it printed. */
const withPage = async (
  given: Partial<Keeper<string>>,
  look: (origin: string) => Promise<void>,
  ...more: string[]
): Promise<string[]> => {
  Object.assign(globalThis, { keeperOfThePage: given });
  const stop = new AbortController();
  const out: string[] = [];
  const { promise: printed, resolve } = Promise.withResolvers<string>();
  const stdout = (text: string): void => {
    out.push(text);
    resolve(text);
  };
  const args = ['keep', 'run', '--keeper', file, '--page', '0', ...more];
  const io = { stdout, stderr: (text: string) => out.push(text), stdin: async () => '', env: {}, isTTY: false };
  const files = { readFile: async () => '', writeFile: async () => {}, writeFolder: async () => {} };
  const running = run(args, { ...io, ...files, columns: undefined, signal: stop.signal, fetch: undefined });
  try {
    await look(/http:\/\/127\.0\.0\.1:[0-9]+/.exec(await printed)?.[0] ?? '');
  } finally {
    stop.abort();
    expect(await running).toBe(0);
  }
  return out;
};

const read = async (address: string, init: RequestInit = {}) => {
  const answer = await fetch(address, init);
  return { status: answer.status, body: await answer.text() };
};

describe('a keeper of users', () => {
  const userId = 'jonas/7';
  beforeAll(async () => {
    const { id = '' } =
      mock.fixtures.find(({ provider, status }) => provider === 'machnet' && status === 'VERIFIED') ?? {};
    await keeper.install();
    await keeper.link(userId, 'machnet', id);
    await keeper.change(userId, { ...locked.patch, ...free.patch });
  });

  test('is shown as it tells itself, and no value with it', async () => {
    const path = `/keeper/users/${encodeURIComponent(userId)}`;
    const seen: string[] = [];
    const printed = await withPage(keeper, async (origin) => {
      await expect
        .poll(async () => (await read(origin + path)).body, { timeout: 60_000 })
        .toMatch(new RegExp(`"field":"${locked.field}","state":"held".*"field":"${free.field}","state":"kept"`));
      const { status, body } = await read(origin + path);
      expect([status, JSON.parse(body)]).toEqual([200, { links: await keeper.status(userId) }]);
      const overview = await read(`${origin}/keeper/overview`);
      expect(JSON.parse(overview.body).providers).toMatchObject(
        (await keeper.overview()).map(({ provider, pending, held }) => ({ provider, pending, held })),
      );
      expect((await read(`${origin}/keeper/overview/more`)).status).toBe(404);
      expect((await read(`${origin}${path}/more`)).status).toBe(404);
      seen.push(body, overview.body);
    });
    const shown = [...seen, ...printed].join();
    expect([locked.value, free.value].filter((value) => shown.includes(value))).toEqual([]);
    expect(printed[0]).toMatch(/^Explorer {2}http:\/\/127\.0\.0\.1:[0-9]+\/$/);
  });

  test('knows nobody else, and does not repeat who was asked for', async () => {
    await withPage(keeper, async (origin) => {
      expect(await read(`${origin}/keeper/users/planted`)).toEqual({
        status: 404,
        body: '{"detail":"Nobody is linked under that user."}',
      });
    });
  });

  test('is shown to no other page, and changed by none', async () => {
    await withPage(keeper, async (origin) => {
      for (const Origin of ['https://evil.example', 'http://localhost:4010', url])
        expect((await read(`${origin}/keeper/overview`, { headers: { Origin } })).status).toBe(403);
      expect((await read(`${origin}/keeper/overview`, { method: 'POST' })).status).toBe(405);
    });
  });

  test('the page is served beside it, for as long as it works', async () => {
    let served = '';
    const [first = ''] = await withPage(
      keeper,
      async (origin) => {
        served = origin;
        const page = await fetch(`${origin}/`, { headers: { Accept: 'text/html' } });
        expect([new URL(page.url).search, await page.text()]).toEqual(['?keeper', expect.stringContaining('id="app"')]);
      },
      '--json',
    );
    expect(JSON.parse(first)).toEqual({ page: `${served}/` });
    await expect(fetch(served)).rejects.toThrow();
  });
});

const failing = (error: unknown) => ({
  reconcile: () => Promise.reject(error),
  overview: async () => [],
  status: () => Promise.reject(error),
  run: () => {},
  stop: async () => {},
});

test.each<[name: string, error: unknown, says: string]>([
  ['of its own', Object.assign(new Error('The database is full.'), { name: 'KeepError' }), 'The database is full.'],
  ['of somebody else', new TypeError('postgres://planted@host'), 'The keeper failed with TypeError.'],
  ['that is none', 'planted', 'The keeper failed.'],
])('an error %s is one sentence', async (_, error, detail) => {
  await withPage(failing(error), async (origin) => {
    expect(await read(`${origin}/keeper/users/u7`)).toEqual({ status: 503, body: JSON.stringify({ detail }) });
  });
});

test('a port that is taken is said, and the worker does not begin', async () => {
  const begun: string[] = [];
  Object.assign(globalThis, { keeperOfThePage: { ...failing('unused'), run: () => begun.push('run') } });
  const { code, err } = await amend(['keep', 'run', '--keeper', file, '--page', new URL(url).port]);
  expect([code, begun]).toEqual([1, []]);
  expect(err).toMatch(
    /^amend: the page cannot listen on 127\.0\.0\.1: port [0-9]+ is in use; choose another with --page\.$/,
  );
});

test.each([
  [['run', '--page', 'x'], '--page must be a number from 0 to 65535.'],
  [['run', '--page', '0', '--once'], '--page goes with run, and not with --once.'],
  [['status', '--page', '0'], '--page goes with run, and not with --once.'],
])('%j is refused', async (args, says) => {
  const { code, err } = await amend(['keep', ...args, '--keeper', file]);
  expect(code).toBe(2);
  expect(err).toContain(says);
});
