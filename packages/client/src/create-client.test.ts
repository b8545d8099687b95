import type { Validate } from '@amend/contract';
import { describe, expect, test, vi } from 'vitest';
import type { ErrorKind } from './client-error.ts';
import { createClient } from './create-client.ts';
import type { ClientOptions } from './options.ts';
import { unwrap } from './result.ts';
import { has } from './testing/has.ts';

// A contract of two operations, written out: the clients of real contracts are tested in their own packages.

interface Operations {
  getUser: {
    parameters: { query?: { verbose?: boolean }; path: { id: string } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
  createUser: {
    parameters: { query?: never; path?: never };
    requestBody: { content: { 'application/json': { name: string; ssn?: string } } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

interface Sent {
  url: string;
  method: string | undefined;
  headers: unknown;
  body: unknown;
}

/** A client whose `fetch` gives these answers, one after the other. */
const setUp = (
  answers: (Response | Error)[],
  options: ClientOptions = {},
  error: Validate = has('message'),
  signsTime = false,
) => {
  const sent: Sent[] = [];
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com/v1',
      operations: {
        getUser: { method: 'GET', path: '/users/{id}', query: ['verbose'], retry: 'safe' },
        createUser: { method: 'POST', path: '/users', query: [], retry: 'never' },
      },
      validators: {
        getUser: { response: [has('id')], error: [error] },
        createUser: { request: [has('name')], response: [has('id')], error: [error] },
      },
      sign: () => ({ 'X-Secret': 's3cret' }),
      signsTime,
    },
    {
      random: () => 0,
      ...options,
      fetch: async (url, { method, headers, body }) => {
        const answer = answers[sent.length];
        sent.push({ url, method, headers, body });
        if (!answer) throw new Error('No more answers.');
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
  );
  return { client, sent };
};

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const refused = () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });

test('a call sends what the contract says, and answers with the data', async () => {
  const { client, sent } = setUp([json({ id: '7', new_field: true })]);
  expect(await client.getUser({ path: { id: 'a b' }, query: { verbose: true } })).toEqual({
    ok: true,
    data: { id: '7', new_field: true },
    status: 200,
    attempts: 1,
  });
  expect(sent).toEqual([
    {
      url: 'https://api.example.com/v1/users/a%20b?verbose=true',
      method: 'GET',
      headers: { 'User-Agent': 'amend-example', 'X-Secret': 's3cret' },
      body: undefined,
    },
  ]);
});

test('a body is written as its media type, and the answer asked for in its own', async () => {
  const sent: RequestInit[] = [];
  const own = { media: 'application/x-www-form-urlencoded', accept: 'application/hal+json' };
  const client = createClient<Pick<Operations, 'createUser'>>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: { createUser: { method: 'POST', path: '/users', query: [], retry: 'never', ...own } },
      validators: { createUser: { request: [has('name')], response: [has('id')], error: [] } },
      sign: () => ({}),
    },
    {
      fetch: async (_, init) => {
        sent.push(init);
        return new Response('{"id":"7"}', { headers: { 'Content-Type': own.accept } });
      },
    },
  );
  expect(await client.createUser({ body: { name: 'A B' } })).toMatchObject({ ok: true, data: { id: '7' } });
  expect(sent).toMatchObject([{ body: 'name=A%20B', headers: { 'Content-Type': own.media, Accept: own.accept } }]);
});

describe('headers that a call needs', () => {
  interface Needing {
    createUser: {
      parameters: { header: { 'Acme-Account': string; 'Idempotency-Key'?: string } };
      requestBody: { content: { 'application/json': { name: string } } };
      responses: { 200: { content: { 'application/json': { id: string } } } };
    };
  }
  const setUpNeeding = (answers: Response[]) => {
    const sent: Record<string, string>[] = [];
    const client = createClient<Needing>(
      {
        provider: 'example',
        baseUrl: 'https://api.example.com',
        operations: {
          createUser: {
            method: 'POST',
            path: '/users',
            query: [],
            retry: { idempotentBy: 'Idempotency-Key' },
            fixed: { 'Acme-Version': '2026-01-01' },
            given: ['Acme-Account'],
          },
        },
        validators: { createUser: { request: [has('name')], response: [has('id')], error: [] } },
        sign: () => ({}),
      },
      {
        random: () => 0,
        fetch: async (_, { headers }) => {
          sent.push(headers as Record<string, string>);
          return answers[sent.length - 1] ?? Response.error();
        },
      },
    );
    return { client, sent };
  };
  const input = { header: { 'Acme-Account': 'a1' }, body: { name: 'Ann' } };

  test('each is sent, and the key is new for a call and the same for its attempts', async () => {
    const { client, sent } = setUpNeeding([new Response('', { status: 503 }), json({ id: '7' }), json({ id: '8' })]);
    expect(await client.createUser(input)).toMatchObject({ ok: true, attempts: 2 });
    expect(await client.createUser(input)).toMatchObject({ ok: true });
    expect(sent).toMatchObject(Array(3).fill({ 'Acme-Account': 'a1', 'Acme-Version': '2026-01-01' }));
    const [first, second, third] = sent.map((headers) => headers['Idempotency-Key']);
    expect(first).toMatch(/^[0-9a-f-]{32,36}$/);
    expect([second === first, third === first]).toEqual([true, false]);
  });

  test('a key may be given', async () => {
    const { client, sent } = setUpNeeding([json({ id: '7' })]);
    await client.createUser(input, { idempotencyKey: 'k1' });
    expect(sent).toMatchObject([{ 'Idempotency-Key': 'k1' }]);
  });

  test.each<[name: string, header: unknown, options: object, path: string]>([
    ['missing', {}, {}, '/header/Acme-Account'],
    ['no text', { 'Acme-Account': 7 }, {}, '/header/Acme-Account'],
    ['no header text', { 'Acme-Account': 'a\nb' }, {}, '/header/Acme-Account'],
    ['surplus', { 'Acme-Account': 'a1', Host: 'x' }, {}, '/header/Host'],
    ['no object', ['a1'], {}, '/header'],
    ['no key', { 'Acme-Account': 'a1' }, { idempotencyKey: '' }, '/options/idempotencyKey'],
  ])('%s: nothing is sent', async (_, header, options, path) => {
    const { client, sent } = setUpNeeding([]);
    const result = await client.createUser({ ...input, header } as never, options);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{ path }] } });
    expect(sent).toEqual([]);
  });

  test('without the one that its caller gives, a call does not compile', () => {
    const { client } = setUpNeeding([]);
    // @ts-expect-error the account is missing
    expect(() => client.createUser({ body: { name: 'Ann' } })).not.toThrow();
  });
});

