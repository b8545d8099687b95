import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, type Opened, openExplorer } from './testing/open-explorer.ts';

// What is private by the contracts is typed in everywhere, and is nowhere but in its input and in the request to the mock.

const planted = {
  ssn: '987-65-4320',
  dateOfBirth: '1961-12-31',
  'documents-virtual': '[{"type":"PASSPORT","number":"PLANTED123","issuingAuthority":"US"}]',
};
/** Also as providers are sent them. */
const secrets = /987-?65-?4320|1961-12-31|12\/31\/1961|PLANTED123/;

/** Types in what there is an input for, and tells what that was. */
const fill = async (page: Page): Promise<string[]> => {
  // The inputs follow the provider at once; those of the chosen one are there when its phone's is.
  await page.locator('#phone').fill('+12105550188');
  const filled: string[] = [];
  for (const [name, value] of Object.entries(planted)) {
    const input = page.locator(`#${name}`);
    if ((await input.count()) === 0) continue;
    await input.fill(value);
    filled.push(name);
  }
  return filled;
};

describe.skipIf(!hasBrowser)('what is private', () => {
  let explorer: Opened;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer.close());

  test('is in no address, text, clipboard, storage and log', async () => {
    const page = await explorer.open('#/plan', { permissions: ['clipboard-read', 'clipboard-write'] });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.getByText('Mock at').waitFor();
    const providers = await page.getByLabel('Provider', { exact: true }).locator('option').allTextContents();
    const seen: string[] = [];
    const filled = new Set<string>();
    let copied = 0;
    for (const provider of providers) {
      await page.getByLabel('Provider', { exact: true }).selectOption(provider);
      await page.getByLabel('Status', { exact: true }).selectOption('unverified');
      for (const name of await fill(page)) filled.add(name);
      await page.getByLabel('Leave out what is locked').check();
      const card = page.locator('.card').first();
      const others = card.getByLabel('As this user of the mock');
      await others.selectOption((await others.locator('option').nth(1).getAttribute('value')) ?? '');
      for (const form of ['HTTP', 'curl', 'TypeScript', 'Command']) {
        const tab = card.getByRole('button', { name: form, exact: true });
        if ((await tab.count()) === 0) continue;
        await tab.click();
        const code = card.locator('.code code');
        await expect.poll(() => code.textContent()).toContain('5550188');
        await card.getByRole('button', { name: 'Copy' }).click();
        await card.getByText('Copied').waitFor();
        seen.push(await page.evaluate(() => navigator.clipboard.readText()));
        copied += 1;
      }
      const send = card.getByRole('button', { name: 'Send to' });
      if ((await send.count()) > 0) {
        await send.click();
        await card.getByRole('region').or(card.locator('.problem')).first().waitFor();
      }
      seen.push(page.url(), await page.evaluate(() => document.body.textContent), await page.content());
    }
    expect(copied).toBeGreaterThan(providers.length * 2);
    expect([...filled].toSorted()).toEqual(Object.keys(planted).toSorted());
    seen.push(
      await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
      ),
      await (await explorer.mock.fetch('http://localhost/__amend/requests')).text(),
      ...said,
    );
    expect(seen.join('\n')).toContain('5550188');
    expect(seen.join('\n')).not.toMatch(secrets);
    expect(explorer.wrong).toEqual([]);
  });

  test('is left out of a link, which says so, and stays where it was typed', async () => {
    const page = await explorer.open('#/plan');
    await fill(page);
    await page.getByText(/fields are in no address/).waitFor();
    await expect.poll(() => decodeURIComponent(page.url())).toContain('+12105550188');
    const link = page.url();
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await page.getByRole('heading', { name: 'Every field' }).waitFor();
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    expect(await page.locator('#ssn').inputValue()).toBe(planted.ssn);
    const other = await explorer.open(new URL(link).hash);
    expect(await other.locator('#phone').inputValue()).toBe('+12105550188');
    expect(await other.locator('#ssn').inputValue()).toBe('');
  });
});
