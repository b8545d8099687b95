import { describe, expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import { requestExamples } from '../testing/examples.ts';
import { modelIn } from '../testing/model-in.ts';
import { serve, serveState } from '../testing/serve.ts';
import { deriveProvider } from './derive-provider.ts';

// Contracts alone, without the validators that are generated from them.

const derive = (name: string) => deriveProvider(name.split('@')[0] ?? '', [{ name }]);
const send = await serve(await derive('machnet@v4'));
const jane = { type: 'SEND', first_name: 'Jane', last_name: 'Doe', mobile_phone: '2105550132' };
const setStatus = (id: string, status: string) => send('PUT', `/__amend/users/machnet/${id}/status`, { status });

const create = async (body: object = jane): Promise<string> => (await send('POST', '/machnet/users', body)).body.id;

describe('memory', () => {
  test('a new user has an id of the example, the first status, a time, and what was sent', async () => {
    const { status, body } = await send('POST', '/machnet/users', jane);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'UNVERIFIED', first_name: 'Jane', mobile_phone: '2105550132' });
    expect(body.id).toMatch(/^[0-9a-f]{8}-/);
    expect((await send('GET', `/machnet/users/${body.id}`)).body).toEqual(body);
  });

  test('of a content that no answer shows, a fingerprint is kept', async () => {
    const { send: ask, state } = await serveState(await derive('machnet@v4'));
    const scan = { document_type: 'PASSPORT', document_value: 'data:image/png;base64,SUQ=' };
    const { body } = await ask('POST', '/machnet/users', { ...jane, physical_documents: [scan] });
    expect(body.physical_documents).toEqual([{ id: expect.any(String), document_type: 'PASSPORT' }]);
    const kept = JSON.stringify(state.users.get(body.id));
    expect(kept).toContain('sha256:');
    expect(kept).not.toContain('base64,');
  });

  test('what the contract refuses changes nothing', async () => {
    expect((await send('POST', '/machnet/users', { ...jane, first_nam: 'x' })).status).toBe(400);
    expect((await send('GET', '/machnet/users/550371f4-b6cc-4402-9382-ffecf487d4dc')).status).toBe(404);
  });

  test('a list has as many users as the contract says where nothing is asked for', async () => {
    const stilt = await serve(await derive('stilt@v1'));
    const [sent] =
      requestExamples.find(({ provider, id }) => provider === 'stilt' && id === 'createUser')?.bodies ?? [];
    for (let count = 0; count < 30; count += 1) {
      const ssn = Buffer.from(String(count).padStart(32)).toString('base64');
      expect((await stilt('POST', '/stilt/users', { ...(sent as object), ssn })).status).toBe(200);
    }
    for (const query of ['', '?limit=&offset='])
      expect((await stilt('GET', `/stilt/users${query}`)).body.data).toHaveLength(25);
    expect((await stilt('GET', '/stilt/users?limit=28')).body.data).toHaveLength(28);
  });

  test('a replacement leaves nothing of what it does not hold', async () => {
    const hpay = await serve(await derive('hpay@v1'));
    const given = { app_user_id: 'a-1', name: 'Jane Doe', phone_number: '+12105550132', email: 'jane@example.com' };
    const { body: made } = await hpay('POST', '/hpay/api/v1/users/create/', given);
    const at = `/hpay/api/v1/users/${made.id}/`;
    const { email: _, ...others } = given;
    expect((await hpay('PUT', at, { ...others, app_user_id: 'a-2' })).status).toBe(400);
    const { status, body } = await hpay('PUT', at, others);
    expect(status).toBe(200);
    expect(body).toMatchObject({ app_user_id: 'a-1', name: 'Jane Doe', created_at: made.created_at, email: null });
    expect((await hpay('PATCH', at, { email: given.email })).body).toMatchObject({
      email: given.email,
      name: 'Jane Doe',
    });
    expect((await hpay('DELETE', at)).status).toBe(200);
    expect((await hpay('GET', at)).status).toBe(404);
  });

  test('a list shows the users, a page of them, and how many there are', async () => {
    const stilt = await serve(await derive('stilt@v1'));
    const { body } = await stilt('GET', '/stilt/users');
    expect(body.pagination.total).toBe(body.data.length);
    const page = (await stilt('GET', '/stilt/users?limit=1&offset=1')).body;
    expect(page.data).toEqual(body.data.slice(1, 2));
    expect(page.pagination.total).toBe(body.data.length);
  });
});

