import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMachnet } from '@amend/machnet';
import { signMachnetWebhook } from '@amend/machnet/webhook';
import { createMock } from '@amend/mock';
import type { User } from 'amend';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { nodeListener } from './node-listener.ts';
import { createWebhookRoute } from './webhook-route.ts';

const mock = await createMock({ only: ['machnet'] });
afterAll(() => mock.close());

const secret = 'the secret of the subscription';
const { id = '' } = mock.fixtures.find(({ status }) => status === 'UNVERIFIED') ?? {};

const kept: User[] = [];
const known = new Set<string>();
const store = {
  isKnown: async (event: string) => known.has(event),
  keep: async (user: User, event: string) => {
    kept.push(user);
    known.add(event);
  },
};

const tell = (method: string, path: string, body: object) =>
  mock.fetch(`http://localhost/__amend${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const settle = (by = 0) => tell('POST', '/webhooks/clock', { by });
const machnetBy = (fetch: typeof mock.fetch) =>
  createMachnet({ clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet/v4', fetch, retries: 0 });

/** What a server handed on. */
const seen: Uint8Array[] = [];

/** What the route has answered. */
const answers: number[] = [];
const listen = (fetch: typeof mock.fetch = mock.fetch, secrets: string | readonly string[] = secret) => {
  const route = createWebhookRoute(machnetBy(fetch), store, secrets);
  const receive = async (request: Request) => {
    const response = await route(request);
    answers.push(response.status);
    return response;
  };
  return mock.onWebhook('machnet', receive, { secret });
};

beforeEach(() => {
  mock.reset();
  kept.length = 0;
  answers.length = 0;
  known.clear();
});

test('a user who is verified hours later is known to be, by a read', async () => {
  await listen();
  await machnetBy(mock.fetch).startKyc({ path: { user_id: id } });
  await tell('PUT', `/users/machnet/${id}/status`, { status: 'VERIFIED' });
  await settle();
  expect(answers).toEqual([204, 204]);
  expect(kept.at(-1)).toMatchObject({ id, verification: 'verified' });
});

test('events that come out of order end with what the provider has', async () => {
  await tell('POST', '/faults', { webhook: 'out-of-order' });
  await listen();
  await machnetBy(mock.fetch).startKyc({ path: { user_id: id } });
  await tell('PUT', `/users/machnet/${id}/status`, { status: 'VERIFIED' });
  await settle(3_600_000);
  expect(kept.at(-1)).toMatchObject({ verification: 'verified' });
});

test('one that comes twice is kept once', async () => {
  await tell('POST', '/faults', { webhook: 'twice' });
  await listen();
  await tell('PUT', `/users/machnet/${id}/status`, { status: 'VERIFIED' });
  await settle();
  expect(answers).toEqual([204, 204]);
  expect(kept).toHaveLength(1);
});

test.each([
  ['as it was signed', 'é', 204],
  ['with a byte order mark, which is signed too', '\ufeff', 400],
])('behind a server of Node it comes %s', async (_, text, status) => {
  const route = createWebhookRoute(machnetBy(mock.fetch), store, secret);
  const sent = JSON.stringify({ id: 'e1', event_name: 'user_kyc_verified', user_id: id, note: text });
  const body = text === '\ufeff' ? text + sent : sent;
  const server = createServer(
    nodeListener(async (request) => {
      seen.push(await request.clone().bytes());
      return route(request);
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const headers = await signMachnetWebhook({ body, secret });
  const response = await fetch(`http://127.0.0.1:${port}/hooks`, { method: 'POST', headers, body });
  server.close();
  expect(response.status).toBe(status);
  expect(seen.pop()).toEqual(new TextEncoder().encode(body));
});

test('one that is wrongly signed is refused, and nothing is read', async () => {
  await tell('POST', '/faults', { webhook: 'wrongly-signed' });
  await listen(async () => expect.fail('Nothing is read here.'));
  await tell('PUT', `/users/machnet/${id}/status`, { status: 'VERIFIED' });
  await settle();
  expect([answers, kept]).toEqual([[400], []]);
});

test('while the secret is rotated, both are taken', async () => {
  await listen(mock.fetch, ['the next one', secret]);
  await tell('PUT', `/users/machnet/${id}/status`, { status: 'VERIFIED' });
  await settle();
  expect(answers).toEqual([204]);
});

test('a user who cannot be read now is told again, until it can be', async () => {
  let isDown = true;
  await listen(async (url, init) => (isDown ? new Response(null, { status: 503 }) : mock.fetch(url, init)));
  await tell('PUT', `/users/machnet/${id}/status`, { status: 'VERIFIED' });
  await settle();
  isDown = false;
  await settle(3_600_000);
  expect(answers).toEqual([409, 204]);
  expect(kept).toHaveLength(1);
});

test('a user whom the provider has no more is nothing to read, and not told again', async () => {
  await listen();
  const body = JSON.stringify({ id: 'e2', event_name: 'user_kyc_verified', user_id: crypto.randomUUID() });
  const headers = await signMachnetWebhook({ body, secret });
  const route = createWebhookRoute(machnetBy(mock.fetch), store, secret);
  const response = await route(new Request('http://localhost/hooks', { method: 'POST', headers, body }));
  expect([response.status, kept]).toEqual([204, []]);
});
