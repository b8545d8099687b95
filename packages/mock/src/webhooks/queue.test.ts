import { verifyMachnetWebhook, type WebhookResult } from '@amend/machnet/webhook';
import { beforeEach, expect, test } from 'vitest';
import { createMock } from '../index.ts';
import { ids, type Send, sendTo } from '../testing/call.ts';

const secret = 'secret';
const hour = 3_600_000;

let time = Date.UTC(2026, 10, 27);
const mock = await createMock({ seed: 'queue', only: ['machnet', 'ingo', 'hpay'], now: () => time });
const send: Send = sendTo(mock.fetch);

let results: WebhookResult[] = [];
let bodies: string[] = [];
let answers: (number | Error)[] = [];

const receive = async (request: Request): Promise<Response> => {
  bodies.push(await request.clone().text());
  results.push(await verifyMachnetWebhook(request, { secret }));
  const answer = answers.shift() ?? 204;
  if (typeof answer !== 'number') throw answer;
  return new Response(null, { status: answer });
};

beforeEach(async () => {
  mock.reset();
  time = Date.UTC(2026, 10, 27);
  results = [];
  bodies = [];
  answers = [];
});

const subscribe = async (): Promise<string> => (await mock.onWebhook('machnet', receive, { secret })).id;
const set = (status: string, id = ids.unverified) => send('PUT', `/__amend/users/machnet/${id}/status`, { status });
const advance = async (by: number) => (await send('POST', '/__amend/webhooks/clock', { by })).body;
const fault = (webhook: string, more: object = {}) => send('POST', '/__amend/faults', { webhook, ...more });
const told = () => results.map((result) => (result.ok ? 'word' in result.event && result.event.word : result.reason));

test('what is not taken is sent ten more times, once an hour, and then the subscription is paused', async () => {
  const id = await subscribe();
  answers = Array.from({ length: 11 }, () => 500);
  await set('IN_PROGRESS');
  expect(await advance(hour - 1)).toMatchObject([
    { state: 'waiting', answers: [500], due: '2026-11-27T01:00:00.000Z' },
  ]);
  expect(await advance(1)).toMatchObject([{ state: 'waiting', answers: [500, 500] }]);
  expect(await advance(8 * hour)).toMatchObject([{ state: 'waiting', answers: Array(10).fill(500) }]);
  expect(await advance(hour)).toMatchObject([{ state: 'failed', answers: Array(11).fill(500) }]);
  expect(new Set(bodies).size).toBe(1);
  expect((await send('GET', '/__amend/webhooks')).body).toMatchObject([{ id, paused: true }]);

  await set('VERIFIED');
  expect((await advance(24 * hour))[1]).toMatchObject({ state: 'paused', answers: [] });
  expect((await send('PATCH', `/__amend/webhooks/${id}`, { paused: false })).body).toMatchObject({ paused: false });
  await set('SUSPENDED');
  expect((await advance(0))[2]).toMatchObject({ state: 'delivered' });
  // What was missed is sent by hand.
  expect((await send('POST', '/__amend/webhooks/deliveries/2')).body).toMatchObject({ state: 'delivered' });
  expect(told().slice(-2)).toEqual(['SUSPENDED', 'VERIFIED']);
});

test('what HPay sends is tried ten more times, each later than the one before, with the same id', async () => {
  const came: (string | null)[][] = [];
  const receiveHpay = (request: Request): Response => {
    const { headers } = request;
    came.push([headers.get('X-HostPay-Delivery-Id'), headers.get('Idempotency-Key')]);
    return new Response(null, { status: 500 });
  };
  const { id: to } = await mock.onWebhook('hpay', receiveHpay, { secret });
  await send('POST', '/__amend/webhooks/examples', { to });
  for (const [index, seconds] of [60, 120, 240, 480, 960, 1800, 1800, 1800, 1800, 1800].entries()) {
    await advance(seconds * 1000 - 1);
    expect([seconds, came.length]).toEqual([seconds, index + 1]);
    await advance(1);
    expect([seconds, came.length]).toEqual([seconds, index + 2]);
  }
  const [{ id, ...delivery }] = await advance(hour);
  expect(delivery).toMatchObject({ state: 'failed', answers: Array(11).fill(500) });
  expect((await send('GET', '/__amend/webhooks')).body).toMatchObject([{ paused: false }]);
  expect(new Set(came.flat())).toEqual(new Set([id]));
});

test('who is paused by hand is sent nothing: neither what waits nor what comes', async () => {
  const id = await subscribe();
  answers = [500];
  await set('IN_PROGRESS');
  await advance(0);
  await send('PATCH', `/__amend/webhooks/${id}`, { paused: true });
  await set('VERIFIED');
  expect(await advance(hour)).toMatchObject([
    { state: 'paused', answers: [500] },
    { state: 'paused', answers: [] },
  ]);
  await send('PATCH', `/__amend/webhooks/${id}`, { paused: false });
  await advance(hour);
  expect(told()).toEqual(['IN_PROGRESS']);
});

test('what is taken while its subscription is paused is delivered', async () => {
  const { id } = await mock.onWebhook(
    'machnet',
    async () => {
      await send('PATCH', `/__amend/webhooks/${id}`, { paused: true });
      return new Response();
    },
    { secret },
  );
  await set('VERIFIED');
  expect(await advance(0)).toMatchObject([{ state: 'delivered', answers: [200] }]);
});

