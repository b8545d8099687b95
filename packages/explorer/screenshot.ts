import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fieldsFor } from 'amend';
import { loadSubjects, type Subject } from 'amend/matrix';
import type { Page } from 'playwright-core';
import { openExplorer } from './src/testing/open-explorer.ts';

// The picture of the README: `npm run screenshot`. What it shows is remembered beside it, so that a test can tell whether the
// page still looks like this, whatever fonts a machine has.

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const change = { email: 'new@example.com', phone: '+12105550132' };

/** What is shown: a change of which a provider locks one field once the user is verified, and others do not. */
const findAddress = async (): Promise<string> => {
  const locks = ({ operation }: Subject): boolean =>
    fieldsFor(operation, 'verified').some(({ field, lock }) => field === 'email' && lock?.kind === 'status');
  const { provider = '', variant = '' } = (await loadSubjects()).find(locks) ?? {};
  return `#/plan/${provider}/${variant}/verified/email?patch=${encodeURIComponent(JSON.stringify(change))}`;
};

const size = { width: 1280, height: 860 };

/** All its words; the port is another each time. */
const wordsOf = async (page: Page): Promise<string> =>
  ((await page.locator('#app').textContent()) ?? '').replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4010');

/** What is shown when all has been loaded: requests come a moment later than plans. */
const settle = async (page: Page): Promise<string> => {
  let before = '';
  for (;;) {
    const now = await wordsOf(page);
    if (now === before && (await page.locator('code:empty').count()) === 0) return now;
    before = now;
    await page.waitForTimeout(500);
  }
};

/** The page in its picture's state: as a picture, and what it shows in short. */
export const takeScreenshot = async (): Promise<{ readonly picture: Uint8Array; readonly shown: string }> => {
  const explorer = await openExplorer();
  try {
    const page = await explorer.open(await findAddress(), {
      viewport: size,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.getByText('Mock at').waitFor();
    const shown = createHash('sha256')
      .update(await settle(page))
      .digest('hex');
    await page.evaluate(() => {
      for (const node of document.querySelectorAll('.where')) node.textContent = 'Mock at 127.0.0.1:4010';
      const [group] = [...document.querySelectorAll('h3')].filter(({ textContent }) => textContent === 'Contact');
      group?.scrollIntoView({ behavior: 'instant' });
    });
    // What sticks to the top follows when it is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    return { picture: await page.screenshot(), shown };
  } finally {
    await explorer.close();
  }
};

/** What the picture showed when it was taken. */
export const remembered = (): string => readFileSync(at('screenshot.txt'), 'utf8').trim();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { picture, shown } = await takeScreenshot();
  writeFileSync(at('screenshot.png'), picture);
  writeFileSync(at('screenshot.txt'), `${shown}\n`);
}
