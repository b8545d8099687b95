import { expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';

const stopped = AbortSignal.abort();
const run = (...args: string[]) =>
  amend(['mock', '--port', '0', '--only', 'stilt', '--seed', '1', ...args], { signal: stopped });

test('as JSON, it is one object with the addresses and the users of the table', async () => {
  const { code, out, err } = await run('--json');
  expect([code, err]).toEqual([0, '']);
  const { page, contracts, users } = JSON.parse(out);
  expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(contracts).toEqual([
    { contract: 'stilt@v1', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/stilt$/) },
    { contract: 'control', url: expect.stringMatching(/\/__amend$/) },
  ]);
  const table = (await run()).out;
  expect(table.split('\n')[0]).toMatch(/^Explorer {2}http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(users.length).toBeGreaterThan(0);
  for (const { provider, id, name } of users) expect(table).toMatch(new RegExp(`^ *${provider} +${id} +${name}$`, 'm'));
});

test.each([
  [
    '--origin',
    'localhost:5173',
    'amend: origins may hold origins, such as http://localhost:5173, and nothing after them.',
  ],
  [
    '--allow-host',
    'mock:4010',
    'amend: hosts may hold names of the mock, such as mock or host.docker.internal, without',
  ],
  [
    '--allow-webhooks-to',
    'http://receiver',
    'amend: webhookHosts may hold names such as receiver or host.docker.internal, without a port.',
  ],
])('%s %s is wrong usage', async (flag, value, says) => {
  const { code, out, err } = await amend(['mock', '--port', '0', flag, value]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
});

test('other pages stand in the place of the explorer', async () => {
  expect((await run('--pages', '.')).out.split('\n')[0]).toMatch(/^Pages {2}http/);
});

test('pages and names may be given', async () => {
  expect(await run('--origin', 'http://localhost:5173', '--allow-host', 'mock')).toMatchObject({ code: 0, err: '' });
});
