import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { beforeEach, expect, test } from 'vitest';
import { createUserRoute } from './server-route.ts';

// A unit test without a port: the mock's `fetch` stands where the network was.

const mock = await createMock({ only: ['machnet'], seed: 'examples' });
const machnet = createMachnet({
  clientId: 'any',
  clientSecret: 'any',
  baseUrl: 'http://localhost/machnet',
  fetch: mock.fetch,
});
const route = createUserRoute(machnet);

const userIn = (status: string): string => {
  const user = mock.fixtures.find((each) => each.status === status && !each.name.includes('usiness'));
  if (!user) throw new Error(`The mock knows nobody who is ${status}.`);
  return `http://localhost/users/${user.id}`;
};
const patch = (address: string, body: unknown) =>
  route(new Request(address, { method: 'PATCH', body: JSON.stringify(body) }));

const free = exampleOf(machnetIndividual.update, true);
const locked = exampleOf(machnetIndividual.update, false);

beforeEach(() => mock.reset());

test('changes what a verified person may change, and the provider keeps it', async () => {
  const response = await patch(userIn('VERIFIED'), { phone: '+12105550132', address: { city: 'Austin' } });
  expect(response.status).toBe(200);
  const user = await (await route(new Request(userIn('VERIFIED')))).json();
  expect(user).toMatchObject({ phone: '+12105550132', address: { city: 'Austin' }, verification: 'verified' });
});

test('refuses a locked field at its place, and sends nothing by half', async () => {
  const before = await (await route(new Request(userIn('VERIFIED')))).json();
  const response = await patch(userIn('VERIFIED'), { ...locked.patch, ...free.patch });
  expect(response.status).toBe(422);
  const { issues } = await response.json();
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ path: locked.field.split('.') });
  expect(issues[0].message).toContain(`${locked.field} cannot change once the user is verified`);
  expect(await (await route(new Request(userIn('VERIFIED')))).json()).toEqual(before);
});

test('lets the same field change before', async () => {
  const response = await patch(userIn('UNVERIFIED'), locked.patch);
  expect(await response.json()).toMatchObject(locked.patch);
});

test.each([
  ['no JSON', 'PATCH', '{', 422],
  ['a misspelt field', 'PATCH', '{"emial":"new@example.com"}', 422],
  ['nothing to change', 'PATCH', '{}', 200],
])('answers %s', async (_, method, body, status) => {
  expect((await route(new Request(userIn('VERIFIED'), { method, body }))).status).toBe(status);
});

test('passes on that nobody is known by an identifier', async () => {
  const response = await route(new Request('http://localhost/users/00000000-0000-4000-8000-000000000000'));
  expect(response.status).toBe(404);
});

/** The route in front of a provider that answers a change in a way of its own. */
const patchAt = async (change: (address: string) => Promise<Response>) => {
  const fetch: typeof mock.fetch = (address, init) =>
    init?.method === 'PATCH' ? change(String(address)) : mock.fetch(address, init);
  const odd = createUserRoute(
    createMachnet({ clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet', fetch, retries: 0 }),
  );
  const body = JSON.stringify({ phone: '+12105550132', address: { city: 'Austin' } });
  const response = await odd(new Request(userIn('VERIFIED'), { method: 'PATCH', body }));
  return { status: response.status, body: await response.json() };
};

test('a change that silently did not happen is told at its fields', async () => {
  const { status, body } = await patchAt((address) =>
    mock.fetch(address, { headers: { 'X-Client-Id': 'any', 'X-Client-Secret': 'any' } }),
  );
  expect(status).toBe(409);
  expect(body).toEqual({
    issues: [
      { path: ['phone'], message: 'phone is not what was sent: the provider said yes and did not take it.' },
      {
        path: ['address', 'city'],
        message: 'address.city is not what was sent: the provider said yes and did not take it.',
      },
    ],
  });
});

test('it is said that a change may have been made whose answer was lost', async () => {
  const { status, body } = await patchAt(() => Promise.reject(new TypeError('fetch failed')));
  expect(status).toBe(502);
  expect(body.message).toMatch(/It is not known whether the change was made; read the user again\.$/);
});
