import type { Fetch } from './attempt.ts';

/** What Deno has beside the platform. */
interface DenoHttp {
  createHttpClient?(options: { readonly poolMaxIdlePerHost: number }): object;
}

/** One whose connections are used once. */
let unpooled: object | undefined;

/**
 * The platform's `fetch`, looked up at each call. Deno's sends by itself again, a POST too, what a connection that it had used
 * before did not answer, and nobody is told: so there all but reads go over connections of their own.
 */
export const globalFetch: Fetch = (url, init) => {
  const { Deno } = globalThis as { Deno?: DenoHttp };
  if (init.method === 'GET' || !Deno?.createHttpClient) return globalThis.fetch(url, init);
  unpooled ??= Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  return globalThis.fetch(url, { ...init, client: unpooled } as RequestInit);
};