describe('rules', () => {
  test('a field that is locked in a status is refused in it, and changes nothing', async () => {
    const id = await create({ ...jane, email: 'jane@example.com' });
    const at = `/machnet/users/${id}`;
    expect((await send('PATCH', at, { first_name: 'Joan' })).body.first_name).toBe('Joan');
    await setStatus(id, 'VERIFIED');
    const refused = await send('PATCH', at, { first_name: 'Jane', mobile_phone: '2105550133' });
    expect(refused.status).toBe(400);
    expect(refused.body.message).toBe('first_name cannot change once the user is verified.');
    expect((await send('GET', at)).body).toMatchObject({ first_name: 'Joan', mobile_phone: '2105550132' });
    expect((await send('PATCH', at, { first_name: 'Joan', mobile_phone: '2105550133' })).status).toBe(200);
    await setStatus(id, 'SUSPENDED');
    expect((await send('PATCH', at, { first_name: 'Jane' })).status).toBe(400);
  });

  test('a check takes a user one step on, to where there is no further one', async () => {
    const id = await create();
    const check = () => send('POST', `/machnet/users/${id}/kyc`);
    const status = async () => (await send('GET', `/machnet/users/${id}`)).body.status;
    for (const next of ['IN_PROGRESS', 'VERIFIED', 'VERIFIED']) {
      expect((await check()).status).toBe(200);
      expect(await status()).toBe(next);
    }
    await setStatus(id, 'SUSPENDED');
    expect((await check()).status).toBe(200);
    expect(await status()).toBe('SUSPENDED');
  });

  test('there is a user in each status', async () => {
    const { body } = await send('GET', '/__amend/users?provider=machnet');
    const statuses = new Set(body.map(({ status }: { status: string }) => status));
    for (const status of ['UNVERIFIED', 'IN_PROGRESS', 'RETRY', 'REVIEW_PENDING', 'VERIFIED', 'SUSPENDED'])
      expect(statuses).toContain(status);
  });
});

test('several contracts of one provider are served under their versions, and share their users', async () => {
  const ingo = await serve(await deriveProvider('ingo', [{ name: 'ingo@v3' }, { name: 'ingo@v4' }]));
  const [{ id: user_id }] = (await ingo('GET', '/__amend/users')).body;
  expect((await ingo('POST', '/ingo/v4/user/update', { user_id, city: 'Eugene' })).status).toBe(200);
  expect((await ingo('POST', '/ingo/v3/user/send-verification-request', { user_id })).status).toBe(200);
  expect((await ingo('POST', '/ingo/v4/user/get-all', { per_page: 50 })).body.data.items).toContainEqual(
    expect.objectContaining({ id: user_id, city: 'Eugene', kyc_status: 'verified' }),
  );
});

const unserved: readonly (readonly [name: string, user: object, sentence: string])[] = [
  ['whose users have no id', { properties: { name: { type: 'string' } } }, 'its User has no id'],
  ['that shows no user', { properties: { id: { type: 'string' } } }, 'no example of an answer shows a User'],
];

test.each(unserved)('a contract %s is refused in a sentence', async (_, User, sentence) => {
  const paths = { '/users': { get: { operationId: 'listUsers', 'x-retry': 'safe', responses: {} } } };
  const read = modelIn({ paths, components: { schemas: { User } } });
  await expect(deriveProvider('odd', [{ name: 'odd@v1', read }])).rejects.toThrow(
    `The contract odd@v1 cannot be served: ${sentence}`,
  );
});

test('a name that nobody has is refused, and not served as nothing', async () => {
  await expect(createMock({ only: ['machnet', 'nobody'] })).rejects.toThrow('only may name ingo, machnet, stilt, hpay');
});
