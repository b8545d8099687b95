import { expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';

const stopped = AbortSignal.abort();
const run = (...args: string[]) =>
  amend(['mock', '--port', '0', '--only', 'stilt', '--seed', '1', ...args], { signal: stopped });

test('as JSON, it is one object with the addresses and the users of the table', async () => {
  const { code, out, err } = await run('--json');
  expect([code, err]).toEqual([0, '']);
  const { contracts, users } = JSON.parse(out);
  expect(contracts).toEqual([
    { contract: 'stilt@v1', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/stilt$/) },
    { contract: 'control', url: expect.stringMatching(/\/__amend$/) },
  ]);
  const table = (await run()).out;
  expect(users.length).toBeGreaterThan(0);
  for (const { provider, id, name } of users) expect(table).toMatch(new RegExp(`^ *${provider} +${id} +${name}$`, 'm'));
});
