import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flawsOf, hasBrowser, type Opened, openExplorer, settle, unfold, widthOf } from './testing/open-explorer.ts';

// Every view at three widths, light and dark: nothing wrong by WCAG 2.2 at A and AA, nothing beside the page.

const patch = encodeURIComponent(
  JSON.stringify({ phone: '+12105550132', email: 'new@example.com', address: { city: 'Austin' }, shoeSize: '44' }),
);
const views: readonly (readonly [name: string, hash: string, shown: string])[] = [
  ['no change', '#/plan', 'What becomes of it'],
  ['a change', `#/plan/machnet/individual/verified/email?patch=${patch}`, 'What becomes of it'],
  ['a business', `#/plan/machnet/business/RETRY/documents.virtual?patch=${patch}&skip`, 'What becomes of it'],
  ['wrong in the address', '#/plan/nobody?patch=[', 'names nobody'],
  ['matrix', '#/matrix', 'How a status arrives'],
  ['contract', '#/reference/machnet@v4', 'Who calls'],
  ['operation', '#/reference/machnet@v4/updateUser', 'What is sent'],
  ['no such operation', '#/reference/machnet@v4/nothing', 'no operation of that name'],
  ['mock', '#/mock', 'What goes wrong next'],
];

const looks = [
  ['light', 360],
  ['light', 768],
  ['light', 1440],
  ['dark', 360],
  ['dark', 768],
  ['dark', 1440],
] as const;

describe.skipIf(!hasBrowser)('the views', () => {
  let explorer: Opened;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer.close());

  test.each(views)('%s', async (_, hash, shown) => {
    const page = await explorer.open(hash);
    await page.getByText('Mock at').waitFor();
    await page.getByText(shown).filter({ visible: true }).first().waitFor();
    expect(await page.locator('#app').textContent()).not.toContain('explorer.html is the same');
    await settle(page);
    await unfold(page);
    for (const [colorScheme, width] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await flawsOf(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
      expect.soft(await widthOf(page), `${colorScheme}, ${width} pixels wide`).toBeLessThanOrEqual(width);
    }
    expect(explorer.wrong).toEqual([]);
    await page.context().close();
  });

  test('what is printed is whole, and dark on light', async () => {
    const page = await explorer.open('#/matrix', { colorScheme: 'dark', viewport: { width: 720, height: 1000 } });
    await page.getByText('How a status arrives').waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const cut = () =>
      page
        .locator('.scroll')
        .evaluateAll((all) =>
          all.map((each) => [each.scrollWidth - each.clientWidth, each.scrollHeight - each.clientHeight]),
        );
    await expect.poll(cut).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color].map((text) => Number(/\d+/.exec(text)?.[0]));
    });
    expect(paper).toBeGreaterThan(ink ?? 255);
  });

  test('the reference finds what an operation holds, by its name', async () => {
    const page = await explorer.open('#/reference/machnet@v4/updateUser');
    await page.getByRole('heading', { name: 'What is sent' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('mobile_phone');
    const found = page.getByRole('navigation', { name: 'Operations' }).getByRole('link');
    await expect
      .poll(() => found.allTextContents())
      .toEqual(['The contract', 'POST Register a user', 'GET Get a user', 'PATCH Update a user']);
    const shown = page.locator('[open] > .properties > li > div > code');
    await expect.poll(() => shown.allTextContents()).toEqual(Array(3).fill('mobile_phone'));
    const filter = page.getByRole('searchbox');
    await filter.fill('');
    await page.keyboard.type('/users/{');
    expect(await filter.inputValue()).toBe('users/{');
    expect(explorer.wrong).toEqual([]);
  });

  test('on a narrow screen a chosen operation comes into view', async () => {
    const page = await explorer.open('#/reference/hpay@v1', { viewport: { width: 360, height: 800 } });
    await page.getByRole('link', { name: 'Change fields' }).click();
    const top = () => page.locator('.operation').evaluate((article) => article.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(200);
  });
});
