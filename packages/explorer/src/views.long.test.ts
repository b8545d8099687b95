import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flawsOf, hasBrowser, type Opened, openExplorer, widthOf } from './testing/open-explorer.ts';

// Every view at three widths, light and dark: nothing wrong by WCAG 2.2 at A and AA, nothing beside the page.

const patch = encodeURIComponent(
  JSON.stringify({ phone: '+12105550132', email: 'new@example.com', address: { city: 'Austin' }, shoeSize: '44' }),
);
const views: readonly (readonly [name: string, hash: string])[] = [
  ['no change', '#/plan'],
  ['a change', `#/plan/machnet/individual/verified/email?patch=${patch}`],
  ['a business', `#/plan/machnet/business/RETRY/documents.virtual?patch=${patch}&skip`],
  ['wrong in the address', '#/plan/nobody?patch=['],
  ['matrix', '#/matrix'],
  ['contract', '#/reference/machnet@v4'],
  ['operation', '#/reference/machnet@v4/updateUser'],
  ['no such operation', '#/reference/machnet@v4/nothing'],
  ['mock', '#/mock'],
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

  test.each(views)('%s', async (_, hash) => {
    const page = await explorer.open(hash);
    await page.getByText('Mock at').waitFor();
    for (const summary of await page.locator('details:not([open]) > summary').all()) await summary.click();
    for (const [colorScheme, width] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await flawsOf(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
      expect.soft(await widthOf(page), `${colorScheme}, ${width} pixels wide`).toBeLessThanOrEqual(width);
    }
    expect(explorer.wrong).toEqual([]);
    await page.context().close();
  });
});
