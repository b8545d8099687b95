import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { type Browser, chromium, type Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nodeListener } from './node-listener.ts';
import { createSite } from './site.ts';
import { findChromium } from './testing/chromium.ts';

// Both forms in a browser, as people use them: by mouse, by keyboard, in the dark, on a telephone, with a screen reader.

const [free, locked] = [exampleOf(machnetIndividual.update, true), exampleOf(machnetIndividual.update, false)] as const;

const executablePath = findChromium();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe.skipIf(executablePath === undefined).each(['hook-form', 'tanstack'])('%s', (form) => {
  let site: Awaited<ReturnType<typeof createSite>>;
  let browser: Browser;
  let page: Page;
  let origin = '';
  let wrong: string[] = [];
  let patches: string[] = [];

  beforeAll(async () => {
    site = await createSite();
    const server = createServer(nodeListener(site.answer)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    return async () => {
      await browser.close();
      server.close();
      site.mock.close();
    };
  });

  beforeEach(async () => {
    await site.mock.reset();
    page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    wrong = [];
    patches = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('request', (request) => request.method() === 'PATCH' && patches.push(request.postData() ?? ''));
    return () => page.close();
  });

  const idOf = (status: string): string =>
    site.mock.fixtures.find((user) => user.status === status && !user.name.includes('usiness'))?.id ?? '';

  const open = async (id: string) => {
    await page.goto(`${origin}/?user=${id}&form=${form}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const input = (label: string) => page.getByLabel(label, { exact: true });
  const save = () => page.getByRole('button', { name: 'Save' }).click();
  const said = (text: string | RegExp) => page.getByText(text).waitFor();
  const read = async (id: string) => (await site.answer(new Request(`${origin}/users/${id}`))).json();
  /** What a screen reader says after an input's name. */
  const helpOf = (label: string) =>
    input(label).evaluate((one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent);

  test('what is locked can be read and not changed, and says why', async () => {
    await open(idOf('VERIFIED'));
    expect(await input(locked.label).isEditable()).toBe(false);
    expect(await input(locked.label).inputValue()).not.toBe('');
    expect(await helpOf(locked.label)).toContain(`${locked.field} cannot change once the user is verified`);
    expect(await input(free.label).isEditable()).toBe(true);
    expect(await input('State').getAttribute('maxlength')).toBe('2');
    expect(await helpOf(free.label)).toBe('');
    expect(wrong).toEqual([]);
  });

  test('somebody suspended is told that', async () => {
    await open(idOf('SUSPENDED'));
    expect(await helpOf('E-mail address')).toContain('for as long as the provider says SUSPENDED');
  });

  test('what was changed is saved, and nothing else', async () => {
    const id = idOf('VERIFIED');
    await open(id);
    await input('City').fill('Austin');
    await save();
    await said('Saved.');
    expect(patches).toEqual(['{"address":{"city":"Austin"}}']);
    expect((await read(id)).address.city).toBe('Austin');
    await input('Address').fill('27 Orchard Row');
    await save();
    await expect.poll(() => patches.at(-1)).toBe('{"address":{"line1":"27 Orchard Row"}}');
    expect(wrong).toEqual([]);
  });

  test('a form that nobody touched can be saved', async () => {
    await open(idOf('UNVERIFIED'));
    await save();
    await said('Saved.');
    expect(patches).toEqual(['{}']);
  });

  test('what the provider would refuse is said at its input, and goes away', async () => {
    await open(idOf('VERIFIED'));
    await input('Phone number').fill('5550132');
    await save();
    await said(/phone must be/);
    expect(await helpOf('Phone number')).toContain('phone must be');
    expect(await input('Phone number').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('phone');
    expect(patches).toEqual([]);
    await input('Phone number').fill('+12105550132');
    await save();
    await said('Saved.');
    expect(await helpOf(free.label)).toBe('');
  });

  test('an emptied input that the provider cannot clear is said there', async () => {
    await open(idOf('UNVERIFIED'));
    await input('First name').fill('');
    await save();
    await said(/firstName cannot be cleared/);
    expect(await helpOf('First name')).toContain('firstName cannot be cleared');
  });

  test('what the server refuses, because the user has been verified meanwhile, is said at its input', async () => {
    const id = idOf('UNVERIFIED');
    await open(id);
    const status = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"status":"VERIFIED"}' };
    expect((await site.mock.fetch(`http://localhost/__amend/users/machnet/${id}/status`, status)).ok).toBe(true);
    await input(locked.label).fill(locked.value);
    await save();
    await said(new RegExp(`${locked.field} cannot change once`));
    expect(await helpOf(locked.label)).toContain(`${locked.field} cannot change once the user is verified`);
    expect(patches).toHaveLength(1);
  });

  test.each([
    ['an answer about no input', { status: 502, json: { message: 'It is not known whether the change was made.' } }],
    ['an answer about the whole', { status: 422, json: { issues: [{ path: [], message: 'It is not known.' }] } }],
    ['no answer', undefined],
  ])('%s is said all the same', async (_, answer) => {
    await open(idOf('VERIFIED'));
    await page.route('**/users/*', (route) => (answer ? route.fulfill(answer) : route.abort()));
    await input('City').fill('Austin');
    await save();
    await page
      .getByRole('alert')
      .getByText(/It is not known|was not reached/)
      .waitFor();
    expect(await input('City').inputValue()).toBe('Austin');
  });

  test('nobody’s page says so', async () => {
    await open('00000000-0000-4000-8000-000000000000');
    await said(/found nothing/);
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  test('all of it by keyboard', async () => {
    const id = idOf('VERIFIED');
    await open(id);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    const seen: (string | undefined)[] = [];
    while (seen.length < 40 && seen.at(-1) !== 'address.city') {
      await page.keyboard.press('Tab');
      seen.push(await focused());
    }
    // The locked ones too: their reasons are read there.
    expect(seen).toContain('email');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Austin');
    await page.keyboard.press('Enter');
    await said('Saved.');
    expect((await read(id)).address.city).toBe('Austin');
    expect(await focused()).toBe('address.city');
  });

  describe.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('%s, %i pixels wide', (colorScheme, width) => {
    test('nothing is wrong by WCAG at A and AA, and nothing stands beside the page', async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await open(idOf('VERIFIED'));
      const flaws = async () => {
        await page.addScriptTag({ path: axe });
        const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { violations, passes } = await page.evaluate(
          (tags) => (window as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly: tags }),
          runOnly,
        );
        expect(passes.length).toBeGreaterThan(5);
        return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
      };
      expect(await flaws()).toEqual([]);
      await input('Phone number').fill('5550132');
      await save();
      await said(/phone must be/);
      expect(await flaws()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
});
