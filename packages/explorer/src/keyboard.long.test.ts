import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, type Opened, openExplorer } from './testing/open-explorer.ts';

// The main job by keyboard alone: who, which field, what becomes of it, and the sending.

describe.skipIf(!hasBrowser)('by keyboard alone', () => {
  let explorer: Opened;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer.close());

  test('a field is found by a provider’s name, asked about, changed and sent', async () => {
    const page = await explorer.open('#/plan/machnet/individual');
    await page.getByText('Mock at').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '');
    const tabTo = async (wanted: RegExp | string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()).match(wanted)) return;
      }
      throw new Error(`The focus never comes to ${wanted}.`);
    };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');
    // The user of the mock, chosen by typing a name.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('Jonas');
    await expect.poll(() => page.getByLabel('Status', { exact: true }).inputValue()).toBe('VERIFIED');
    await page.keyboard.press('Tab');
    await page.keyboard.press('/');
    expect(await focused()).toBe('filter');
    await page.keyboard.type('mobile_phone');
    await expect.poll(() => page.locator('.field').count()).toBe(1);
    await tabTo(/^Phone number/);
    await page.keyboard.press('Enter');
    await page.getByText('phone may change').waitFor();
    await tabTo('phone');
    await page.keyboard.type('+12105550166');
    await page.locator('.card .send').first().waitFor();
    await expect.poll(() => page.locator('.plans [role="status"]').first().textContent()).toContain('machnet: ready.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('cell', { name: '+12105550166' }).waitFor();
    expect(explorer.wrong).toEqual([]);
  });
});
