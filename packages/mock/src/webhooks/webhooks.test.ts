import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { readModel } from '@amend/compiler/read';
import { readIngoWebhook } from '@amend/ingo/webhook';
import { verifyMachnetWebhook } from '@amend/machnet/webhook';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type ProviderName, providerNames, providers } from 'amend/providers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from '../index.ts';
import { ids, type Send, sendTo } from '../testing/call.ts';

const mock = await createMock({ seed: 'webhooks' });
const send: Send = sendTo(mock.fetch);
const secret = 'geheimnis-\u00e4';

beforeEach(() => mock.reset());

/** A receiver on this machine, which keeps what came, and answers in turn. */
const came: { readonly headers: IncomingMessage['headers']; readonly body: string; readonly url: string }[] = [];
let answers: number[] = [];
const server = createServer(async (incoming, outgoing) => {
  came.push({ headers: incoming.headers, body: await text(incoming), url: incoming.url ?? '' });
  const status = answers.shift() ?? 204;
  outgoing.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
afterAll(() => server.close());

beforeEach(() => {
  came.length = 0;
  answers = [];
});

const subscribe = async (provider: string, more: object = { secret }): Promise<string> =>
  (await send('POST', '/__amend/webhooks', { provider, url, ...more })).body.id;
const set = (provider: string, id: string, status: string) =>
  send('PUT', `/__amend/users/${provider}/${id}/status`, { status });
const advance = async (by: number) => (await send('POST', '/__amend/webhooks/clock', { by })).body;

test.each([
  ['IN_PROGRESS', 'user_kyc_in_progress', 'unverified'],
  ['VERIFIED', 'user_kyc_verified', 'verified'],
  ['RETRY', 'user_kyc_retry', 'unverified'],
  ['REVIEW_PENDING', 'user_kyc_review_pending', 'unverified'],
  ['SUSPENDED', 'user_kyc_suspended', 'unknown'],
])('a user who becomes %s: %s, signed', async (status, name, verification) => {
  await subscribe('machnet');
  await set('machnet', ids.unverified, status);
  const [delivery] = await advance(0);
  expect(came).toHaveLength(1);
  const result = await verifyMachnetWebhook(came[0] ?? { headers: {}, body: '' }, { secret });
  expect(result).toMatchObject({ ok: true, event: { name, userId: ids.unverified, word: status, verification } });
  expect(came[0]?.headers).toMatchObject({ 'x-raas-event': name, 'content-type': 'application/json' });
  expect(delivery).toEqual({
    number: 1,
    webhook: expect.any(String),
    provider: 'machnet',
    event: name,
    id: result.ok && result.event.id,
    user: ids.unverified,
    state: 'delivered',
    answers: [204],
  });
});

test('a check that is started is told; a status that stays, and one that no event tells, are not', async () => {
  await subscribe('machnet');
  await send('POST', `/machnet/users/${ids.unverified}/kyc`);
  await set('machnet', ids.unverified, 'IN_PROGRESS');
  await set('machnet', ids.unverified, 'UNVERIFIED');
  expect((await advance(0)).map(({ event }: { event: string }) => event)).toEqual(['user_kyc_in_progress']);
});

test('a check that failed is told where that is all that is told, unsigned', async () => {
  await subscribe('ingo', {});
  await set('ingo', ids.ingo, 'verified');
  await set('ingo', ids.ingo, 'rejected');
  expect(await advance(0)).toMatchObject([{ event: 'user.kyc.failed', user: ids.ingo, state: 'delivered' }]);
  expect(Object.keys(came[0]?.headers ?? {}).filter((name) => name.includes('signature'))).toEqual([]);
  const result = await readIngoWebhook(came[0] ?? { headers: {}, body: '' });
  expect(result).toMatchObject({ ok: false, reason: 'unverified-origin', event: { name: 'user.kyc.failed' } });
  expect(JSON.parse(came[0]?.body ?? '').data.status).toBe('rejected');
});

test.each(providerNames)('%s: what its contract shows is sent, and its own function believes it', async (provider) => {
  const { receive, sign } = (await (await providers[provider].describe()).webhook?.()) ?? expect.fail(provider);
  const id = await subscribe(provider);
  const models = Object.keys(providers[provider].contracts).map((version) => readModel(`${provider}@${version}`));
  for (const { webhooks, document } of models)
    for (const webhook of webhooks)
      for (const example of Object.keys(webhook.examples)) {
        came.length = 0;
        const { body } = await send('POST', '/__amend/webhooks/examples', { to: id, webhook: webhook.id, example });
        expect(body).toMatchObject({ provider, state: 'delivered' });
        const [one = { headers: {}, body: '' }] = came;
        const result = await receive(one, { secret, url });
        expect(result).toMatchObject(sign ? { ok: true } : { ok: false, reason: 'unverified-origin' });
        expect(result).toMatchObject({ event: { id: body.id } });
        expect(JSON.stringify(webhook)).not.toContain(body.id);
        const { schema } = Object(document.webhooks)[webhook.id].post.requestBody.content['application/json'];
        const ajv = new Ajv2020({ strict: false, validateFormats: false });
        const validate = ajv.compile({ ...schema, components: document.components });
        expect(validate(JSON.parse(one.body)), JSON.stringify(validate.errors)).toBe(true);
      }
  expect(came).toHaveLength(1);
  expect((await send('POST', '/__amend/webhooks/examples', { to: id, example: 'none' })).status).toBe(404);
  expect((await send('POST', '/__amend/webhooks/examples', { to: 'nobody' })).status).toBe(404);
});

test.each(['close', 'reset'] as const)('%s breaks off what is on its way, and drops what waits', async (end) => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  await subscribe('machnet', { secret, url: `http://127.0.0.1:${port}/` });
  const asked = once(silent, 'request');
  await set('machnet', ids.unverified, 'VERIFIED');
  await set('machnet', ids.unverified, 'RETRY');
  const [incoming] = (await asked) as [IncomingMessage];
  const gone = once(incoming.socket, 'close');
  await mock[end]();
  await expect(gone).resolves.toBeDefined();
  const states = (await advance(0)).map(({ state }: { state: string }) => state);
  expect(states).toEqual(end === 'close' ? ['dropped', 'dropped'] : []);
  silent.close();
});

test('a redirection is not followed, and is a failure', async () => {
  await subscribe('machnet');
  answers = [302];
  await set('machnet', ids.unverified, 'VERIFIED');
  expect(await advance(0)).toMatchObject([{ state: 'waiting', answers: [302] }]);
  expect(came.map((one) => one.url)).toEqual(['/hooks']);
});

test('what nobody takes is unreachable; neither secret nor body is shown', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  await subscribe('machnet', { secret, url: `http://127.0.0.1:${port}/` });
  await set('machnet', ids.unverified, 'VERIFIED');
  const deliveries = await advance(0);
  expect(deliveries).toMatchObject([{ state: 'waiting', answers: ['unreachable'] }]);
  expect(JSON.stringify(deliveries)).not.toMatch(/secret|signature|geheimnis|resource_id/);
});

