import { afterEach, expect, test, vi } from 'vitest';
import { globalFetch } from './global-fetch.ts';

afterEach(() => vi.unstubAllGlobals());

const url = 'https://localhost/';

/** What `fetch` was called with. */
const called = async (method: string): Promise<RequestInit & { client?: unknown }> => {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response());
  vi.stubGlobal('fetch', fetch);
  await globalFetch(url, { method });
  return fetch.mock.calls[0]?.[1] ?? {};
};

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s in Deno never goes over a connection that was used',
  async (method) => {
    const createHttpClient = vi.fn(({ poolMaxIdlePerHost }) => ({ poolMaxIdlePerHost }));
    vi.stubGlobal('Deno', { createHttpClient });
    expect(await called(method)).toEqual({ method, client: { poolMaxIdlePerHost: 0 } });
    expect(await called(method)).toEqual({ method, client: { poolMaxIdlePerHost: 0 } });
    expect(createHttpClient.mock.calls.length).toBeLessThan(2);
  },
);

test('a read may go over any', async () => {
  vi.stubGlobal('Deno', { createHttpClient: () => ({}) });
  expect(await called('GET')).toEqual({ method: 'GET' });
});

test.each([{}, undefined])('where nothing makes such connections (%o), it is called as it is', async (deno) => {
  vi.stubGlobal('Deno', deno);
  expect(await called('POST')).toEqual({ method: 'POST' });
});
