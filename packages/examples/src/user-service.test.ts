import { variableOf } from '@amend/client/provider';
import { createMock } from '@amend/mock';
import { machnetIndividual } from 'amend/machnet';
import { clientsFromEnv, providerNames, providers } from 'amend/providers';
import { exampleOf } from 'amend/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { createUserService, type Known } from './user-service.ts';

// The whole service, without a port: the mock's `fetch` stands where the network was.

const mock = await createMock({ seed: 'service' });
const described = await Promise.all(providerNames.map((name) => providers[name].describe()));
const env = Object.fromEntries(
  described.flatMap(({ name, credentials }) => [
    [variableOf(name, 'baseUrl'), `http://localhost/${name}`],
    ...Object.entries(credentials).map(([option, sample]) => [variableOf(name, option), sample]),
  ]),
);
const idOf = (provider: string, status?: string): string =>
  mock.fixtures.find((user) => user.provider === provider && (status === undefined || user.status === status))?.id ??
  '';

const free = exampleOf(machnetIndividual.update, true);
const locked = exampleOf(machnetIndividual.update, false);

const people: Readonly<Record<string, Known>> = {
  jane: { machnet: idOf('machnet', 'VERIFIED'), hpay: idOf('hpay'), stilt: idOf('stilt') },
  ann: { machnet: idOf('machnet', 'UNVERIFIED'), hpay: idOf('hpay') },
  lost: { machnet: '00000000-0000-4000-8000-000000000000', hpay: idOf('hpay') },
};
const serviceWith = async (fetch: typeof mock.fetch = mock.fetch) =>
  createUserService(await clientsFromEnv(env, undefined, { fetch, retries: 0 }), async (person) => people[person]);
const service = await serviceWith();

beforeEach(() => mock.reset());

const patch = async (person: string, body: unknown, on = service) => {
  const response = await on.inject({ method: 'PATCH', url: `/people/${person}`, payload: body as object });
  return {
    status: response.statusCode,
    type: String(response.headers['content-type']).split(';')[0],
    body: response.json(),
  };
};

test('tells which inputs are locked, and because of whom', async () => {
  const response = await service.inject('/people/jane/fields');
  expect(response.statusCode).toBe(200);
  const byField = Object.fromEntries(response.json().map((each: { field: string }) => [each.field, each]));
  expect(byField[locked.field]).toMatchObject({ editable: false, lockedBy: ['machnet'] });
  expect(byField[free.field]).toMatchObject({ editable: true, lockedBy: [] });
});

test('changes a person at all providers', async () => {
  const { status, body } = await patch('jane', { phone: '+12105550132' });
  expect(status).toBe(200);
  expect(body.map(({ provider, outcome }: Record<string, string>) => `${provider} ${outcome}`)).toEqual([
    'machnet sent',
    'hpay sent',
    'stilt sent',
  ]);
  expect(body[0].user).toMatchObject({ phone: '+12105550132', verification: 'verified' });
  expect(JSON.stringify(body)).not.toMatch(/"dateOfBirth":"|\d{3}-\d{2}-\d{4}/);
});

test('or at none: a locked field is refused at its place', async () => {
  const { status, type, body } = await patch('jane', locked.patch);
  expect([status, type]).toEqual([422, 'application/problem+json']);
  expect(body).toMatchObject({ status: 422, title: 'Unprocessable Content', kind: 'blocked' });
  expect(body.errors).toEqual([
    {
      pointer: `#/${locked.field.replace('.', '/')}`,
      provider: 'machnet',
      detail: expect.stringContaining(`${locked.field} cannot change once the user is verified`),
    },
  ]);
  expect(body.providers).toEqual(['machnet', 'hpay', 'stilt'].map((provider) => ({ provider, outcome: 'not-sent' })));
  expect((await patch('ann', locked.patch)).status).toBe(200);
});

describe('whatever is asked, there is an answer', () => {
  test.each<[name: string, person: string, body: unknown, status: number]>([
    ['nobody', 'nobody', {}, 404],
    ['unknown to one provider', 'lost', { phone: '+12105550132' }, 404],
    ['nothing to change', 'jane', {}, 200],
    ['a misspelt field', 'jane', { emial: 'new@example.com' }, 422],
    ['no object', 'jane', [], 422],
    ['no JSON', 'jane', '{', 415],
  ])('%s', async (_, person, body, status) => {
    const answer = await patch(person, body);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.type).toBe('application/problem+json');
  });

  test('of a person whom a provider does not know, the fields are not told either', async () => {
    expect((await service.inject('/people/lost/fields')).statusCode).toBe(404);
    expect((await service.inject('/people/nobody/fields')).json()).toEqual({
      status: 404,
      detail: 'Nobody is known by this name.',
    });
  });

  test('a database that fails is told without its words', async () => {
    const failing = createUserService(await clientsFromEnv(env), () => Promise.reject(new Error('secret')));
    const { status, body } = await patch('jane', {}, failing);
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  test('who hangs up ends what was begun', async () => {
    const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const hanging = await serviceWith(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            ended.resolve();
            reject(init.signal?.reason);
          });
          begun.resolve();
        }),
    );
    const caller = new AbortController();
    const asked = fetch(`${await hanging.listen({ port: 0 })}/people/ann/fields`, { signal: caller.signal });
    await begun.promise;
    caller.abort();
    await expect(asked).rejects.toThrow('aborted');
    await ended.promise;
    await hanging.close();
  });

  test('it is said that a change may have been made whose answer was lost, and where it was made', async () => {
    const losing = await serviceWith((address, init) =>
      init?.method === 'PATCH' && String(address).includes('machnet')
        ? Promise.reject(new TypeError('fetch failed'))
        : mock.fetch(address, init),
    );
    const { status, body } = await patch('ann', { phone: '+12105550132' }, losing);
    expect(status).toBe(502);
    expect(body).toMatchObject({
      isUncertain: true,
      providers: [
        { provider: 'machnet', outcome: 'failed' },
        { provider: 'hpay', outcome: 'sent' },
      ],
    });
  });
});
