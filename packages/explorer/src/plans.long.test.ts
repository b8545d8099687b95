import { type AnyUserOperation, planAll, statusOf } from 'amend';
import { listSubjects } from 'amend/providers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjectLike, subjects } from './page/subjects.ts';
import { hasBrowser, type Opened, openExplorer } from './testing/open-explorer.ts';

// What the page shows is what plans say, and what it shows as a request is what the mock gets.

const patch = {
  phone: '+12105550132',
  email: 'new@example.com',
  firstName: 'Ada',
  businessName: 'Ada Trading LLC',
  address: { city: 'Austin', country: 'US' },
  occupation: 'Engineer',
  externalId: '17',
};
const asked = encodeURIComponent(JSON.stringify(patch));

interface Seen {
  readonly provider: string;
  readonly state: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** What the cards say, the first provider first. */
const cardsOf = (page: Page): Promise<Seen[]> =>
  page.locator('.card').evaluateAll((cards) =>
    cards.map((card) => ({
      provider: card.querySelector('h3')?.textContent ?? '',
      state: card.querySelector('.state')?.textContent ?? '',
      fields: [...card.querySelectorAll('[data-verdict]')].map(
        (line) => [line.getAttribute('data-field') ?? '', line.getAttribute('data-verdict') ?? ''] as const,
      ),
    })),
  );

const words = { ready: 'ready', blocked: 'blocked', empty: 'nothing to send' };

const planned = (operations: readonly AnyUserOperation[], statuses: readonly string[], skip: boolean): Seen[] =>
  planAll(
    patch,
    operations.map((operation, index) => ({ operation, id: 'anybody', status: statuses[index] ?? 'unknown' })),
    skip ? { onLocked: 'skip' } : {},
  ).map(({ provider, state, fields }) => ({
    provider,
    state: words[state],
    fields: fields.map(({ field, verdict }) => [field, verdict] as const),
  }));

describe.skipIf(!hasBrowser)('the plans', () => {
  let explorer: Opened;
  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer.close());

  test('are those of planAll, for every kind of user in every status', async () => {
    const page = await explorer.open('#/plan');
    const providers = [...new Set((await listSubjects()).map(({ provider }) => provider))];
    let compared = 0;
    for (const subject of subjects) {
      const { verified = [], unverified = [], unknown = [] } = subject.operation.reader.verification ?? {};
      for (const status of [
        'verified',
        'unverified',
        'unknown',
        'NOBODY_KNOWS',
        ...verified,
        ...unverified,
        ...unknown,
      ])
        for (const skip of [false, true]) {
          const { provider, slug, operation } = subject;
          const address = `#/plan/${provider}/${slug}/${status}?patch=${asked}${skip ? '&skip' : ''}`;
          await page.evaluate((hash) => location.replace(hash), address);
          const others = providers
            .filter((name) => name !== provider)
            .map((name) => subjectLike(name, subject).operation);
          const statuses = [status, ...others.map(() => statusOf(operation, status))];
          await expect.poll(() => cardsOf(page)).toEqual(planned([operation, ...others], statuses, skip));
          compared += 1;
        }
    }
    expect(compared).toBeGreaterThan(60);
    expect(explorer.wrong).toEqual([]);
  });

  test.each([...new Set(subjects.map(({ provider }) => provider))])(
    'what is shown as HTTP is what the mock of %s gets, but for what is masked',
    async (provider) => {
      await explorer.mock.reset();
      const page = await explorer.open(`#/plan/${provider}?patch=${encodeURIComponent('{"phone":"+12105550143"}')}`);
      const user = page.getByLabel('User of the mock', { exact: true });
      const id = (await user.locator('option').nth(1).getAttribute('value')) ?? '';
      await user.selectOption(id);
      const card = page.locator('.card').first();
      const code = card.locator('.code code');
      // Until then it is the request about anybody.
      await expect.poll(() => code.textContent()).toContain(id);
      const shown = (await code.textContent()) ?? '';
      const sending = page.waitForRequest((request) => ['PATCH', 'PUT', 'POST'].includes(request.method()));
      await card.getByRole('button', { name: 'Send to' }).click();
      const request = await sending;
      const [start = '', ...rest] = shown.split('\n');
      const headers = await request.allHeaders();
      expect(start).toBe(`${request.method()} ${new URL(request.url()).pathname} HTTP/1.1`);
      expect(rest.at(-1)).toBe(request.postData());
      for (const line of rest.slice(0, rest.indexOf(''))) {
        const [name = '', text] = line.split(': ');
        const sent = headers[name.toLowerCase()];
        if (text === '*****') expect(sent, name).toBeTruthy();
        // A browser says who it is by itself.
        else if (name !== 'User-Agent') expect([name, sent]).toEqual([name, text]);
      }
      await card.getByRole('cell', { name: '+12105550143' }).waitFor();
      const log = (await (await explorer.mock.fetch('http://localhost/__amend/requests')).json()) as {
        status: number;
      }[];
      expect(log.at(-1)?.status).toBe(200);
      expect(explorer.wrong).toEqual([]);
      await page.context().close();
    },
  );
});