describe('a success without a body', () => {
  const empty = (validators: Validate[], location?: string) =>
    createClient<Pick<Operations, 'createUser'>>(
      {
        provider: 'example',
        baseUrl: 'https://api.example.com',
        operations: { createUser: { method: 'POST', path: '/users', query: [], retry: 'never', empty: [201] } },
        validators: { createUser: { request: [has('name')], response: validators, error: [] } },
        sign: () => ({}),
      },
      {
        fetch: async () =>
          new Response(null, { status: 201, headers: location === undefined ? {} : { Location: location } }),
      },
    ).createUser({ body: { name: 'Ann' } });

  test.each([
    ['where no other has one', []],
    ['where others have one', [has('id')]],
  ])('%s: it may say where what it made is', async (_, validators) => {
    const location = 'https://api.example.com/users/7';
    expect(await empty(validators, location)).toMatchObject({ ok: true, status: 201, data: undefined, location });
    expect(await empty(validators)).not.toHaveProperty('location');
    expect(await empty(validators, 'a b')).not.toHaveProperty('location');
  });
});

test('a client says whose it is, and unwrap gives the data', async () => {
  const { client } = setUp([json({ id: '7' })]);
  expect(Reflect.get(client, Symbol.for('@amend/client provider'))).toBe('example');
  expect(unwrap(await client.getUser({ path: { id: '7' } }))).toEqual({ id: '7' });
});

