import type { OperationId } from './exchange.ts';

/** Where a client sends its requests. */
interface Target {
  readonly baseUrl: string;
  /** Instead of what the client uses by itself. */
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** Makes one call per operation, with the exchange's input; each answers the parsed user. */
export type Create = (target: Target) => Record<OperationId, () => Promise<unknown>>;

/** The contenders; a process loads only the one that it measures. */
export const clients = {
  ours: () => import('./clients/ours.ts'),
  'ours, observed': () => import('./clients/ours-observed.ts'),
  fetch: () => import('./clients/fetch.ts'),
  'openapi-fetch': () => import('./clients/openapi-fetch.ts'),
  ky: () => import('./clients/ky.ts'),
  axios: () => import('./clients/axios.ts'),
} satisfies Record<string, () => Promise<{ create: Create }>>;

export type ClientName = keyof typeof clients;
