import { text } from 'node:stream/consumers';
import type { UnsignedRequest } from '@amend/client';
import { afterEach, expect, test } from 'vitest';
import { listen } from './listen.ts';
import { type SigningProxy, startSigningProxy } from './signing-proxy.ts';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A provider that keeps what it was asked. */
const startProvider = async (status: number, headers: Record<string, string>, body: string) => {
  const seen: Seen[] = [];
  const { origin, close } = await listen(async (incoming, outgoing) => {
    const { method, url, headers: sent } = incoming;
    seen.push({ method, url, headers: sent, body: await text(incoming) });
    outgoing.writeHead(status, headers).end(body);
  });
  open.push({ close });
  return { url: `${origin}/base`, seen, close };
};

const startProxy = async (
  target: string,
  sign: (request: UnsignedRequest) => Record<string, string>,
): Promise<SigningProxy> => {
  const proxy = await startSigningProxy(target, async (request) => sign(request));
  open.push(proxy);
  return proxy;
};

const json = { 'content-type': 'application/json' };

test('what is signed is what is sent, byte for byte, and the answer comes back as it is', async () => {
  const provider = await startProvider(422, json, '{"detail":"caf\u00e9"}');
  const signed: UnsignedRequest[] = [];
  const proxy = await startProxy(provider.url, (request) => {
    signed.push(request);
    return { 'x-signature': 'signed', Authorization: 'of the proxy' };
  });
  const body = '{"name":"Zo\u00eb",  "line": null}';
  const answer = await fetch(`${proxy.url}/users/1?a=b%20c`, {
    method: 'PATCH',
    headers: { ...json, authorization: 'of the caller', cookie: 'a=b' },
    body,
  });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    422,
    'application/json',
    '{"detail":"caf\u00e9"}',
  ]);
  expect(signed).toEqual([{ method: 'PATCH', url: `${provider.url}/users/1?a=b%20c`, body }]);
  expect(provider.seen).toMatchObject([
    {
      method: 'PATCH',
      url: '/base/users/1?a=b%20c',
      headers: { ...json, 'x-signature': 'signed', authorization: 'of the proxy' },
      body,
    },
  ]);
  expect(provider.seen[0]?.headers).not.toHaveProperty('cookie');
});

test('a request without a body is signed without one', async () => {
  const provider = await startProvider(200, json, '[]');
  const signed: UnsignedRequest[] = [];
  const proxy = await startProxy(provider.url, (request) => {
    signed.push(request);
    return { 'x-hash': '' };
  });
  expect((await fetch(`${proxy.url}/users`)).status).toBe(200);
  expect(signed).toEqual([{ method: 'GET', url: `${provider.url}/users`, body: undefined }]);
  expect(provider.seen[0]?.headers).toMatchObject({ 'x-hash': '' });
});

test('a redirect is not followed: the signature would go along', async () => {
  const elsewhere = await startProvider(200, json, '{}');
  const provider = await startProvider(307, { location: elsewhere.url }, '');
  const proxy = await startProxy(provider.url, () => ({ 'x-signature': 'signed' }));
  expect((await fetch(`${proxy.url}/users`, { redirect: 'manual' })).status).toBe(307);
  expect(elsewhere.seen).toEqual([]);
});

test('who does not know its path has nothing signed', async () => {
  const provider = await startProvider(200, json, '{}');
  const proxy = await startProxy(provider.url, () => ({}));
  const { origin, pathname } = new URL(proxy.url);
  for (const path of ['/', '/users', `${pathname}x/users`, pathname])
    expect((await fetch(`${origin}${path}`)).status).toBe(404);
  expect(provider.seen).toEqual([]);
});

test('a provider that is not there is a 502 that tells nothing', async () => {
  const provider = await startProvider(200, json, '{}');
  await provider.close();
  const proxy = await startProxy(provider.url, () => ({ 'x-signature': 'secret' }));
  const answer = await fetch(`${proxy.url}/users`);
  expect([answer.status, await answer.text()]).toEqual([502, 'The provider did not answer.']);
});
