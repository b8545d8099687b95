import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileUrl, pagesUrl } from '../source.ts';
import { hasBrowser, type Opened, openExplorer, settle, widthOf } from './testing/open-explorer.ts';

// What people and links hand to the page is text, and never more; what is missing is said in a sentence.

const patchOf = (patch: object): string => `#/plan?patch=${encodeURIComponent(JSON.stringify(patch))}`;

describe.skipIf(!hasBrowser)('bad input', () => {
  let explorer: Opened;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer.close());

  test.each<[name: string, hash: string, said: string | RegExp]>([
    ['a change that is no JSON', '#/plan?patch={"phone', /no JSON object/],
    ['a field that nobody has', patchOf({ shoeSize: '44' }), /shoeSize invalid is no field/],
    ['a status that nobody knows', '#/plan/machnet/individual/LIMBO', /LIMBO \(unknown\)/],
    ['a provider that nobody knows', '#/plan/paypal', /names nobody/],
    ['a contract that nobody knows', '#/reference/paypal@v1', /no contract of that name/],
    [
      'a name of 10,000 characters',
      patchOf({ firstName: 'x'.repeat(10_000), address: { line1: 'y'.repeat(10_000) } }),
      /firstName/,
    ],
    ['from right to left', patchOf({ firstName: 'שלום \u202eevil', address: { city: 'مدينة' } }), /firstName/],
    ['markup', patchOf({ firstName: '<img src=x onerror=alert(1)>', '<b>bold</b>': 1 }), /firstName/],
    ['what every object has', patchOf({ constructor: 1, toString: { a: 1 } }), /is no field/],
    ['numbers, lists and nothing', patchOf({ firstName: 12, email: [1], phone: null, address: [] }), /firstName/],
  ])('%s is said as text', async (_, hash, said) => {
    const page = await explorer.open(hash, { viewport: { width: 360, height: 800 } });
    await expect.poll(() => page.evaluate(() => document.body.textContent)).toMatch(said);
    await settle(page);
    expect(await page.locator('main img, main b b').count()).toBe(0);
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(explorer.wrong).toEqual([]);
    await page.context().close();
  });

  test('a mock that goes away, and comes back, is said', async () => {
    const page = await explorer.open('#/plan');
    await page.getByText('Mock at').waitFor();
    await page.route('**/__amend/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Mock' }).click();
    await page.getByRole('button', { name: 'Reset the mock' }).click();
    await page
      .getByText(/No mock answers at/)
      .first()
      .waitFor();
    await page.unroute('**/__amend/**');
    await page.getByRole('button', { name: 'Reset the mock' }).click();
    await page.getByText('Done.').waitFor();
    expect(await page.getByText(/No mock answers at/).count()).toBe(0);
    await explorer.leave(page);
  });

  test('a provider that answers 500 is said where it was sent', async () => {
    const page = await explorer.open(patchOf({ phone: '+12105550177' }));
    const card = page.locator('.card').first();
    const user = card.getByLabel('As this user of the mock');
    await user.selectOption((await user.locator('option').nth(1).getAttribute('value')) ?? '');
    await page.route('**/user**', (route) => route.fulfill({ status: 500, body: '<h1>down</h1>' }));
    await card.getByRole('button', { name: 'Send to' }).click();
    await card.locator('.problem').waitFor();
    expect(await card.locator('.problem').textContent()).toMatch(/500/);
    await explorer.leave(page);
  });

  const operation = {
    operationId: 'odd',
    summary: '<b>summary</b>',
    security: [{ none: [] }],
    parameters: [{ name: '\u202eevil', in: 'query', required: true }, null, 7],
    responses: { 200: { content: { 'text/plain': { examples: { one: {}, two: { value: null } } } } }, 404: null },
  };
  const form = { content: { 'application/x-www-form-urlencoded': { examples: { one: { value: null } } } } };
  const endless = { $ref: '#/components/schemas/Endless' };
  const body = { content: { 'application/json': { schema: { anyOf: [endless, { type: 'string' }] }, examples: [1] } } };

  test.each<[name: string, document: object]>([
    ['without anything', { paths: {} }],
    ['whose operation has little', { paths: { '/<i>': { get: operation } } }],
    ['with a form of nothing', { paths: { '/{x': { post: { ...operation, requestBody: form } } } }],
    [
      'whose schema is itself',
      { paths: { '/a': { put: { ...operation, requestBody: body } } }, components: { schemas: { Endless: endless } } },
    ],
  ])('a contract %s is shown as far as it goes', async (_, document) => {
    const page = await explorer.open('#/plan', { viewport: { width: 360, height: 800 } });
    await page.route('**/contracts/*.json', (route) => route.fulfill({ json: document }));
    await page.evaluate(() => location.replace('#/reference/machnet@v4/odd'));
    await page
      .getByText(/no operation of that name|<b>summary/)
      .first()
      .waitFor();
    expect(await page.locator('main b, main i').count()).toBe(0);
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    expect(explorer.wrong).toEqual([]);
    await page.context().close();
  });

  test('what the page does not know is said, and leaves no blank page', async () => {
    const page = await explorer.open('#/plan');
    await page.route('**/data.json', (route) => route.fulfill({ json: { code: null } }));
    await page.locator('#phone').fill('+12105550188');
    await page.getByRole('heading', { name: 'more than the page can show' }).waitFor();
    expect(await page.locator('main p').textContent()).toContain('Open it anew');
    await explorer.leave(page);
  });

  test('without a mock everything is there but the sending', async () => {
    const page = await explorer.open('#/plan', { at: `${explorer.origin}/?mock=http://127.0.0.1:1` });
    await page.getByText('No mock').waitFor();
    await page.locator('#phone').fill('+12105550188');
    await page.locator('.card .code').first().waitFor();
    expect(await page.getByRole('button', { name: 'Send to' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Mock' }).click();
    await page.getByText(/No mock answers at http:\/\/127.0.0.1:1: start one with npm start/).waitFor();
    await explorer.leave(page);
  });

  test('the folder says from a disk what works there', async () => {
    const page = await explorer.open('#/plan');
    await page.goto(new URL('index.html', pagesUrl).href);
    expect(await page.locator('#app').textContent()).toContain('explorer.html is the same in one file');
    await explorer.leave(page);
  });

  test('the one file works from a disk, with the contracts', async () => {
    const page = await explorer.open('#/plan/hpay/patch/verified/phone', { at: fileUrl.href });
    await page.locator('#phone').fill('+12105550188');
    await expect.poll(() => page.locator('.card .code').first().textContent()).toContain('5550188');
    await page.getByRole('link', { name: 'Reference', exact: true }).click();
    await page.getByRole('link', { name: 'PATCH' }).first().click();
    await page.getByRole('heading', { name: 'What is sent' }).waitFor();
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await page.getByRole('table').first().waitFor();
    expect(explorer.wrong).toEqual([]);
  });
});
