import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findChromium } from '@amend/examples/chromium';
import { createMock } from '@amend/mock';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { pagesUrl } from '../../source.ts';

// The page as a browser gets it from the mock, with all that it must not do written down.

const executablePath = findChromium();

/** Whether there is a browser to try it in; without one it was said. */
export const hasBrowser = executablePath !== undefined;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Opened {
  readonly origin: string;
  readonly mock: Awaited<ReturnType<typeof createMock>>;
  /** A page at an address below `/`; what was wrong on the way is in `wrong`. */
  readonly open: (hash?: string, options?: BrowserContextOptions & { at?: string }) => Promise<Page>;
  readonly wrong: string[];
  /** Closes a page in which something had to go wrong: what it tells late is forgotten with it. */
  readonly leave: (page: Page) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A folder's page on a mock, in a browser. */
export const openExplorer = async (): Promise<Opened> => {
  const mock = await createMock();
  const { url: origin } = await mock.listen({ pages: pagesUrl });
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  const wrong: string[] = [];
  return {
    origin,
    mock,
    wrong,
    open: async (hash = '', { at = `${origin}/`, ...options } = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      page.on('pageerror', ({ message }) => wrong.push(message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      page.on('request', (request) => {
        if (![origin, at, 'data:'].some((own) => request.url().startsWith(own)))
          wrong.push(`asks for ${request.url()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
          console.error(`${violatedDirective} forbids ${blockedURI}`),
        );
      });
      await page.goto(at + hash);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    leave: async (page) => {
      await page.context().close();
      wrong.splice(0);
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await mock.close();
    },
  };
};

/** Waits until each plan shows its request, which comes later than the plan. */
export const settle = async (page: Page): Promise<void> => {
  await expect.poll(() => page.locator('.card:not(:has(code:not(:empty)))').count()).toBe(0);
};

/** Opens what is folded, and what is folded within that. */
export const unfold = async (page: Page): Promise<void> => {
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
};

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with a page by WCAG, as axe sees it. */
export const flawsOf = async (page: Page): Promise<string[][]> => {
  // What is half below the head of the page, which stays, is no target that is too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly, resultTypes: ['violations'] }),
    tags,
  );
  expect(passes.length).toBeGreaterThan(10);
  return violations.map(({ id, nodes }) => [
    id,
    ...nodes.slice(0, 4).flatMap(({ html, failureSummary = '' }) => [html, failureSummary]),
  ]);
};

/** What of a page stands beside its width. */
export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
