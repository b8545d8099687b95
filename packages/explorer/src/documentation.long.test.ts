import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentationUrl } from '../source-documentation.ts';
import { flawsOf, hasBrowser, type Opened, openExplorer, unfold, widthOf } from './testing/open-explorer.ts';

const folder = fileURLToPath(documentationUrl);
const names = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const pages = names.filter((name) => name.endsWith('.html'));

/** What stands in the explorer's own folder. */
const isBeside = (path: string): boolean => path === 'index.html' || path.startsWith('contracts/');

const idsIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));

describe('every page', () => {
  test('of every package and every export is there', () => {
    for (const name of ['index', 'contracts', 'amend', 'mock', 'cli', 'api/amend', 'api/@amend/mock/browser'])
      expect(pages).toContain(`docs/${name}.html`);
    expect(textOf('docs/api/@amend/mock.html')).toContain('createMock()');
  });

  test.each(pages)('%s: each link leads somewhere', (page) => {
    const html = textOf(page);
    const links = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&#38;', '&'));
    const broken = links.filter((href) => {
      if (/^(?:https?:|data:)/.test(href)) return false;
      const [path = '', hash = ''] = href.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (isBeside(target)) return false;
      return !names.includes(target) || (hash !== '' && !idsIn(textOf(target)).has(hash));
    });
    expect(links.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test.each(pages)('%s: no script, style or markup but its own', (page) => {
    const html = textOf(page);
    expect(html).toMatch(/content="default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(html).not.toMatch(/<[a-z][^>]* (?:on[a-z]+|style)=|<style|="javascript:/i);
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

test('what the search finds is there, and is the documentation’s own', () => {
  const found: readonly { name: string; what: string; to: string }[] = JSON.parse(
    /^var amendFound=(.*);$/.exec(textOf('docs/found.js'))?.[1] ?? '',
  );
  const lost = found.filter(({ to }) => {
    const [path = '', hash = ''] = to.split('#');
    const target = join('docs', path);
    return !isBeside(target) && !(names.includes(target) && (hash === '' || idsIn(textOf(target)).has(hash)));
  });
  expect(lost).toEqual([]);
  for (const kind of ['field', 'operation', 'function', 'interface', 'section', 'page'])
    expect(found.filter(({ what }) => what.startsWith(kind)).length).toBeGreaterThan(3);
});

test('each line of llms.txt leads to a text', () => {
  const paths = [...textOf('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !names.includes(path) && !isBeside(path))).toEqual([]);
});

describe.skipIf(!hasBrowser)('in a browser', () => {
  let explorer: Opened;
  let at: string;
  beforeAll(async () => {
    explorer = await openExplorer();
    at = (await explorer.mock.listen({ pages: documentationUrl })).url;
  });
  afterAll(() => explorer.close());

  test.each(['index', 'contracts', 'api/@amend/mock', 'api/@amend/client/webhook'])('%s', async (name) => {
    const page = await explorer.open(`docs/${name}.html`, { at: `${at}/` });
    await unfold(page);
    for (const [colorScheme, width] of [
      ['light', 360],
      ['light', 768],
      ['dark', 1440],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      if (width !== 768) expect.soft(await flawsOf(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
      expect.soft(await widthOf(page), `${colorScheme}, ${width} pixels wide`).toBeLessThanOrEqual(width);
    }
    expect(explorer.wrong).toEqual([]);
    await page.context().close();
  });

  test('by the keyboard alone: find a field by a provider’s name, and an export', async () => {
    const page = await explorer.open('docs/index.html', { at: `${at}/` });
    await page.keyboard.press('/');
    await page.keyboard.type('mobile_phone');
    // What is found follows each letter.
    const first = page.locator('#found a').first();
    await expect.poll(() => first.getAttribute('href')).toBe(`${at}/index.html#/plan///verified/phone`);
    await page.keyboard.press('Escape');
    await page.keyboard.type('createmock');
    await expect.poll(() => first.textContent()).toBe('createMock');
    expect(await page.locator('#count').textContent()).toMatch(/found/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/docs\/api\/@amend\/mock(?:\/browser)?\.html#createmock$/);
    await page.keyboard.press('/');
    await page.keyboard.type('<b>nothing</b>');
    await page.getByText('Nothing has this name.').waitFor();
    expect(explorer.wrong).toEqual([]);
  });

  test('from a disk a field is found too, and leads to the page that is one file', async () => {
    const page = await explorer.open('', { at: new URL('docs/mock.html', documentationUrl).href });
    await page.keyboard.press('/');
    await page.keyboard.type('mobile_phone');
    const first = page.locator('#found a').first();
    const beside = new URL('explorer.html', documentationUrl).href;
    await expect.poll(() => first.getAttribute('href')).toBe(`${beside}#/plan///verified/phone`);
    expect(await page.locator('.mark').getAttribute('href')).toBe(beside);
    await page.keyboard.press('Escape');
    await page.keyboard.type('createmock');
    await expect.poll(() => first.textContent()).toBe('createMock');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/docs\/api\/@amend\/mock(?:\/browser)?\.html#createmock$/);
  });
});
