import { createHpay } from '@amend/hpay';
import { createIngo } from '@amend/ingo';
import { provider } from '@amend/ingo/provider';
import { createMachnet } from '@amend/machnet';
import { createStilt } from '@amend/stilt';
import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids } from './testing/call.ts';

// The workspace's own clients against a mock that knows their secrets, in process and on a port.

const secrets = {
  ingo: { apiKey: 'ingo-key', username: 'program', secret: 'ingo-secret' },
  machnet: { clientId: 'machnet-id', clientSecret: 'machnet-secret' },
  stilt: { clientUuid: 'stilt-id', secret: '00112233-4455-6677-8899-aabbccddeeff' },
  hpay: { apiKey: 'hpay-key', secretKey: 'hpay-secret' },
};

const mock = await createMock({ seed: 'clients', secrets });
const server = await mock.listen();
afterAll(() => mock.close());
beforeEach(() => mock.reset());

const address = {
  line_1: '200 Sample Avenue',
  zip: '60601',
  city: 'Chicago',
  state: 'IL',
  country: 'United States',
};

describe.each([
  ['in process', 'http://127.0.0.1', mock.fetch],
  ['on a port', server.url, (...call: Parameters<typeof fetch>) => fetch(...call)],
])('%s', (_, origin, fetch) => {
  const options = { fetch, retries: 0 };
  const ingoAt = (base: string, more: object = {}) =>
    createIngo({ ...secrets.ingo, ...options, baseUrl: origin + base, ...more });
  const ingo = ingoAt('/ingo');
  const machnet = createMachnet({ ...secrets.machnet, ...options, baseUrl: `${origin}/machnet/v4` });
  const stilt = createStilt({ ...secrets.stilt, ...options, baseUrl: `${origin}/stilt/v1` });
  const hpay = createHpay({ ...secrets.hpay, ...options, baseUrl: `${origin}/hpay` });

  test('ingo: every call', async () => {
    const created = await ingo.createUser({
      body: {
        first_name: 'Zo\u00eb',
        last_name: 'Fields',
        email: 'zoe@example.com',
        phone_number: '+15125550142',
        address_one: '12 Juniper Lane',
        city: 'Austin',
        state: 'TX',
        country: 'US',
        postal_code: '78701',
      },
    });
    const user_id = created.ok ? (created.data.data?.items[0]?.id ?? '') : '';
    expect(await ingo.updateUser({ body: { user_id, city: 'Eugene' } })).toMatchObject({ ok: true });
    expect(await ingo.startKyc({ body: { user_id } })).toMatchObject({ ok: true });
    expect(await ingo.listUsers({ body: { email: 'zoe@example.com' } })).toMatchObject({
      ok: true,
      data: { data: { items: [{ first_name: 'Zo\u00eb', city: 'Eugene', kyc_status: 'verified' }] } },
    });
    expect(await ingo.updateUser({ body: { user_id: ids.ingo.replace('user-d', 'user-e') } })).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  test('machnet: every call', async () => {
    const created = await machnet.createUser({ body: { first_name: 'A', last_name: 'B', mobile_phone: '2125550101' } });
    const path = { user_id: created.ok ? created.data.id : '' };
    const { body } = exampleOf(machnetIndividual.update, false);
    expect(await machnet.updateUser({ path, body })).toMatchObject({ ok: true });
    for (let step = 0; step < 2; step += 1) expect(await machnet.startKyc({ path })).toMatchObject({ ok: true });
    expect(await machnet.getKyc({ path })).toMatchObject({ ok: true, data: { kyc_status: 'VERIFIED' } });
    const other = Object.fromEntries(Object.entries(body).map(([property, value]) => [property, `b${value}`]));
    expect(await machnet.updateUser({ path, body: other })).toMatchObject({
      ok: false,
      error: { kind: 'rejected', status: 400 },
    });
    expect(await machnet.getUser({ path })).toMatchObject({ ok: true, data: body });
  });

  test('stilt: every call, the SSN sealed by the client', async () => {
    const person = { first_name: 'Mary Ann', last_name: 'Sample', email: 'm@example.com', phone: '3125550168' };
    const created = await stilt.createUser({ body: { ...person, dob: '1985-11-30', ssn: '111-22-3333', address } });
    const path = { user_id: created.ok ? created.data.uuid : '' };
    expect(await stilt.updateUser({ path, body: { first_name: 'Ann Mary' } })).toMatchObject({ ok: true });
    expect(await stilt.getUser({ path })).toMatchObject({ ok: true, data: { first_name: 'Ann Mary' } });
    expect(await stilt.listUsers({ query: { limit: 1, offset: 3 } })).toMatchObject({
      ok: true,
      data: { pagination: { total: 4 } },
    });
    const seconds = createStilt({ ...secrets.stilt, ...options, baseUrl: `${origin}/stilt`, epoch: 'seconds' });
    expect(await seconds.getUser({ path })).toMatchObject({ ok: true });
    expect(await stilt.deleteUser({ path })).toMatchObject({ ok: true, data: 'User succesfully deleted' });
    expect(await stilt.deleteUser({ path })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  test('hpay: every call', async () => {
    const body = { app_user_id: 'a', name: 'A', phone_number: '+1' };
    const created = await hpay.createUser({ body });
    const path = { user_id: created.ok ? created.data.id : '' };
    expect(await hpay.updateUser({ path, body: { ...body, name: 'B' } })).toMatchObject({
      ok: true,
      data: { name: 'B' },
    });
    expect(await hpay.patchUser({ path, body: { name: 'C' } })).toMatchObject({ ok: true, data: { name: 'C' } });
    expect(await hpay.disableUser({ path })).toMatchObject({ ok: true });
    expect(await hpay.listUsers({ query: { is_active: false } })).toMatchObject({ ok: true });
    expect(await hpay.enableUser({ path })).toMatchObject({ ok: true });
    expect(await hpay.getUser({ path })).toMatchObject({ ok: true, data: { is_active: true } });
    expect(await hpay.deleteUser({ path })).toMatchObject({ ok: true });
    expect(await hpay.getUser({ path })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  describe('who signs wrongly is refused', () => {
    const body = {};
    const at = (milliseconds: number) => ({ now: () => Date.now() + milliseconds });

    test.each([
      ['ingo, right', () => ingo.listUsers({ body }), 200],
      ['ingo, with the base path', () => ingoAt('/ingo/v4/api').listUsers({ body }), 200],
      ['ingo, 290 s early', () => ingoAt('/ingo', at(-290_000)).listUsers({ body }), 200],
      ['ingo, 290 s late', () => ingoAt('/ingo', at(290_000)).listUsers({ body }), 200],
      ['ingo, 310 s early', () => ingoAt('/ingo', at(-310_000)).listUsers({ body }), 401],
      ['ingo, 310 s late', () => ingoAt('/ingo', at(310_000)).listUsers({ body }), 401],
      ['ingo, another secret', () => ingoAt('/ingo', { secret: 'other' }).listUsers({ body }), 401],
      ['ingo, another name', () => ingoAt('/ingo', { username: 'other' }).listUsers({ body }), 401],
      ['ingo, another key', () => ingoAt('/ingo', { apiKey: 'other' }).listUsers({ body }), 401],
      [
        'machnet, another secret',
        () =>
          createMachnet({
            ...secrets.machnet,
            clientSecret: 'other',
            ...options,
            baseUrl: `${origin}/machnet`,
          }).getUser({ path: { user_id: ids.verified } }),
        401,
      ],
      [
        'stilt, 55 s old',
        () => createStilt({ ...secrets.stilt, ...options, ...at(-55_000), baseUrl: `${origin}/stilt` }).listUsers(),
        200,
      ],
      [
        'stilt, 65 s old',
        () => createStilt({ ...secrets.stilt, ...options, ...at(-65_000), baseUrl: `${origin}/stilt` }).listUsers(),
        403,
      ],
      [
        'stilt, another secret',
        () =>
          createStilt({ clientUuid: 'stilt-id', secret: 'other', ...options, baseUrl: `${origin}/stilt` }).listUsers(),
        401,
      ],
      [
        'hpay, another key',
        () => createHpay({ ...secrets.hpay, apiKey: 'other', ...options, baseUrl: `${origin}/hpay` }).listUsers(),
        401,
      ],
    ])('%s: %i', async (_, call, status) => {
      expect((await call()).status).toBe(status);
    });

    test('ingo, with a mark of byte order that was signed, is taken', async () => {
      const request = { method: 'POST', url: `${origin}/ingo/v4/user/get-all`, body: '\ufeff{}' };
      const headers = await provider.sign(request, secrets.ingo, Date.now());
      expect((await fetch(request.url, { ...request, headers })).status).toBe(200);
    });

    test('a body that is not the signed one', async () => {
      const tampering = (url: string, init: RequestInit) =>
        fetch(url, { ...init, body: String(init.body).replace('robin', 'priya') });
      const result = await ingoAt('/ingo', { fetch: tampering }).listUsers({ body: { search: 'robin' } });
      expect(result.status).toBe(401);
      const tamperedStilt = createStilt({
        ...secrets.stilt,
        ...options,
        baseUrl: `${origin}/stilt`,
        fetch: (url, init) => fetch(url, { ...init, body: String(init.body).replace('Ann', 'Eve') }),
      });
      expect(
        (await tamperedStilt.updateUser({ path: { user_id: ids.stilt }, body: { first_name: 'Ann' } })).status,
      ).toBe(401);
    });
  });
});

test('Ingo’s key may come in the body', async () => {
  const open = await createMock();
  const ask = (key: string | undefined) =>
    open.fetch('http://mock.example/ingo/v4/user/get-all', {
      method: 'POST',
      headers: { Authorization: 'hmac any', 'Content-Type': 'application/json' },
      body: JSON.stringify({ api_key: key }),
    });
  expect((await ask('any')).status).toBe(200);
  expect((await ask(undefined)).status).toBe(401);
  expect((await ask('')).status).toBe(401);
  const known = await createMock({ secrets });
  for (const [key, status] of [
    [secrets.ingo.apiKey, 200],
    ['other', 401],
  ] as const) {
    const request = {
      method: 'POST',
      url: 'http://mock.example/ingo/v4/user/get-all',
      body: JSON.stringify({ api_key: key }),
    };
    const { api_key: _, ...headers } = await provider.sign(request, secrets.ingo, Date.now());
    const answer = await known.fetch(request.url, { ...request, headers });
    expect(answer.status).toBe(status);
  }
});