test('the global fetch is looked up at each call', async () => {
  const client = createClient<Pick<Operations, 'getUser'>>({
    provider: 'example',
    baseUrl: 'https://api.example.com',
    operations: { getUser: { method: 'GET', path: '/users/{id}', query: [], retry: 'safe' } },
    validators: { getUser: { response: [has('id')], error: [] } },
    sign: () => ({}),
  });
  const fetch = vi.fn(async () => json({ id: '7' }));
  vi.stubGlobal('fetch', fetch);
  expect(await client.getUser({ path: { id: '7' } })).toMatchObject({ ok: true, data: { id: '7' } });
  vi.unstubAllGlobals();
  expect(fetch).toHaveBeenCalledExactlyOnceWith('https://api.example.com/users/7', expect.anything());
});

test('where the contract names no host, the caller does', async () => {
  const definition = { provider: 'test', baseUrl: '/v1', operations: {}, validators: {}, sign: () => ({}) };
  expect(() => createClient<Record<never, never>>(definition)).toThrow(
    'baseUrl must be given: the contract of test names no host.',
  );
  expect(() => createClient<Record<never, never>>(definition, { baseUrl: 'https://api.example.com' })).not.toThrow();
});

test('a baseUrl of the caller wins', async () => {
  const { client, sent } = setUp([json({ id: '7' })], { baseUrl: 'http://127.0.0.1:4010/v2/' });
  await client.getUser({ path: { id: '7' } });
  expect(sent[0]?.url).toBe('http://127.0.0.1:4010/v2/users/7');
  expect(() => setUp([], { baseUrl: 'http://api.example.com' })).toThrow('baseUrl must be https');
});

test('a body is sent as JSON', async () => {
  const { client, sent } = setUp([json({ id: '7' }, { status: 201 })]);
  expect(await client.createUser({ body: { name: 'Jane' } })).toMatchObject({ ok: true, status: 201 });
  expect(sent[0]).toMatchObject({
    headers: { 'Content-Type': 'application/json', 'X-Secret': 's3cret' },
    body: '{"name":"Jane"}',
  });
});

test.each<[string, () => Response | Error, ErrorKind, string | undefined]>([
  ['400', () => json({ message: 'no' }, { status: 400 }), 'rejected', undefined],
  ['401 without a body', () => new Response(null, { status: 401 }), 'unauthorized', undefined],
  ['403', () => json({}, { status: 403 }), 'unauthorized', undefined],
  ['404', () => json({}, { status: 404 }), 'not-found', undefined],
  ['409', () => json({}, { status: 409 }), 'rejected', undefined],
  ['429', () => json({}, { status: 429 }), 'rate-limited', undefined],
  ['500 in HTML', () => new Response('<h1>Oops</h1>', { status: 500 }), 'unavailable', undefined],
  ['300', () => json({}, { status: 300 }), 'malformed', 'redirect'],
  ['307', () => new Response(null, { status: 307, headers: { Location: 'https://other' } }), 'malformed', 'redirect'],
  ['200 without a body', () => new Response(''), 'malformed', 'no body'],
  ['200 in HTML', () => new Response('<h1>Hello</h1>'), 'malformed', 'no JSON'],
  ['200 in another shape', () => json({ user: 7 }), 'malformed', undefined],
  ['200 in the shape of an error', () => json({ message: 'no' }), 'rejected', undefined],
  ['200 that is too large', () => json({ id: 'x'.repeat(2 ** 20) }), 'malformed', 'too large'],
  [
    '200 of more values than a user could have',
    () => new Response(`[${Array.from({ length: 66_000 }, () => '{}')}]`),
    'malformed',
    'too many values',
  ],
  ['200 in no UTF-8', () => new Response(new Uint8Array([0x22, 0xff, 0x22])), 'malformed', 'invalid UTF-8'],
  ['200 with a prototype', () => new Response('{"id":"7","__proto__":{}}'), 'malformed', 'forbidden key'],
  ['a connection that is refused', refused, 'network', 'ECONNREFUSED'],
  ['any other failure', () => new Error('s3cret'), 'network', undefined],
])('%s', async (_, answer, kind, reason) => {
  const { client } = setUp([answer()], { retries: 0 });
  const result = await client.createUser({ body: { name: 'Jane' } });
  expect(result).toMatchObject({ ok: false, error: { name: 'ClientError', kind, reason, attempts: 1 } });
  expect(() => unwrap(result)).toThrow();
});

