import { afterEach, expect, test, vi } from 'vitest';
import { anyCredentials, ids } from './testing/call.ts';

// What jsdom, happy-dom and Jest do to a test's globals: they take Node's away, or put a browser's in their place.

class ForeignUrl {
  readonly href: string;
  constructor(href: string) {
    this.href = href;
  }
  toString(): string {
    return this.href;
  }
}

class ForeignSignal extends EventTarget {
  aborted = false;
  abort(): void {
    this.aborted = true;
    this.dispatchEvent(new Event('abort'));
  }
}

class ForeignHeaders {
  *[Symbol.iterator](): Generator<[string, string]> {
    for (const [name, value] of Object.entries(anyCredentials)) yield [name.toUpperCase(), value];
    yield ['Content-Type', 'application/json'];
  }
}

class ForeignRequest {
  readonly method = 'PATCH';
  readonly headers = new ForeignHeaders();
  readonly signal = new ForeignSignal();
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  arrayBuffer = async () => new TextEncoder().encode('{"city":"x"}').buffer;
}

const missing = ['Headers', 'TextDecoder', 'Blob'];
const url = `http://mock.example/machnet/users/${ids.unverified}`;
const update = { method: 'PATCH', headers: new ForeignHeaders() as never, body: '{"city":"x"}' };

afterEach(() => vi.unstubAllGlobals());

const load = async (change: () => void) => {
  vi.resetModules();
  change();
  const { createMock } = await import('./index.ts');
  return createMock({ only: ['machnet'] });
};

test.each<[name: string, change: () => void]>([
  [
    'without Node’s classes',
    () => {
      for (const name of missing) vi.stubGlobal(name, undefined);
    },
  ],
  [
    'with a browser’s classes',
    () => {
      vi.stubGlobal('URL', ForeignUrl);
      vi.stubGlobal('Headers', ForeignHeaders);
      vi.stubGlobal('AbortSignal', ForeignSignal);
    },
  ],
])('a mock runs %s', async (_, change) => {
  const encoded = new TextEncoder().encode(update.body);
  const mock = await load(change);
  const signal = new ForeignSignal();
  const bodies = [update.body, encoded, encoded.buffer];
  for (const body of bodies) {
    const answer = await mock.fetch(url, { ...update, body: body as never, signal: signal as never });
    expect([answer.status, JSON.parse(await answer.text()).city]).toEqual([200, 'x']);
  }
  expect((await mock.fetch(new ForeignUrl(url) as never, update)).status).toBe(200);
  const later = await mock.fetch(`http://mock.example/__amend/users/machnet/${ids.unverified}/status`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"status":"VERIFIED","after":600000}',
  });
  expect(later.status).toBe(200);
  mock.reset();
});

test('a request of a foreign class is taken', async () => {
  const mock = await load(() => {});
  const answer = await mock.fetch(new ForeignRequest(url) as never);
  expect([answer.status, JSON.parse(await answer.text()).city]).toEqual([200, 'x']);
});

test('a signal of a foreign class ends a call, before it begins and while it waits', async () => {
  const mock = await load(() => {});
  await mock.fetch('http://mock.example/__amend/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"latency":600000,"provider":"machnet"}',
  });
  const signal = new ForeignSignal();
  const call = mock.fetch(url, { ...update, signal: signal as never });
  setTimeout(() => signal.abort(), 10);
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  await expect(mock.fetch(url, { ...update, signal: signal as never })).rejects.toMatchObject({ name: 'AbortError' });
  mock.reset();
});
