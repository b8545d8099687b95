import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { remembered, takeScreenshot } from '../screenshot.ts';
import { hasBrowser } from './testing/open-explorer.ts';

test.skipIf(!hasBrowser)('the picture of the README shows the page as it is', async () => {
  const { shown } = await takeScreenshot();
  expect(shown, 'packages/explorer/screenshot.png is stale: renew it with `npm run screenshot`, and commit it.').toBe(
    remembered(),
  );
});

test('the picture is small', () => {
  expect(statSync(new URL('../screenshot.png', import.meta.url)).size).toBeLessThan(200_000);
});
