import { createMachnet } from '@amend/machnet';
import { verifyMachnetWebhook } from '@amend/machnet/webhook';
import { expect, test } from 'vitest';
import { createMock } from '../index.ts';
import { ids, type Send, sendTo } from '../testing/call.ts';

const secret = 'secret';
const mock = await createMock({ seed: 'webhooks', only: ['machnet'] });
const send: Send = sendTo(mock.fetch);
const set = (status: string, id: string) => send('PUT', `/__amend/users/machnet/${id}/status`, { status });
const advance = async (by: number) => (await send('POST', '/__amend/webhooks/clock', { by })).body;
const fault = (webhook: string, more: object) => send('POST', '/__amend/faults', { webhook, ...more });

test('whatever goes wrong with them, who reads after each webhook knows every status in the end', async () => {
  const known = new Map<string, string>();
  const machnet = createMachnet({
    ...{ clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet', fetch: mock.fetch },
  });
  await mock.onWebhook(
    'machnet',
    async (request) => {
      const result = await verifyMachnetWebhook(request, { secret });
      if (!result.ok) return new Response(null, { status: 401 });
      const { userId = '' } = result.event;
      const user = await machnet.getUser({ path: { user_id: userId } });
      if (!user.ok) return new Response(null, { status: 500 });
      known.set(userId, String(user.data.status));
      return new Response(null, { status: 204 });
    },
    { secret },
  );
  const faults = ['late', 'twice', 'out-of-order', 'wrongly-signed', 'dropped'];
  const statuses = ['IN_PROGRESS', 'VERIFIED', 'RETRY', 'REVIEW_PENDING', 'SUSPENDED'];
  const people = [ids.unverified, ids.verified, ids.suspended, ids.unverifiedBusiness];
  for (let change = 0; change < 1000; change += 1) {
    const kind = faults[change % 7];
    if (kind) await fault(kind, kind === 'late' ? { latency: (change % 13) * 1000 } : {});
    await set(statuses[(change * 3 + (change >> 3)) % 5] ?? '', people[(change >> 1) % 4] ?? '');
    if (change % 50 === 0) await advance(1000);
  }
  // What the provider lost, somebody asks for again.
  const deliveries = await advance(7_200_000);
  expect(deliveries).toHaveLength(500);
  for (const { number, state } of deliveries)
    if (state === 'dropped') await send('POST', `/__amend/webhooks/deliveries/${number}`);
  expect(known.size).toBe(people.length);
  for (const id of people) expect(known.get(id)).toBe((await send('GET', `/machnet/users/${id}`)).body.status);
});
