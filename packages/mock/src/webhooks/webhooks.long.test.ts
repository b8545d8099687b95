import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMachnet } from '@amend/machnet';
import { verifyMachnetWebhook } from '@amend/machnet/webhook';
import { afterAll, expect, test } from 'vitest';
import { createMock } from '../index.ts';
import { ids, type Send, sendTo } from '../testing/call.ts';

const secret = 'secret';
const hour = 3_600_000;
const mock = await createMock({ seed: 'webhooks', only: ['machnet'] });
const send: Send = sendTo(mock.fetch);
const set = (status: string, id: string) => send('PUT', `/__amend/users/machnet/${id}/status`, { status });
const advance = async (by: number) => (await send('POST', '/__amend/webhooks/clock', { by })).body;
const fault = (webhook: string, more: object) => send('POST', '/__amend/faults', { webhook, ...more });

const machnet = createMachnet({
  ...{ clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet', fetch: mock.fetch },
});

/** Receivers on this machine, which read the user after each webhook that they believe; some are often not up to it. */
const receivers = [
  ['up to it', () => 204],
  ['failing each third time', (count: number) => (count % 3 === 0 ? 500 : 204)],
  ['busy each second time', (count: number) => (count % 2 === 0 ? 409 : 204)],
] as const;

const started = receivers.map(([name, answer]) => {
  const known = new Map<string, string>();
  let count = 0;
  const server = createServer(async (incoming, outgoing) => {
    count += 1;
    const status = answer(count);
    const result = await verifyMachnetWebhook({ headers: incoming.headers, body: incoming }, { secret });
    if (!result.ok || status !== 204) return outgoing.writeHead(result.ok ? status : 401).end();
    const { userId = '' } = result.event;
    const user = await machnet.getUser({ path: { user_id: userId } });
    if (user.ok) known.set(userId, String(user.data.status));
    outgoing.writeHead(user.ok ? 204 : 500).end();
  });
  return { name, known, server, counted: () => count };
});
afterAll(() => {
  for (const { server } of started) server.close();
});

test('whatever goes wrong with them, who reads after each webhook knows every status in the end', async () => {
  for (const { server } of started) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/hooks`;
    expect((await send('POST', '/__amend/webhooks', { provider: 'machnet', url, secret })).status).toBe(201);
  }
  const faults = ['late', 'twice', 'out-of-order', 'wrongly-signed', 'dropped'];
  const statuses = ['IN_PROGRESS', 'VERIFIED', 'RETRY', 'REVIEW_PENDING', 'SUSPENDED'];
  const people = [ids.unverified, ids.verified, ids.suspended, ids.unverifiedBusiness];
  for (let change = 0; change < 1000; change += 1) {
    const kind = faults[change % 7];
    // By turns it hits the one receiver, and all of them.
    const times = change % 2 === 0 ? 1 : started.length;
    if (kind) await fault(kind, { times, ...(kind === 'late' && { latency: (change % 13) * 1000 }) });
    await set(statuses[(change * 3 + (change >> 3)) % 5] ?? '', people[(change >> 1) % 4] ?? '');
    if (change % 25 === 0) await advance(hour);
  }
  // What the provider lost, somebody asks for again.
  const deliveries = await advance(24 * hour);
  expect(deliveries).toHaveLength(500);
  for (const { number, state } of deliveries) {
    expect(['delivered', 'dropped']).toContain(state);
    if (state !== 'dropped') continue;
    const again = async () => (await send('POST', `/__amend/webhooks/deliveries/${number}`)).body.state;
    if ((await again()) !== 'delivered') expect(await again()).toBe('delivered');
  }
  for (const { name, known, counted } of started) {
    expect(counted(), name).toBeGreaterThan(700);
    expect(known.size, name).toBe(people.length);
    for (const id of people)
      expect([name, known.get(id)]).toEqual([name, (await send('GET', `/machnet/users/${id}`)).body.status]);
  }
});