test('an error schema that fits anything makes no answer a refusal', async () => {
  const { client } = setUp([json({ user: 7 })], {}, () => true);
  expect(await client.createUser({ body: { name: 'Jane' } })).toMatchObject({ error: { kind: 'malformed' } });
});

test('what the provider said is there for who asks, and nowhere else', async () => {
  const { client } = setUp([json({ message: 'SSN 123-45-6789 is taken' }, { status: 400 })]);
  const result = await client.createUser({ body: { name: 'Jane' } });
  if (result.ok) throw new Error('It was rejected.');
  expect(result.error.body()).toEqual({ message: 'SSN 123-45-6789 is taken' });
  expect(result.error.message).toBe('example createUser was rejected by the provider; its answer says why (400).');
  expect(JSON.stringify(result)).not.toContain('6789');
});

test('a request that breaks the contract is not sent', async () => {
  const { client, sent } = setUp([]);
  // @ts-expect-error name is missing
  const result = await client.createUser({ body: { ssn: '123-45-6789' } });
  expect(result).toMatchObject({ ok: false, status: undefined, error: { kind: 'invalid', attempts: 0 } });
  expect(result.ok || result.error.message).toBe(
    'example createUser was not sent, because it breaks the contract: the body must have name.',
  );
  expect(await client.getUser({ path: { id: '..' } })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(sent).toEqual([]);
});

test('a query that is no plain value, and a body that nobody takes, are not sent', async () => {
  const { client, sent } = setUp([]);
  // @ts-expect-error a query parameter is a plain value
  const nested = await client.getUser({ path: { id: '7' }, query: { verbose: { a: 1 } } });
  expect(nested.ok || nested.error.issues).toEqual([
    { path: '/query/verbose', message: 'must be text, a number or a boolean' },
  ]);
  // @ts-expect-error this operation has no body
  const bodied = await client.getUser({ path: { id: '7' }, body: {} });
  expect(bodied.ok || bodied.error.issues).toEqual([
    { path: '', message: 'must be left out: this operation takes none' },
  ]);
  const cycle: { name: string; self?: object } = { name: 'Jane' };
  cycle.self = cycle;
  expect(await client.createUser({ body: cycle })).toMatchObject({ error: { kind: 'invalid', attempts: 0 } });
  expect(sent).toEqual([]);
});

test('what was sent stays known, even if the next attempt cannot be made', async () => {
  const random = () => {
    throw new Error('s3cret');
  };
  const { client, sent } = setUp([json({}, { status: 503 })], { random });
  const result = await client.getUser({ path: { id: '7' } });
  expect(result).toMatchObject({ status: 503, error: { kind: 'unavailable', attempts: 1 } });
  expect(sent).toHaveLength(1);
});

test('calls without types get results too', async () => {
  const { client } = setUp([json({ id: '7' })]);
  // @ts-expect-error the path is missing
  expect(await client.getUser(null)).toMatchObject({ error: { kind: 'invalid' } });
  // @ts-expect-error no options
  expect(await client.getUser({ path: { id: '7' } }, null)).toMatchObject({ ok: true });
});

test.each<[string, object, string]>([
  ['a signature that cannot be made is a result too', {}, '.'],
  ['for want of WebCrypto', { crypto: {} }, ': this runtime has no TextEncoder or no WebCrypto.'],
  ['for want of TextEncoder', { TextEncoder: undefined }, ': this runtime has no TextEncoder or no WebCrypto.'],
])('%s', async (_, globals, end) => {
  const client = createClient<Pick<Operations, 'getUser'>>({
    provider: 'example',
    baseUrl: 'https://api.example.com',
    operations: { getUser: { method: 'GET', path: '/users/{id}', query: ['verbose'], retry: 'safe' } },
    validators: { getUser: { response: [], error: [] } },
    sign: () => Promise.reject(new Error('s3cret')),
  });
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const result = await client.getUser({ path: { id: '7' } });
  vi.unstubAllGlobals();
  expect(result.ok || result.error.message).toBe(
    `example getUser was not sent, because it breaks the contract: the body cannot be signed${end}`,
  );
});

test('validation can be left to the provider', async () => {
  const { client, sent } = setUp([json({ user: 7 })], { validate: 'off' });
  // @ts-expect-error name is missing
  expect(await client.createUser({ body: {} })).toMatchObject({ ok: true, data: { user: 7 } });
  expect(sent).toHaveLength(1);
});

test('what may be repeated is, up to the limit', async () => {
  const busy = () => json({}, { status: 503 });
  const { client, sent } = setUp([busy(), new Error('reset'), json({ id: '7' })]);
  expect(await client.getUser({ path: { id: '7' } })).toMatchObject({ ok: true });
  expect(sent).toHaveLength(3);

  const given = setUp([busy(), busy(), busy(), json({ id: '7' })]);
  expect(await given.client.getUser({ path: { id: '7' } })).toMatchObject({
    error: { kind: 'unavailable', attempts: 3 },
  });
});

describe('an operation that answers without a body', () => {
  const clientFor = (answer: () => Response) =>
    createClient<{ stop: { parameters: { path?: never; query?: never }; responses: { 204: { content?: never } } } }>(
      {
        provider: 'example',
        baseUrl: 'https://api.example.com',
        operations: { stop: { method: 'POST', path: '/stop', query: [], retry: 'never' } },
        validators: { stop: { response: [], error: [has('message')] } },
        sign: () => ({}),
      },
      { fetch: async () => answer() },
    );

  test.each<[string, () => Response, number]>([
    ['204', () => new Response(null, { status: 204 }), 204],
    ['200 without a body', () => new Response(''), 200],
  ])('%s is a success without data', async (_, answer, status) => {
    expect(await clientFor(answer).stop()).toEqual({ ok: true, data: undefined, status, attempts: 1 });
  });

  test.each<[string, () => Response, string]>([
    ['HTML', () => new Response('<h1>Hello</h1>'), 'no JSON'],
    ['a redirect', () => new Response(null, { status: 302 }), 'redirect'],
  ])('%s is none', async (_, answer, reason) => {
    expect(await clientFor(answer).stop()).toMatchObject({
      ok: false,
      error: { kind: 'malformed', reason, isUncertain: true },
    });
  });
});

test('a create is repeated only if nothing was sent', async () => {
  const reset = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
  const once = setUp([reset, json({ id: '7' })]);
  expect(await once.client.createUser({ body: { name: 'Jane' } })).toMatchObject({ error: { kind: 'network' } });
  expect(once.sent).toHaveLength(1);

  const twice = setUp([refused(), json({ id: '7' })]);
  expect(await twice.client.createUser({ body: { name: 'Jane' } })).toMatchObject({ ok: true });
  expect(twice.sent).toHaveLength(2);
});

test('no one waits for longer than the deadline, whatever Retry-After says', async () => {
  const { client, sent } = setUp([json({}, { status: 429, headers: { 'Retry-After': '40' } })]);
  expect(await client.getUser({ path: { id: '7' } })).toMatchObject({
    error: { kind: 'rate-limited', attempts: 1, retryAfter: 40_000 },
  });
  expect(sent).toHaveLength(1);
});

test('a call ends at its deadline, even if fetch never does', async () => {
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: {
        getUser: { method: 'GET', path: '/users/{id}', query: ['verbose'], retry: 'safe' },
        createUser: { method: 'POST', path: '/users', query: [], retry: 'never' },
      },
      validators: { getUser: { response: [], error: [] }, createUser: { response: [], error: [] } },
      sign: () => ({}),
    },
    { fetch: () => new Promise(() => {}), timeout: 20 },
  );
  expect(await client.getUser({ path: { id: '7' } })).toMatchObject({ error: { kind: 'timeout', attempts: 1 } });

  const controller = new AbortController();
  const aborted = client.getUser({ path: { id: '7' } }, { signal: controller.signal, timeout: 10_000 });
  await new Promise((resolve) => setTimeout(resolve));
  controller.abort(new Error('s3cret'));
  expect(await aborted).toMatchObject({ error: { kind: 'aborted', attempts: 1 } });

  const before = await client.getUser({ path: { id: '7' } }, { signal: AbortSignal.abort() });
  expect(before).toMatchObject({ error: { kind: 'aborted', attempts: 0 } });
});

