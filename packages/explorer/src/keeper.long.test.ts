import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flawsOf, hasBrowser, type Opened, openExplorer, widthOf } from './testing/open-explorer.ts';

// The page beside a worker of `amend keep run --page`, which is a process of its own.

const userId = 'jonas 7/ü';
const patch = { email: 'planted@example.com', phone: '+12105557391' };
const planted = /planted|5557391/;

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe.skipIf(!hasBrowser)('a keeper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-explorer-keeper-'));
  let explorer: Opened;
  let worker: ChildProcess;
  let at = '';
  beforeAll(async () => {
    explorer = await openExplorer();
    const idOf = (name: string): string | undefined =>
      explorer.mock.fixtures.find(({ provider, status }) => provider === name && status === 'VERIFIED')?.id;
    const accounts = {
      machnet: idOf('machnet'),
      stilt: explorer.mock.fixtures.find(({ provider }) => provider === 'stilt')?.id,
    };
    const kept = { url: explorer.origin, path: join(folder, 'keep.db'), accounts, userId, patch };
    const cli = fileAt('../../cli/src/cli.ts');
    const module = fileAt('../test-data/keeper.ts');
    const args = ['keep', 'run', '--keeper', module, '--page', '0', '--json'];
    worker = spawn(process.execPath, ['--conditions=amend-source', cli, ...args], {
      env: { ...process.env, AMEND_TEST_KEPT: JSON.stringify(kept) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: worker.stdout as NodeJS.ReadableStream });
    const [first] = await once(lines, 'line');
    at = JSON.parse(String(first)).page;
  });
  afterAll(async () => {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    await explorer.close();
    rmSync(folder, { recursive: true });
  });

  const show = async (page: Page, who: string): Promise<void> => {
    await page.getByLabel('Your id of the user').fill(who);
    await page.getByLabel('Your id of the user').press('Enter');
  };
  const fieldsAt = (page: Page, provider: string) => page.getByRole('region', { name: `Fields at ${provider}` });

  test('shows what is open, and a user’s links, without a value', async () => {
    const page = await explorer.open('', { at });
    const answers: Promise<string>[] = [];
    page.on('response', (response) => answers.push(response.text().catch(() => '')));
    await page.getByRole('region', { name: 'What is open' }).getByRole('row').filter({ hasText: '1 locked' }).waitFor();
    await show(page, userId);
    const email = fieldsAt(page, 'machnet').getByRole('row').filter({ hasText: 'email' });
    await email.filter({ hasText: 'held' }).waitFor();
    expect(await email.textContent()).toMatch(/email cannot change once the user is verified/);
    await fieldsAt(page, 'machnet').getByRole('row').filter({ hasText: 'phone' }).filter({ hasText: 'kept' }).waitFor();
    await fieldsAt(page, 'stilt').getByRole('row').filter({ hasText: 'email' }).filter({ hasText: 'kept' }).waitFor();
    expect(page.url()).toBe(`${at}?keeper#/keeper`);
    const seen = [page.url(), await page.content(), ...(await Promise.all(answers))].join('\n');
    expect(seen).toContain('machnet');
    expect(seen).not.toMatch(planted);
    expect(explorer.wrong).toEqual([]);
  });

  test('knows who is linked, and says who is not', async () => {
    const page = await explorer.open('', { at });
    await show(page, userId);
    await fieldsAt(page, 'machnet').waitFor();
    await show(page, 'somebody else');
    await page.getByText('Nobody is linked under that user.').waitFor();
    expect(await fieldsAt(page, 'machnet').count()).toBe(0);
    await explorer.leave(page);
  });

  test('that goes away is said, and what was shown stays', async () => {
    const page = await explorer.open('', { at });
    await page.clock.install();
    await show(page, userId);
    await fieldsAt(page, 'machnet').waitFor();
    await page.route('**/keeper/**', (route) => route.abort());
    await page.clock.runFor(11_000);
    await page.getByText('The keeper does not answer').first().waitFor();
    expect(await fieldsAt(page, 'machnet').count()).toBe(1);
    await explorer.leave(page);
  });

  test('a provider that is left alone, a drift and a reason without a sentence are told in words', async () => {
    const paused = { until: Date.UTC(2100, 0, 1, 14, 5), reason: 'down', failures: 37 };
    const field = { field: 'documents.virtual[0]', state: 'held', reason: 'unknown', since: 0, change: 'c1' };
    const link = { provider: 'one', state: 'held', reason: 'unknown', paused, fields: [field], drift: { email: 0 } };
    const page = await explorer.open('', { at });
    await page.route('**/keeper/overview', (route) =>
      route.fulfill({
        json: { providers: [{ provider: 'one', pending: 3, held: { unknown: 1 }, oldest: 0, paused }] },
      }),
    );
    await page.route('**/keeper/users/*', (route) => route.fulfill({ json: { links: [link] } }));
    await page.reload();
    const why = 'paused until 2100-01-01 14:05 UTC: it does not answer, or not well (37 failures)';
    await page.getByRole('row').filter({ hasText: why }).filter({ hasText: '1 unknown' }).waitFor();
    await show(page, userId);
    await page.getByText(`The provider is ${why}.`).waitFor();
    const rows = await fieldsAt(page, 'one').getByRole('row').allTextContents();
    expect(rows[1]).toMatch(
      /^documents\.virtual\[0\]held1970-01-01 00:00 UTCWhether a change was made cannot be known/,
    );
    expect(rows[2]).toMatch(/^emaildrifted1970-01-01 00:00 UTCThe provider has another value/);
    expect(explorer.wrong).toEqual([]);
  });

  test('is read by no other page, not even by the mock’s', async () => {
    const page = await explorer.open('#/keeper');
    await page.getByText('No keeper is here').waitFor();
    expect(await page.getByRole('link', { name: 'Keeper' }).count()).toBe(0);
    const read = (address: string) => page.evaluate((to) => fetch(to).then((answer) => answer.text()), address);
    await expect(read(`${at}keeper/overview`)).rejects.toThrow('Failed to fetch');
    await explorer.leave(page);
  });

  test('is shown at every width, light and dark', async () => {
    const page = await explorer.open('', { at });
    await show(page, userId);
    await fieldsAt(page, 'machnet').waitFor();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 768, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await flawsOf(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
        expect.soft(await widthOf(page), `${colorScheme}, ${width} pixels wide`).toBeLessThanOrEqual(width);
      }
    expect(explorer.wrong).toEqual([]);
  });
});
