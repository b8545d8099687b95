import { inspect } from 'node:util';
import type { Security, Validate } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { bySecurity, tokenOf } from './by-security.ts';
import { createClient } from './create-client.ts';
import { credentialsIn } from './environment.ts';
import type { ClientOptions } from './options.ts';
import { securedBy, tokenAddress } from './security.ts';
import { signedRequestOf } from './signed-request-of.ts';
import { has } from './testing/has.ts';

interface Operations {
  getUser: {
    parameters: { path: { id: string } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
  createUser: {
    requestBody: { content: { 'application/json': { name: string } } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

const security = (alternatives: Security['alternatives'], schemes: Security['schemes']): Security => ({
  alternatives,
  schemes,
});
const schemes = {
  key: { is: 'header', name: 'X-Key' },
  queryKey: { is: 'query', name: 'api key' },
  bearer: { is: 'bearer' },
  basic: { is: 'basic' },
  oauth: { is: 'client-credentials', tokenUrl: 'https://api.example.com/token', scope: 'users read' },
  certificate: { is: 'code' },
} as const;
const only = (...names: (keyof typeof schemes)[]) => security([names], schemes);

const secrets = {
  key: 'k3y',
  queryKey: 'q&3y',
  bearer: 'b3arer',
  username: 'us3r',
  password: 'pa$s',
  clientId: 'cl1ent',
  clientSecret: 's3cret',
};
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

interface Call {
  readonly url: string;
  readonly init: RequestInit & { headers: Record<string, string> };
}

const setUp = (given: Security, answer: (call: Call, index: number) => Response, options: object = secrets) => {
  const calls: Call[] = [];
  const fetch: ClientOptions['fetch'] = async (url, init) => {
    const call = { url, init: init as Call['init'] };
    calls.push(call);
    return answer(call, calls.length - 1);
  };
  const definition = {
    provider: 'example',
    baseUrl: 'https://api.example.com/v1',
    operations: {
      getUser: { method: 'GET', path: '/users/{id}', query: [], retry: 'safe' },
      createUser: { method: 'POST', path: '/users', query: [], retry: 'never' },
    },
    validators: {
      getUser: { response: [has('id')] as Validate[], error: [] },
      createUser: { request: [has('name')], response: [has('id')], error: [] },
    },
  } as const;
  const all = { retries: 0, ...options, fetch };
  const client = createClient<Operations>({ ...definition, ...securedBy(definition, given, all) }, all);
  return { client, calls };
};

const user = () => new Response('{"id":"7"}');
const path = { id: '7' };

describe('each kind of credential is sent as the contract says', () => {
  test.each<[name: string, Security, headers: object, url?: string]>([
    ['a header', only('key'), { 'X-Key': 'k3y' }],
    ['a bearer token', only('bearer'), { Authorization: 'Bearer b3arer' }],
    ['HTTP basic', only('basic'), { Authorization: basic('us3r:pa$s') }],
    ['a key in the query', only('queryKey'), {}, 'https://api.example.com/v1/users/7?api%20key=q%263y'],
    ['two together', only('key', 'bearer'), { 'X-Key': 'k3y', Authorization: 'Bearer b3arer' }],
    ['what is left to code', only('key', 'certificate'), { 'X-Key': 'k3y' }],
  ])('%s', async (_, given, headers, url = 'https://api.example.com/v1/users/7') => {
    const { client, calls } = setUp(given, user);
    expect(await client.getUser({ path })).toMatchObject({ ok: true });
    expect(calls).toEqual([{ url, init: expect.anything() }]);
    expect(calls[0]?.init.headers).toEqual({ 'User-Agent': 'amend-example', ...headers });
  });

  test('a password may be left out, where the key is the name', async () => {
    const { client, calls } = setUp(only('basic'), user, { username: 'sk_1' });
    await client.getUser({ path });
    expect(calls[0]?.init.headers.Authorization).toBe(basic('sk_1:'));
  });

  test('of alternatives, the first that is given in full', async () => {
    const either = security([['key', 'bearer'], ['basic']], schemes);
    const { client, calls } = setUp(either, user, { key: 'k3y', username: 'us3r' });
    await client.getUser({ path });
    expect(calls[0]?.init.headers).toMatchObject({ Authorization: basic('us3r:') });
    expect(calls[0]?.init.headers).not.toHaveProperty('X-Key');
  });

  test.each<[name: string, options: object, message: string]>([
    ['none', {}, 'example needs credentials: key and bearer, or username.'],
    ['half of each', { key: 'k', password: 'p' }, 'example needs credentials: key and bearer, or username.'],
    ['what no header takes', { username: 'a\nb' }, 'username must be a text of visible ASCII characters.'],
  ])('%s is refused by name', (_, options, message) => {
    expect(() => setUp(security([['key', 'bearer'], ['basic']], schemes), user, options)).toThrow(message);
  });

  test('a request that is not sent says which part of its address is a credential', async () => {
    const { client } = setUp(only('queryKey'), user);
    expect(await signedRequestOf(client.getUser, { path })).toMatchObject({ secretQuery: ['api key'] });
  });
});

describe('a token for client credentials', () => {
  const token = (text = 't0ken', expires_in: unknown = 3600) =>
    new Response(JSON.stringify({ access_token: text, token_type: 'bearer', expires_in }));
  const isToken = ({ url }: Call) => url.endsWith('/token');

  test('is fetched once, kept, and shared by calls at the same time', async () => {
    const { client, calls } = setUp(only('oauth'), (call) => (isToken(call) ? token() : user()));
    await Promise.all([client.getUser({ path }), client.getUser({ path }), client.createUser({ body: { name: 'A' } })]);
    const [first, ...others] = calls;
    expect(others.filter(isToken)).toEqual([]);
    expect(first).toMatchObject({
      url: 'https://api.example.com/token',
      init: {
        method: 'POST',
        body: 'grant_type=client_credentials&scope=users%20read',
        headers: { Authorization: basic('cl1ent:s3cret'), 'Content-Type': 'application/x-www-form-urlencoded' },
        redirect: 'manual',
      },
    });
    for (const { init } of others) expect(init.headers.Authorization).toBe('Bearer t0ken');
  });

  test('is fetched anew before its time is up', async () => {
    let now = 0;
    const { client, calls } = setUp(only('oauth'), (call) => (isToken(call) ? token('t', 100) : user()), {
      ...secrets,
      now: () => now,
    });
    for (now of [0, 89_000, 91_000]) await client.getUser({ path });
    expect(calls.map(isToken)).toEqual([true, false, false, true, false]);
  });

  test('is fetched anew when it is refused, and the call made again', async () => {
    let isOld = false;
    const { client, calls } = setUp(only('oauth'), (call) => {
      if (isToken(call)) return token(isOld ? 'new' : 'old');
      return isOld && call.init.headers.Authorization === 'Bearer old' ? new Response('', { status: 401 }) : user();
    });
    await client.getUser({ path });
    isOld = true;
    expect(await client.createUser({ body: { name: 'A' } })).toMatchObject({ ok: true, attempts: 2 });
    expect(calls.map(isToken)).toEqual([true, false, false, true, false]);
  });

  test('that is refused at once is not fetched again', async () => {
    const { client, calls } = setUp(only('oauth'), (call) =>
      isToken(call) ? token() : new Response('', { status: 401 }),
    );
    expect(await client.getUser({ path })).toMatchObject({ ok: false, error: { kind: 'unauthorized' } });
    expect(calls.map(isToken)).toEqual([true, false]);
  });

  test.each<[name: string, answer: () => Response, error: object]>([
    [
      'wrong credentials',
      () => new Response('{"error":"s3cret"}', { status: 400 }),
      { kind: 'unauthorized', status: 401 },
    ],
    ['a server that is down', () => new Response('', { status: 503 }), { kind: 'unavailable', status: 503 }],
    ['no token', () => new Response('{}'), { kind: 'malformed', reason: 'token' }],
    ['no header text', () => token('a\nb'), { kind: 'malformed', reason: 'token' }],
    [
      'a redirect',
      () => new Response('', { status: 302, headers: { Location: 'https://evil.example' } }),
      { kind: 'malformed' },
    ],
    [
      'no connection',
      () => {
        throw new TypeError('fetch failed');
      },
      { kind: 'network' },
    ],
  ])('%s: nothing is sent, and nothing secret told', async (_, answer, error) => {
    const { client, calls } = setUp(only('oauth'), answer);
    const result = await client.createUser({ body: { name: 'A' } });
    expect(result).toMatchObject({ ok: false, attempts: 0, error: { ...error, isUncertain: false } });
    expect(calls.every(isToken)).toBe(true);
    for (const secret of ['s3cret', 'cl1ent', basic('cl1ent:s3cret')])
      expect(inspect({ result, client }, { depth: null, showHidden: true }) + JSON.stringify(result)).not.toContain(
        secret,
      );
  });

  test.each([
    [
      'https://api.example.com/token',
      'https://api.example.com/v1',
      'https://api.example.com/v1',
      'https://api.example.com/token',
    ],
    ['/token', 'https://api.example.com/v1', 'https://live.example.com/v1', 'https://live.example.com/token'],
    ['/token', 'https://api.example.com/v1', 'http://localhost:4010/acme', 'http://localhost:4010/acme/token'],
    [
      'https://login.example.com/a/token',
      'https://api.example.com',
      'https://api.example.com',
      'https://login.example.com/a/token',
    ],
    [
      'https://login.example.com/a/token',
      'https://api.example.com',
      'http://localhost:4010/acme',
      'http://localhost:4010/acme/a/token',
    ],
    ['/token', '/v1', 'https://api.example.com/v1', 'https://api.example.com/token'],
  ])('%s of %s is, at %s, %s', (tokenUrl, server, baseUrl, want) => {
    expect(tokenAddress(tokenUrl, server, baseUrl)).toBe(want);
  });

  test('may be fetched elsewhere', async () => {
    const tokenUrl = 'https://login.example.com/token';
    const { client, calls } = setUp(only('oauth'), (call) => (isToken(call) ? token() : user()), {
      ...secrets,
      tokenUrl,
    });
    await client.getUser({ path });
    expect(calls[0]?.url).toBe(tokenUrl);
  });
});

describe('who calls is known by one alternative', () => {
  const given = security([['key'], ['basic'], ['queryKey'], ['oauth', 'certificate']], schemes);
  const { verify, needs } = bySecurity(given);
  const ask = (headers: Record<string, string>, url = 'http://localhost/users') =>
    verify({ method: 'GET', url, body: undefined, headers }, secrets, 0);

  test('and by no half of one', async () => {
    const token = await tokenOf(secrets);
    expect(await ask({ 'x-key': 'k3y' })).toBe('trusted');
    expect(await ask({ authorization: basic('us3r:pa$s') })).toBe('trusted');
    expect(await ask({}, 'http://localhost/users?api%20key=q%263y')).toBe('trusted');
    expect(await ask({ authorization: `Bearer ${token}` })).toBe('trusted');
    for (const authorization of [basic('us3r:'), 'Bearer other', `Basic ${token}`, ''])
      expect(await ask({ authorization })).toBe('untrusted');
    expect(await ask({ 'x-key': '' })).toBe('untrusted');
  });

  test.each<[env: object, want: object]>([
    [{ AMEND_ACME_KEY: 'k' }, { credentials: { key: 'k' } }],
    [{ AMEND_ACME_USERNAME: 'u' }, { credentials: { username: 'u' } }],
    [{ AMEND_ACME_USERNAME: 'u', AMEND_ACME_PASSWORD: 'p' }, { credentials: { username: 'u', password: 'p' } }],
    [
      { AMEND_ACME_CLIENT_ID: 'c' },
      {
        problem:
          'acme needs credentials: set AMEND_ACME_KEY, or AMEND_ACME_USERNAME, or AMEND_ACME_QUERY_KEY, or AMEND_ACME_CLIENT_SECRET.',
      },
    ],
  ])('from the environment: %j', (env, want) => {
    expect(credentialsIn({ name: 'acme', credentials: secrets, ...(needs && { needs }) }, env as never)).toEqual(want);
  });
});