test('a key in the query is repeated only if it can be a name', async () => {
  const { client } = setUp([]);
  // @ts-expect-error there is no such parameter
  const result = await client.getUser({ path: { id: '7' }, query: { '123-45-6789': 'Jane' } });
  expect(result).toMatchObject({ error: { kind: 'invalid', issues: [{ path: '/query/a field' }] } });
});

describe('a clock that is not the provider’s', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  const refusal = (status: number, date: string) => json({}, { status, headers: { Date: date } });
  const clock =
    "example getUser was refused, and this machine's clock is not the provider's; set the clock, or else check the credentials";
  const credentials = 'example getUser was refused; check the credentials';

  test.each<[string, Response, signsTime: boolean, want: string]>([
    ['an hour behind', refusal(401, 'Fri, 27 Nov 2026 13:00:00 GMT'), true, `${clock} (401, clock).`],
    ['an hour ahead', refusal(403, 'Fri, 27 Nov 2026 11:00:00 GMT'), true, `${clock} (403, clock).`],
    ['61 seconds behind', refusal(401, 'Fri, 27 Nov 2026 12:01:01 GMT'), true, `${clock} (401, clock).`],
    ['a minute behind', refusal(401, 'Fri, 27 Nov 2026 12:01:00 GMT'), true, `${credentials} (401).`],
    ['right', refusal(401, 'Fri, 27 Nov 2026 12:00:00 GMT'), true, `${credentials} (401).`],
    ['not known', json({}, { status: 401 }), true, `${credentials} (401).`],
    ['told wrongly', refusal(401, 'yesterday'), true, `${credentials} (401).`],
    ['of no matter', refusal(401, 'Fri, 27 Nov 2026 13:00:00 GMT'), false, `${credentials} (401).`],
    [
      'not what it is refused for',
      refusal(404, 'Fri, 27 Nov 2026 13:00:00 GMT'),
      true,
      'example getUser found nothing under this address (404).',
    ],
  ])('%s', async (_, answer, signsTime, want) => {
    const { client } = setUp([answer], { now: () => now }, undefined, signsTime);
    const result = await client.getUser({ path: { id: '7' } });
    expect(result.ok || result.error.message).toBe(want);
  });

  test('a date to wait for is held against the provider’s own', async () => {
    const headers = { Date: 'Fri, 27 Nov 2026 13:00:00 GMT', 'Retry-After': 'Fri, 27 Nov 2026 13:02:00 GMT' };
    const { client } = setUp([json({}, { status: 429, headers })], { now: () => now });
    expect(await client.getUser({ path: { id: '7' } })).toMatchObject({ error: { retryAfter: 120_000 } });
  });
});

test('who gives up just before a wait does not wait', async () => {
  const controller = new AbortController();
  const random = () => {
    controller.abort();
    return 0;
  };
  const { client, sent } = setUp([json({}, { status: 503, headers: { 'Retry-After': '25' } })], { random });
  const result = await client.getUser({ path: { id: '7' } }, { signal: controller.signal });
  expect(result).toMatchObject({ error: { kind: 'aborted', attempts: 1 } });
  expect(sent).toHaveLength(1);
}, 10_000);

test.each([
  [{ timeout: Number.NaN }, 'timeout must be a positive number of milliseconds, or Infinity for no limit.'],
  [{ timeout: 0 }, 'timeout must be a positive number of milliseconds, or Infinity for no limit.'],
  [{ timeout: '5000' as never }, 'timeout must be a positive number of milliseconds, or Infinity for no limit.'],
  [{ retries: -1 }, 'retries must be a number from 0.'],
  [{ maxResponseBytes: Number.NaN }, 'maxResponseBytes must be a number from 0.'],
])('%o is misuse', (options, message) => {
  expect(() => setUp([], options)).toThrow(new TypeError(message));
});
