import { Readable } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from './create-client.ts';
import type { ClientOptions } from './options.ts';

// A `fetch` that is not the platform's own: what other libraries, runtimes and tests hand in.

interface Operations {
  getUser: {
    parameters: { path?: never; query?: never };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

const clientWith = (fetch: unknown, options: ClientOptions = {}, create = createClient<Operations>) =>
  create(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: { getUser: { method: 'GET', path: '/user', query: [], retry: 'safe' } },
      validators: { getUser: { response: [(value) => Object.hasOwn(value as object, 'id')], error: [] } },
      sign: () => ({}),
    },
    { random: () => 0, retries: 0, ...options, fetch: fetch as NonNullable<ClientOptions['fetch']> },
  );

const text = '{"id":"ä"}';
const bytes = new TextEncoder().encode(text);
const data = { id: 'ä' };

test('fetch is called alone, and not as a method of the options', async () => {
  const receivers: unknown[] = [];
  const fetch = async function (this: unknown) {
    receivers.push(this);
    return new Response(text);
  };
  expect(await clientWith(fetch).getUser()).toMatchObject({ ok: true, data });
  expect(receivers).toEqual([undefined]);
});

test('a request says that nothing is to keep its answer', async () => {
  const caches: unknown[] = [];
  const fetch = async (_: string, { cache }: RequestInit) => {
    caches.push(cache);
    return new Response(text);
  };
  vi.resetModules();
  const { createClient } = await import('./create-client.ts');
  await clientWith(fetch, {}, createClient).getUser();
  // Where there is no Request, nobody can be asked.
  vi.stubGlobal('Request', undefined);
  vi.resetModules();
  const late = await import('./create-client.ts');
  await clientWith(fetch, {}, late.createClient).getUser();
  expect(caches).toEqual(['no-store', 'no-store']);
});

afterEach(() => vi.unstubAllGlobals());

test.each<[string, typeof Request]>([
  [
    'throws at the word',
    class {
      constructor() {
        throw new TypeError();
      }
    } as never,
  ],
  [
    'adds a parameter to the address then, as React Native’s does',
    class {
      url;
      constructor(url: string) {
        this.url = `${url}?_=1`;
      }
    } as never,
  ],
])('a request says nothing of a cache where the runtime %s, be it by a late polyfill', async (_, Foreign) => {
  vi.resetModules();
  const { createClient } = await import('./create-client.ts');
  vi.stubGlobal('Request', Foreign);
  const inits: RequestInit[] = [];
  const client = clientWith(
    async (_: string, init: RequestInit) => {
      inits.push(init);
      return new Response(text);
    },
    {},
    createClient,
  );
  expect(await client.getUser()).toMatchObject({ ok: true, data });
  expect(inits).toEqual([expect.not.objectContaining({ cache: expect.anything() })]);
});

test('a signal that the platform’s fetch does not know, as jsdom’s beside Node’s, is kept from it', async () => {
  class ForeignSignal extends EventTarget {
    aborted = false;
    reason: unknown = undefined;
  }
  class ForeignController {
    signal = new ForeignSignal();
    abort() {
      this.signal.aborted = true;
      this.signal.dispatchEvent(new Event('abort'));
    }
  }
  vi.stubGlobal('AbortController', ForeignController);
  vi.resetModules();
  const { createClient } = await import('./create-client.ts');
  const inits: RequestInit[] = [];
  const answers = [Promise.resolve(new Response(text)), new Promise<Response>(() => {})];
  const fetch = (url: string, init: RequestInit) => {
    inits.push(new Request(url, init));
    return answers.shift();
  };
  const client = clientWith(fetch, {}, createClient);
  expect(await client.getUser()).toMatchObject({ ok: true, data });
  expect(await client.getUser({}, { timeout: 5 })).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  expect(inits).toHaveLength(2);
});

test('a runtime without performance, as older edge runtimes are, has time limits and repeats too', async () => {
  vi.stubGlobal('performance', undefined);
  const answers = [new Response('', { status: 503 }), new Response(text)];
  expect(await clientWith(async () => answers.shift(), { retries: 1 }).getUser()).toMatchObject({ ok: true, data });
  const never = clientWith(() => new Promise(() => {}), { timeout: 5 });
  expect(await never.getUser()).toMatchObject({ ok: false, error: { kind: 'timeout' } });
});

describe('without a TextDecoder, as in Jest’s jsdom', () => {
  test.each<[string, Uint8Array<ArrayBuffer>[], object]>([
    ['a character in two pieces is read', [bytes.slice(0, 8), bytes.slice(8)], { ok: true, data }],
    ['a byte order mark is none of the text', [Uint8Array.of(0xef, 0xbb, 0xbf), bytes], { ok: true, data }],
    ['a mark inside a text stays', [new TextEncoder().encode('{"id":"\ufeff"}')], { ok: true, data: { id: '\ufeff' } }],
    ['half a character is refused', [bytes.slice(0, 8)], { ok: false, error: { reason: 'invalid UTF-8' } }],
    ['what is no UTF-8 is refused', [Uint8Array.of(0xc0, 0x80)], { ok: false, error: { reason: 'invalid UTF-8' } }],
    ['what is too large is refused', [new Uint8Array(2 ** 20 + 1)], { ok: false, error: { reason: 'too large' } }],
  ])('%s', async (_, chunks, want) => {
    const response = { status: 200, body: Readable.from(chunks) };
    vi.stubGlobal('TextDecoder', undefined);
    expect(await clientWith(async () => response).getUser()).toMatchObject(want);
  });
});

describe('a response is read by whichever way there is', () => {
  test.each<[string, unknown]>([
    ['the platform’s own', new Response(text)],
    ['a stream of Node’s, as node-fetch gives', { status: 200, headers: new Headers(), body: Readable.from([bytes]) }],
    ['a character in two pieces', { status: 200, body: Readable.from([bytes.slice(0, 8), bytes.slice(8)]) }],
    ['text alone, as in React Native', { status: 200, headers: new Headers(), text: async () => text }],
    ['text beside a body that is no stream', { status: 200, body: 'blob', text: async () => text }],
    ['JSON alone, as a test may write', { ok: true, status: 200, json: async () => data }],
    ['headers that are no Headers', { status: 200, headers: {}, text: async () => text }],
  ])('%s', async (_, response) => {
    expect(await clientWith(async () => response).getUser()).toMatchObject({ ok: true, data, status: 200 });
  });

  test('an empty one has no body', async () => {
    const empty = [{ text: async () => '' }, { json: async () => undefined }];
    for (const response of [new Response(null), ...empty.map((given) => ({ status: 200, ...given }))]) {
      const error = { kind: 'malformed', reason: 'no body' };
      expect(await clientWith(async () => response).getUser()).toMatchObject({ ok: false, error });
    }
  });

  test.each<[string, unknown]>([
    ['a stream of Node’s', { status: 200, body: Readable.from([bytes, bytes]) }],
    ['text', { status: 200, text: async () => text + text }],
  ])('%s is not taken beyond the limit', async (_, response) => {
    const result = await clientWith(async () => response, { maxResponseBytes: 15 }).getUser();
    expect(result).toMatchObject({ ok: false, error: { kind: 'malformed', reason: 'too large' } });
  });

  test('a stream of Node’s is let go once it is too large, or leads elsewhere', async () => {
    for (const status of [200, 302]) {
      const body = Readable.from([bytes, bytes]);
      await clientWith(async () => ({ status, body }), { maxResponseBytes: 5 }).getUser();
      expect(body.destroyed).toBe(true);
    }
  });
});

const readBefore = async (status: number) => {
  const response = new Response(text, { status });
  await response.text();
  return response;
};

const beingRead = () => {
  const response = new Response(text);
  response.body?.getReader();
  return response;
};

describe('what is wrong with a fetch is said', async () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'fetch gave no response'],
    ['null', null, 'fetch gave no response'],
    ['text', 'ok', 'fetch gave no response'],
    ['no status', { ok: true, json: async () => data }, 'fetch gave no response'],
    ['no way to read it', { ok: true, status: 200 }, 'unreadable'],
    ['what it has read itself, to log it say', await readBefore(200), 'unreadable'],
    ['what a library says it has read', { status: 200, bodyUsed: true, text: async () => text }, 'unreadable'],
    ['what somebody else is reading', beingRead(), 'unreadable'],
    ['a redirect as browsers show it', { type: 'opaqueredirect', status: 0, body: null }, 'redirect'],
  ])('it gives %s', async (_, response, reason) => {
    const result = await clientWith(async () => response, { retries: 2 }).getUser();
    expect(result).toMatchObject({ ok: false, error: { kind: 'malformed', reason, attempts: 1 } });
  });

  test('a status counts even if the body was read before', async () => {
    const result = await clientWith(async () => readBefore(404)).getUser();
    expect(result).toMatchObject({ ok: false, status: 404, error: { kind: 'not-found', isUncertain: false } });
  });

  test('it is no function', () => {
    for (const fetch of ['fetch', {}, 1]) expect(() => clientWith(fetch)).toThrow('fetch must be a function.');
  });
});

test('a body that cannot be let go makes no noise', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const stubborn = new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    cancel: () => Promise.reject(new Error('s3cret')),
  });
  await clientWith(async () => new Response(stubborn), { maxResponseBytes: 5 }).getUser();
  await clientWith(async () => ({ status: 302, body: beingRead().body })).getUser();
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test('an answer that comes after the end is let go', async () => {
  let isCancelled = false;
  let answer: (response: Response) => void = () => {};
  const fetch = () => new Promise<Response>((resolve) => (answer = resolve));
  const result = await clientWith(fetch, { timeout: 5 }).getUser();
  expect(result).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  const body = new ReadableStream({
    cancel: () => {
      isCancelled = true;
    },
  });
  answer(new Response(body));
  await new Promise((resolve) => setTimeout(resolve));
  expect(isCancelled).toBe(true);
});