describe('who is subscribed', () => {
  test.each<[object, RegExp | undefined]>([
    [{ url: 'http://localhost:3000/hooks' }, undefined],
    [{ url: 'http://[::1]:3000/hooks' }, undefined],
    [{ url: 'http://2130706433/' }, undefined],
    [{ url: 'https://receiver.example/' }, /--allow-webhooks-to HOST/],
    [{ url: 'http://127.0.0.1.receiver.example/' }, /this machine/],
    [{ url: 'http://169.254.169.254/' }, /this machine/],
    [{ url: 'http://0.0.0.0/' }, /this machine/],
    [{ url: 'http://[::ffff:169.254.169.254]/' }, /this machine/],
    [{ url: 'http://x.localhost/' }, /this machine/],
    [{ url: 'file:///etc/passwd' }, /http or https/],
    [{ url: 'http://me:word@localhost/' }, /without credentials/],
    [{ url: 'no address' }, /http or https/],
    [{ provider: 'nobody' }, /none that this mock serves/],
    [{ secret: undefined }, /secret is required/],
    [{ secret: '' }, /secret/],
    [{ secret: 'of a file\n' }, /secret must not begin or end with white space/],
  ])('%j: %s', async (given, refusal) => {
    const { status, body } = await send('POST', '/__amend/webhooks', { provider: 'machnet', url, secret, ...given });
    expect(status).toBe(refusal ? 400 : 201);
    if (refusal) expect(body.message).toMatch(refusal);
    expect(JSON.stringify(body)).not.toContain(secret);
    expect((await send('GET', '/__amend/webhooks')).body).toHaveLength(refusal ? 0 : 1);
  });

  test('another host may be let in, and no secret is shown', async () => {
    const open = await createMock({ only: ['machnet'], webhookHosts: ['receiver.example'] });
    const call = sendTo(open.fetch);
    const sent = { provider: 'machnet', url: 'https://receiver.example/hooks', secret };
    expect((await call('POST', '/__amend/webhooks', sent)).status).toBe(201);
    expect((await call('POST', '/__amend/webhooks', { ...sent, url: 'https://other.example/' })).status).toBe(400);
    expect((await call('GET', '/__amend/webhooks')).body).toEqual([
      { id: expect.any(String), provider: 'machnet', url: sent.url, paused: false },
    ]);
    await expect(createMock({ webhookHosts: ['http://x'] })).rejects.toThrow(TypeError);
  });

  test('twenty, and no more; who is removed is told nothing', async () => {
    for (let count = 0; count < 20; count += 1) await subscribe('machnet');
    expect((await send('POST', '/__amend/webhooks', { provider: 'machnet', url, secret })).status).toBe(429);
    for (const { id } of (await send('GET', '/__amend/webhooks')).body)
      expect((await send('DELETE', `/__amend/webhooks/${id}`)).status).toBe(204);
    expect((await send('DELETE', '/__amend/webhooks/nobody')).status).toBe(404);
    await set('machnet', ids.unverified, 'VERIFIED');
    expect(await advance(0)).toEqual([]);
  });

  test('each session tells its own', async () => {
    const one = mock.session('one');
    const names: unknown[] = [];
    const { stop } = await one.onWebhook(
      'machnet',
      async (request) => {
        const result = await verifyMachnetWebhook(request, { secret });
        names.push(result.ok && result.event.name);
        return new Response();
      },
      { secret },
    );
    await set('machnet', ids.unverified, 'VERIFIED');
    await advance(0);
    expect(names).toEqual([]);
    const call = sendTo(one.fetch);
    await call('PUT', `/__amend/users/machnet/${ids.unverified}/status`, { status: 'VERIFIED' });
    await call('POST', '/__amend/webhooks/clock', { by: 0 });
    expect(names).toEqual(['user_kyc_verified']);
    stop();
    await call('PUT', `/__amend/users/machnet/${ids.unverified}/status`, { status: 'RETRY' });
    await call('POST', '/__amend/webhooks/clock', { by: 0 });
    expect(names).toHaveLength(1);
  });

  test.each<[string, ProviderName, object, RegExp]>([
    ['no secret', 'machnet', {}, /^secret is required/],
    ['the secret of a file', 'machnet', { secret: 'secret\n' }, /^secret must not begin or end with white space/],
    ['no provider', 'nobody' as ProviderName, { secret }, /^provider is none/],
    ['no address', 'machnet', { secret, url: 'x' }, /^url must be an address by http or https/],
    ['an address with a password', 'machnet', { secret, url: 'https://me:word@x.example/' }, /^url .* credentials/],
    ['an address with a name', 'machnet', { secret, url: 'https://me@x.example/' }, /^url .* credentials/],
    ['an address of a file', 'machnet', { secret, url: 'file:///hooks' }, /^url must be an address by http or https/],
  ])('in this process, %s is a TypeError', async (_, provider, options, message) => {
    await expect(mock.onWebhook(provider, () => new Response(), options)).rejects.toThrow(message);
  });
});
