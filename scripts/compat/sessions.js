import { expect } from '@playwright/test';
import { test } from './amend.js';

const user = '550371f4-b6cc-4402-9382-ffecf487d4db';

// All change the same user, and none sees what another one changed.
for (const city of ['Albany', 'Buffalo', 'Ithaca', 'Rome', 'Troy', 'Utica'])
  test(city, async ({ page, amend }) => {
    const body = JSON.stringify({ status: 'RETRY' });
    expect((await amend(`/__amend/users/machnet/${user}/status`, { method: 'PUT', body })).status).toBe(200);
    await page.goto(process.env.SITE);
    const seen = await page.evaluate(
      async ([address, city]) => {
        const headers = { 'X-Client-Id': 'any', 'X-Client-Secret': 'any', 'content-type': 'application/json' };
        const read = async () => (await fetch(address, { headers })).json();
        const before = await read();
        await fetch(address, { method: 'PATCH', headers, body: JSON.stringify({ city }) });
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [before.status, before.city, (await read()).city];
      },
      [`${process.env.MOCK}/machnet/users/${user}`, city],
    );
    expect(seen).toEqual(['RETRY', 'New York', city]);
  });
