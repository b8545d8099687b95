import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { bodiesLike } from './testing/bodies.ts';
import { anyCredentials, ids } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';

// One mock asked in process and its twin asked on a port, with the same requests in the same order.

const now = () => Date.UTC(2026, 10, 22);
const [inProcess, onPort] = await Promise.all([createMock({ seed: 'twins', now }), createMock({ seed: 'twins', now })]);
const { url } = await onPort.listen();
afterAll(() => onPort.close());

/** What the connection adds. */
const ofTheConnection = ['connection', 'date', 'keep-alive', 'content-length', 'transfer-encoding'];

const read = async (response: Response) => ({
  status: response.status,
  statusText: response.statusText,
  headers: [...response.headers].filter(([name]) => !ofTheConnection.includes(name)),
  body: await response.text(),
});

const known = [...Object.values(ids), 'nobody', '%2F', 'a b'];

const page = { Origin: 'http://localhost:3000' };

/** What each operation is asked with: headers, and another method than its own. */
const manners: readonly (readonly [headers: Readonly<Record<string, string>>, method?: string])[] = [
  [{}],
  [{ Prefer: 'rules=off' }],
  [{ Prefer: 'code=400' }],
  [page],
  [{ ...page, 'Access-Control-Request-Method': 'PUT' }],
  [{ 'api-key': '', api_key: '', EPOCH: '' }],
  [{ Accept: 'text/html' }],
  [{ 'Content-Type': 'text/plain' }],
  [{}, 'PUT'],
  [{}, 'HEAD'],
  [page, 'OPTIONS'],
  [{ ...page, 'Access-Control-Request-Method': 'PUT' }, 'OPTIONS'],
];

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

test('both fronts give the same answers', async () => {
  const statuses = new Set<number>();
  const ask = async (path: string, init: RequestInit) => {
    const [ours, theirs] = await Promise.all([
      inProcess.fetch(url + path, init).then(read),
      fetch(url + path, init).then(read),
    ]);
    statuses.add(theirs.status);
    expect(ours).toEqual(theirs);
  };
  for (const [index, { contract, provider, path, bodies, ...operation }] of requestExamples.entries())
    for (const [at, [headers, method = operation.method]] of manners.entries()) {
      if (times === 1 && at % 4 !== index % 4) continue;
      const paths = fc.constantFrom(...known).map((id) => contract.prefix + path.replace('{user_id}', id));
      const asked = bodies.length > 0 ? bodiesLike(bodies) : fc.constant(undefined);
      const property = fc.asyncProperty(paths, asked, (at, body) => {
        const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
        return ask(at, {
          method,
          headers: {
            ...anyCredentials,
            ...(provider === 'stilt' && { 'Content-MD5': hasBody ? 'any' : '' }),
            ...(hasBody && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(hasBody && { body: JSON.stringify(body) }),
        });
      });
      await fc.assert(property, { numRuns: 1 });
    }
  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 204, 400, 401, 404, 405, 406, 415, 422]));
});

test('a signal ends a call in process as it does on a port', async () => {
  for (const ask of [inProcess.fetch, fetch]) {
    await ask(`${url}/__amend/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"latency":500}',
    });
    const signal = AbortSignal.timeout(20);
    await expect(ask(`${url}/stilt/users`, { headers: anyCredentials, signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  }
  await expect(inProcess.fetch(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

describe('what the body is made of', () => {
  const path = `${url}/machnet/users/${ids.unverified}`;
  const streamOf = (...parts: readonly string[]) => new Response(new Blob([...parts])).body;
  const form = new FormData();
  form.set('city', 'Albany');

  test.each<[name: string, body: () => BodyInit | null, type: string | undefined, status: number]>([
    ['text', () => '{"city":"Albany"}', 'application/json', 200],
    ['text without a type', () => '{"city":"Albany"}', undefined, 415],
    ['bytes', () => new TextEncoder().encode('{"city":"Albany"}'), 'application/json', 200],
    ['a stream', () => streamOf('{"city":', '"Albany"}'), 'application/json', 200],
    ['a stream of nothing', () => streamOf(), 'application/json', 400],
    ['a blob', () => new Blob(['{"city":"Albany"}'], { type: 'application/json' }), undefined, 200],
    ['a form', () => form, undefined, 415],
    ['parameters', () => new URLSearchParams({ city: 'Albany' }), undefined, 415],
  ])('%s', async (_, body, type, status) => {
    const headers = { ...anyCredentials, ...(type && { 'Content-Type': type }) };
    const init = () => ({ method: 'PATCH', headers, body: body(), duplex: 'half' }) as RequestInit;
    const theirs = await fetch(path, init()).then(read);
    expect(theirs.status).toBe(status);
    expect(await inProcess.fetch(path, init()).then(read)).toEqual(theirs);
    await onPort.fetch(path, init());
    expect(await inProcess.fetch(new Request(path, init())).then(read)).toEqual(theirs);
  });
});

describe('a call that is given up', () => {
  const path = `${url}/machnet/users/${ids.verified}`;
  const headers = { ...anyCredentials, 'Content-Type': 'application/json' };
  const fronts: readonly [string, typeof fetch][] = [
    ['in process', inProcess.fetch as typeof fetch],
    ['on a port', fetch],
  ];
  const cityNow = async (ask: typeof fetch) => (await (await ask(path, { headers: anyCredentials })).json()).city;

  test.each(fronts)('before it began changes nothing, %s', async (_, ask) => {
    const before = await cityNow(ask);
    const init = { method: 'PATCH', headers, body: '{"city":"Nowhere"}', signal: AbortSignal.abort() };
    await expect(ask(path, init)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await cityNow(ask)).toBe(before);
  });

  test.each(fronts)('while its body is on the way ends, %s', async (_, ask) => {
    const body = new ReadableStream({ pull: () => new Promise(() => {}) });
    const init = { method: 'PATCH', headers, body, duplex: 'half', signal: AbortSignal.timeout(20) };
    await expect(ask(path, init as RequestInit)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test.each(fronts)('because its body fails does as fetch does, %s', async (_, ask) => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('planted')) });
    const init = { method: 'PATCH', headers, body, duplex: 'half' };
    await expect(ask(path, init as RequestInit)).rejects.toMatchObject({
      name: 'TypeError',
      cause: { message: 'planted' },
    });
  });
});

test.each([
  '/machnet/users/550371f4-b6cc-4402-9382-ffecf487d4db',
  '/stilt/users',
  '/hpay/api/v1/users/',
  '/machnet/users/nobody',
  '/ingo/v4/user/update',
  '/nowhere',
  '/__amend/users',
  '/__amend/reset',
])('HEAD %s is a GET without a body', async (path) => {
  for (const front of [inProcess.fetch, fetch]) {
    const init = { headers: { ...anyCredentials, ...(path.startsWith('/stilt') && { 'Content-MD5': '' }) } };
    const got = await front(url + path, init);
    const head = await front(url + path, { ...init, method: 'HEAD' });
    expect({ status: head.status, type: head.headers.get('content-type') }).toEqual({
      status: got.status,
      type: got.headers.get('content-type'),
    });
    expect(head.headers.get('content-length')).toBe(String((await got.arrayBuffer()).byteLength));
    expect(await head.text()).toBe('');
  }
});
