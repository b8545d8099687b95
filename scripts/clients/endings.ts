import type { ErrorKind } from '@amend/client';
import type { Call } from './calls.ts';
import { canaries } from './canaries.ts';

// How a call may end, with a provider that repeats all that it was told wherever there is room.

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A way to end, and what the client tells of it; where that depends on the operation, nothing. */
interface Ending {
  readonly kind?: ErrorKind | 'ok';
  readonly fetch: (call: Pick<Call, 'success' | 'refusal'>) => Fetch;
  readonly options?: { readonly timeout?: number; readonly maxResponseBytes?: number };
  /** Aborts the call once it was sent. */
  readonly isAborted?: true;
}

const toldBy = ({ headers, body }: RequestInit) => ({ told: [headers, body], canaries });

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

const spoken = canaries.map((canary) => encodeURIComponent(canary)).join('.');

const refused = (status: number, kind: ErrorKind): Ending => ({
  kind,
  fetch:
    ({ refusal }) =>
    async (_, init) =>
      json({ ...(refusal as object), ...toldBy(init) }, status, { 'X-Echo': spoken, 'Retry-After': '0' }),
});

const text = (make: (told: string) => string, kind: ErrorKind = 'malformed', status = 200): Ending => ({
  kind,
  fetch: () => async (_, init) => new Response(make(JSON.stringify(toldBy(init))), { status }),
});

const failing = (make: (init: RequestInit) => unknown, kind: ErrorKind = 'network'): Ending => ({
  kind,
  fetch: () => async (_, init) => {
    throw make(init);
  },
});

const speaking = (init: RequestInit): Error =>
  Object.assign(new TypeError(canaries.join(), { cause: Object.assign(new Error(canaries.join()), toldBy(init)) }), {
    code: canaries.join('_'),
    ...toldBy(init),
  });

const never: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));

export const endings: Readonly<Record<string, Ending>> = {
  'a success that repeats it': {
    fetch:
      ({ success }) =>
      async (_, init) =>
        json(
          Array.isArray(success) || success === undefined ? success : { ...(success as object), ...toldBy(init) },
          success === undefined ? 404 : 200,
        ),
  },
  'a refusal under 200': {
    fetch:
      ({ refusal }) =>
      async (_, init) =>
        json({ ...(refusal as object), ...toldBy(init) }),
  },
  ...Object.fromEntries(
    (
      [
        [400, 'rejected'],
        [401, 'unauthorized'],
        [403, 'unauthorized'],
        [404, 'not-found'],
        [409, 'rejected'],
        [422, 'rejected'],
        [425, 'unavailable'],
        [429, 'rate-limited'],
        [500, 'unavailable'],
        [503, 'unavailable'],
      ] as const
    ).map(([status, kind]) => [`a ${status}`, refused(status, kind)]),
  ),
  'another shape': {
    fetch: () => async (_, init) => json(Object.fromEntries(canaries.map((canary) => [`${canary} 1`, toldBy(init)]))),
  },
  'a text': text((told) => told.slice(1), undefined),
  'a text that begins with it': text(() => `${canaries.join()} is no JSON`),
  'a key twice': text((told) => told.replace('{', `{"${canaries[0]}":1,"${canaries[0]}":2,`)),
  'a number that is too large': text(() => `{"ssn":${'9174286531'.repeat(30)}}`),
  'more than is taken': { ...text((told) => told.repeat(50)), options: { maxResponseBytes: 1000 } },
  'a redirect to it': {
    kind: 'malformed',
    fetch: () => async () =>
      new Response(null, { status: 307, headers: { Location: `https://example.com/${spoken}` } }),
  },
  'a body that breaks': {
    kind: 'network',
    fetch: () => async (_, init) =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(canaries.join()));
            controller.error(speaking(init));
          },
        }),
      ),
  },
  'an error that repeats it': failing(speaking),
  'no error at all': failing((init) => toldBy(init)),
  'an error that cannot be read': failing(() => new Proxy(new Error(canaries.join()), { get: () => canaries.join() })),
  'no answer in time': { kind: 'timeout', fetch: () => never, options: { timeout: 15 } },
  'given up': { kind: 'aborted', fetch: () => never, isAborted: true },
  'no Response': { fetch: () => async (_, init) => toldBy(init) as never },
};
