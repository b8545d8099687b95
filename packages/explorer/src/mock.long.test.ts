import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasBrowser, type Opened, openExplorer, settle } from './testing/open-explorer.ts';

// The mock, steered by the page, and what the page hears of it by itself.

describe.skipIf(!hasBrowser)('the mock', () => {
  let explorer: Opened;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  beforeEach(() => explorer.mock.reset());
  afterAll(() => explorer.close());

  const control = (path: string, method = 'GET') => explorer.mock.fetch(`http://localhost/__amend${path}`, { method });
  const suspended = () => explorer.mock.fixtures.find(({ status }) => status === 'SUSPENDED');

  test('a user’s status is set, at once and later, and a reset brings it back', async () => {
    const { id = '', name = '' } = suspended() ?? {};
    expect(name).not.toBe('');
    const page = await explorer.open('#/mock');
    const row = page.getByRole('row').filter({ hasText: id.slice(0, 13) });
    await row.getByRole('combobox').selectOption('RETRY');
    await row.getByRole('link', { name: 'RETRY' }).waitFor();
    const asked = page.waitForRequest((request) => request.method() === 'PUT');
    await row.getByRole('button', { name: 'Verified in 5 s' }).click();
    expect((await asked).postDataJSON()).toEqual({ status: 'VERIFIED', after: 5000 });
    await page.getByRole('button', { name: 'Reset the mock' }).click();
    await row.getByRole('link', { name: 'SUSPENDED' }).waitFor();
    expect(explorer.wrong).toEqual([]);
  });

  test('what goes wrong next is asked for, and dropped', async () => {
    const page = await explorer.open('#/mock');
    const faults = async (): Promise<object[]> => JSON.parse(await (await control('/faults')).text());
    const whats = page.getByLabel('The next time, it');
    await whats.waitFor();
    const names = await whats.locator('option').allTextContents();
    for (const [index, name] of names.entries()) {
      await whats.selectOption(name);
      await page.getByRole('button', { name: 'Ask for it' }).click();
      await expect.poll(async () => (await faults()).length).toBe(index + 1);
    }
    await page.getByRole('button', { name: 'Drop all faults' }).click();
    await expect.poll(faults).toEqual([]);
    expect(names.length).toBeGreaterThan(5);
    expect(explorer.wrong).toEqual([]);
  });

  test('the log says why a request was refused, as soon as it was', async () => {
    const page = await explorer.open('#/mock');
    await page.getByText('No request yet').waitFor();
    const { id = '', provider = '' } = explorer.mock.fixtures.find(({ status }) => status === 'VERIFIED') ?? {};
    await explorer.mock.fetch(`http://localhost/${provider}/users/${id}`, {
      method: 'PATCH',
      headers: { 'X-Client-Id': 'any', 'X-Client-Secret': 'any', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'planted@example.com' }),
    });
    const row = page.getByRole('row').filter({ hasText: 'PATCH' });
    await row.getByText('/email: locked').waitFor();
    expect(await row.textContent()).not.toContain('planted');
    await page.getByRole('link', { name: 'Jonas Sample' }).click();
    await page.getByRole('heading', { name: 'What becomes of it' }).waitFor();
    expect(await page.getByLabel('Status', { exact: true }).inputValue()).toBe('VERIFIED');
    expect(explorer.wrong).toEqual([]);
  });

  test('who is told of a status is asked for, sent an example, and told no more', async () => {
    const page = await explorer.open('#/mock');
    const webhooks = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Webhooks' }) });
    await webhooks.getByLabel('Provider').selectOption(suspended()?.provider ?? '');
    await webhooks.getByLabel('To an address').fill('http://localhost:1/hooks');
    await webhooks.getByLabel('Signed under').fill('planted');
    await webhooks.getByRole('button', { name: 'Subscribe', exact: true }).click();
    const subscription = webhooks.getByRole('row').filter({ hasText: 'localhost:1/hooks' });
    await subscription.getByRole('button', { name: 'Send an example' }).click();
    const again = webhooks.getByRole('button', { name: 'Send again' });
    await again.waitFor();
    await again.click();
    await webhooks.getByText('unreachable, unreachable').waitFor();
    await subscription.getByRole('button', { name: 'Unsubscribe' }).click();
    await subscription.waitFor({ state: 'detached' });
    expect(JSON.parse(await (await control('/webhooks')).text())).toEqual([]);
    await webhooks.getByLabel('To an address').fill('http://example.com/');
    await webhooks.getByRole('button', { name: 'Subscribe', exact: true }).click();
    await page.getByText(/The mock answers 400/).waitFor();
    await explorer.leave(page);
  });

  test('a log of which the page holds no more goes on', async () => {
    const ask = () => explorer.mock.fetch('http://localhost/nothing');
    for (let count = 0; count < 201; count += 1) await ask();
    const page = await explorer.open('#/mock');
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/webhooks/deliveries')) asked += 1;
    });
    const numbered = (number: number) => page.getByRole('rowheader', { name: String(number), exact: true });
    await numbered(201).waitFor();
    const before = asked;
    for (const number of [202, 203, 204]) {
      await ask();
      await numbered(number).waitFor();
    }
    await expect.poll(() => asked).toBeGreaterThan(before + 1);
    expect(await numbered(4).count()).toBe(0);
  });

  test('a request is signed for a new plan, and not for whatever else is shown', async () => {
    const page = await explorer.open('#/plan?patch={"phone":"%2B12105550132"}');
    await page.getByText('Mock at').waitFor();
    await settle(page);
    await page.evaluate(() => {
      const { subtle } = crypto;
      const sign = subtle.sign.bind(subtle);
      subtle.sign = (...given: Parameters<typeof sign>) => {
        document.title = 'signed';
        return sign(...given);
      };
    });
    await page.getByRole('searchbox').fill('phone');
    await explorer.mock.fetch('http://localhost/nothing');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 500))));
    expect(await page.title()).not.toBe('signed');
    await page.getByLabel('Leave out what is locked').check();
    await expect.poll(() => page.title()).toBe('signed');
  });

  test('a line of the log leads to its operation, and to a call of it', async () => {
    await explorer.mock.fetch('http://localhost/machnet/users/nobody', {
      headers: { 'X-Client-Id': 'any', 'X-Client-Secret': 'any' },
    });
    const page = await explorer.open('#/mock');
    await page.getByRole('link', { name: 'machnet getUser' }).click();
    await page.getByRole('heading', { name: 'Get a user' }).waitFor();
    const code = page.locator('.samples .code').first();
    await expect
      .poll(() => code.textContent())
      .toContain(`curl --request GET '${explorer.origin}/machnet/users/USER_ID'`);
    await page.getByRole('button', { name: '404' }).click();
    await page
      .locator('.samples')
      .getByText(/"message"/)
      .waitFor();
    expect(explorer.wrong).toEqual([]);
  });
});
