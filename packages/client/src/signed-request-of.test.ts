import { expect, expectTypeOf, test } from 'vitest';
import type { ClientDefinition } from './client-definition.ts';
import { createClient } from './create-client.ts';
import { signedRequestOf } from './signed-request-of.ts';
import { has } from './testing/has.ts';

interface Operations {
  getUser: {
    parameters: { path: { user_id: string }; query?: { limit?: number } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
  updateUser: {
    parameters: { query?: never; path?: never };
    requestBody: { content: { 'application/json': { name: string } } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

const setUp = (changes: Partial<ClientDefinition<Operations>> = {}) => {
  const sent: unknown[] = [];
  let signatures = 0;
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: {
        getUser: { method: 'GET', path: '/users/{user_id}', query: ['limit'], retry: 'safe' },
        updateUser: { method: 'PATCH', path: '/user', query: [], retry: 'never' },
      },
      validators: {
        getUser: { response: [has('id')], error: [] },
        updateUser: { request: [has('name')], response: [has('id')], error: [] },
      },
      sign: ({ method, url, body }) => {
        signatures += 1;
        return { Signed: [method, url, body].join(' ') };
      },
      prepare: async (body) => ({ body: body && { ...body, sealed: true } }),
      ...changes,
    },
    {
      userAgent: 'payouts/2.3',
      fetch: async (url, { method, headers, body }) => {
        sent.push({ url, method, headers, body });
        return new Response('{"id":"7"}');
      },
    },
  );
  return { client, sent, signatures: () => signatures };
};

test('it is what the method sends, and is not sent', async () => {
  const { client, sent, signatures } = setUp();
  const update = { body: { name: 'Jane' } };
  const read = { path: { user_id: 'a b' }, query: { limit: 5 } };
  const described = [await signedRequestOf(client.updateUser, update), await signedRequestOf(client.getUser, read)];
  expect(signatures()).toBe(2);
  expect(sent).toEqual([]);
  expect([await client.updateUser(update), await client.getUser(read)]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(described).toEqual(sent);
  const body = '{"name":"Jane","sealed":true}';
  expect(described).toEqual([
    {
      method: 'PATCH',
      url: 'https://api.example.com/user',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'payouts/2.3',
        Signed: `PATCH https://api.example.com/user ${body}`,
      },
      body,
    },
    {
      method: 'GET',
      url: 'https://api.example.com/users/a%20b?limit=5',
      headers: { 'User-Agent': 'payouts/2.3', Signed: 'GET https://api.example.com/users/a%20b?limit=5 ' },
      body: undefined,
    },
  ]);
});

const refusing = () => Promise.reject(new Error('4711'));

test.each<[name: string, changes: Partial<ClientDefinition<Operations>>, input: object, message: RegExp]>([
  ['breaks the contract', { prepare: async (body) => ({ body }) }, { body: {} }, /name/],
  ['cannot be prepared', { prepare: refusing }, { body: { name: 'Jane' } }, /cannot be prepared/],
  ['cannot be signed', { sign: refusing }, { body: { name: 'Jane' } }, /cannot be signed/],
])('what %s is refused as the method refuses it', async (_, changes, input, message) => {
  const { client, sent } = setUp(changes);
  const refusal = await signedRequestOf(client.updateUser, input as never).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'ClientError', kind: 'invalid', attempts: 0 });
  expect(String(refusal)).toMatch(message);
  expect(String(refusal)).not.toContain('4711');
  expect(await client.updateUser(input as never)).toEqual({
    ok: false,
    error: refusal,
    status: undefined,
    attempts: 0,
    requestId: undefined,
  });
  expect(sent).toEqual([]);
});

test('what no client made is refused, and its input is typed', async () => {
  const { client } = setUp();
  const fake = async () => client.getUser({ path: { user_id: '7' } });
  await expect(signedRequestOf(fake, {})).rejects.toThrow(TypeError);
  expectTypeOf(signedRequestOf<Parameters<typeof client.getUser>[0]>).toBeCallableWith(client.getUser, {
    path: { user_id: '7' },
  });
  // @ts-expect-error another operation's input
  await expect(signedRequestOf(client.getUser, { body: { name: 'Jane' } })).rejects.toThrow('user_id');
});