test('409 is no failure: it is sent until it is taken', async () => {
  await subscribe();
  answers = Array.from({ length: 30 }, () => 409);
  await set('VERIFIED');
  const [delivery] = await advance(30 * hour);
  expect(delivery).toMatchObject({ state: 'delivered', answers: [...Array(19).fill(409), 204] });
  expect(results).toHaveLength(31);
});

test.each<[string, number | Error, unknown]>([
  ['a redirection', 302, 302],
  ['an error', new Error('no'), 'unreachable'],
])('%s is a failure', async (_, answer, shown) => {
  await subscribe();
  answers = [answer];
  await set('VERIFIED');
  expect(await advance(hour)).toMatchObject([{ state: 'delivered', answers: [shown, 204] }]);
});

test('the clock itself goes on too', async () => {
  await subscribe();
  answers = [500];
  await set('VERIFIED');
  await advance(0);
  time += hour;
  expect(await advance(0)).toMatchObject([{ state: 'delivered' }]);
});

test('what fails by hand is not tried again, and pauses nobody', async () => {
  await subscribe();
  await set('VERIFIED');
  await advance(0);
  answers = [500];
  const { body } = await send('POST', '/__amend/webhooks/deliveries/1');
  expect(body).toMatchObject({ state: 'failed', answers: [204, 500] });
  expect((await send('GET', '/__amend/webhooks')).body).toMatchObject([{ paused: false }]);
  expect((await send('POST', '/__amend/webhooks/deliveries/2')).status).toBe(404);
});

test('who is removed is sent nothing, not by hand either', async () => {
  const id = await subscribe();
  await set('VERIFIED');
  await advance(0);
  await send('DELETE', `/__amend/webhooks/${id}`);
  expect((await send('POST', '/__amend/webhooks/deliveries/1')).status).toBe(404);
  expect(told()).toEqual(['VERIFIED']);
});

test('late: after what came later', async () => {
  await subscribe();
  await fault('late', { latency: 5000 });
  await set('IN_PROGRESS');
  await set('VERIFIED');
  await advance(4999);
  expect(told()).toEqual(['VERIFIED']);
  await advance(1);
  expect(told()).toEqual(['VERIFIED', 'IN_PROGRESS']);
});

test('twice: with the same id', async () => {
  await subscribe();
  await fault('twice');
  await set('VERIFIED');
  await advance(0);
  expect(told()).toEqual(['VERIFIED', 'VERIFIED']);
  expect(new Set(bodies).size).toBe(1);
});

test('out of order: after the next one, or after a minute', async () => {
  await subscribe();
  await fault('out-of-order');
  await set('IN_PROGRESS');
  await advance(0);
  expect(told()).toEqual([]);
  await set('VERIFIED');
  await advance(0);
  expect(told()).toEqual(['VERIFIED', 'IN_PROGRESS']);
  await fault('out-of-order');
  await set('SUSPENDED');
  await advance(60_000);
  expect(told().at(-1)).toBe('SUSPENDED');
});

test('wrongly signed: not believed, and right when it is sent again', async () => {
  await subscribe();
  await fault('wrongly-signed');
  answers = [401];
  await set('VERIFIED');
  await advance(hour);
  expect(told()).toEqual(['signature-wrong', 'VERIFIED']);
});

test('dropped: never sent', async () => {
  await subscribe();
  await fault('dropped');
  await set('VERIFIED');
  expect(await advance(24 * hour)).toMatchObject([{ state: 'dropped', answers: [] }]);
  expect(told()).toEqual([]);
});

test.each([
  [{ webhook: 'lost' }],
  [{ webhook: 'late' }],
  [{ webhook: 'twice', latency: 1 }],
  [{ webhook: 'twice', status: 500 }],
  [{ webhook: 'twice', operation: 'updateUser' }],
  [{ webhook: 'twice', reset: true }],
])('the fault %j is refused', async (body) => {
  expect((await send('POST', '/__amend/faults', body)).status).toBe(400);
});

test('a fault of webhooks hits no request, and one of another provider no webhook', async () => {
  await subscribe();
  await fault('dropped', { provider: 'ingo' });
  expect((await send('GET', `/machnet/users/${ids.unverified}`)).status).toBe(200);
  await set('VERIFIED');
  await advance(0);
  expect(told()).toEqual(['VERIFIED']);
  expect((await send('GET', '/__amend/faults')).body).toHaveLength(1);
});

test('a reset forgets what waits', async () => {
  await subscribe();
  await fault('late', { latency: 1000 });
  await set('VERIFIED');
  mock.reset();
  expect(await advance(hour)).toEqual([]);
  expect(told()).toEqual([]);
  expect((await send('GET', '/__amend/webhooks')).body).toEqual([]);
});

/** Whether the long tests import this, which have time for all of it. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

if (isLong)
  test('at most five hundred wait', async () => {
    await subscribe();
    await fault('late', { latency: 600_000, times: 501 });
    for (let count = 0; count < 502; count += 1) await set(count % 2 === 0 ? 'VERIFIED' : 'RETRY');
    const states = (await advance(0)).map(({ state }: { state: string }) => state);
    expect(states.filter((state: string) => state === 'waiting')).toHaveLength(500);
    expect(states.slice(500)).toEqual(['dropped', 'dropped']);
  });
