import { afterAll, expect, test } from 'vitest';
import type { Outcome } from './exchange.ts';
import { listen } from './server.ts';

const outcomes: Record<string, () => Promise<Outcome>> = {
  '/right': async () => ({ status: 200, headers: {}, body: 'right' }),
  '/a-header-that-cannot-be-written': async () => ({ status: 200, headers: { name: '\u{1f600}' }, body: '' }),
  '/a-status-that-is-none': async () => ({ status: 7, headers: {}, body: '' }),
  '/an-error': () => Promise.reject(new Error('planted')),
};

const server = await listen(async ({ url }) => (await outcomes[new URL(url).pathname]?.()) ?? 'reset');
afterAll(() => server.close());

test.each(Object.keys(outcomes).slice(1))('%s ends its own connection, and not the process', async (path) => {
  await expect(fetch(server.url + path)).rejects.toThrow('fetch failed');
  expect(await (await fetch(`${server.url}/right`)).text()).toBe('right');
});
