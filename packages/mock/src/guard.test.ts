import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { readHost, readOrigin } from './guard.ts';
import { createMock, type MockOptions } from './index.ts';
import { anyCredentials, ids } from './testing/call.ts';

const user = `/machnet/users/${ids.unverified}`;
const controls = ['/__amend', '/__amend/users', '/__amend/requests', '/__amend/nothing', '/machnet/../__amend/routes'];
const foreign = ['https://evil.example', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example', 'null', ''];
const local = [
  'http://localhost:5173',
  'https://localhost',
  'http://127.0.0.1:3000',
  'http://127.1.2.3',
  'http://[::1]:80801',
  'http://app.localhost:8080',
];

type Ask = (path: string, headers: Record<string, string>, method?: string) => Promise<Response>;

const askIn =
  (mock: Awaited<ReturnType<typeof createMock>>): Ask =>
  (path, headers, method = 'GET') =>
    mock.fetch(`http://localhost:4010${path}`, { method, headers: { ...anyCredentials, ...headers } });

const askWith = async (options: MockOptions = {}): Promise<Ask> =>
  askIn(await createMock({ only: ['machnet'], ...options }));

const ask = await askWith();

const isRefused = async (answer: Promise<Response>, says: string) => {
  const { status, headers, ...response } = await answer.then(async (each) => ({
    status: each.status,
    headers: each.headers,
    body: await each.text(),
  }));
  expect(status).toBe(403);
  expect(headers.get('access-control-allow-origin')).toBe(null);
  expect(headers.get('access-control-allow-private-network')).toBe(null);
  expect(JSON.parse(response.body).detail).toContain(says);
};

const preflight = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Private-Network': 'true' };

describe('/__amend is closed to pages of another origin', () => {
  test.each(controls.flatMap((path) => [...foreign, ...local].map((origin) => [path, origin])))(
    '%s from %j',
    async (path = '', Origin = '') => {
      await isRefused(ask(path, { Origin }), '--origin ORIGIN');
      await isRefused(ask(path, { Origin, 'Content-Type': 'text/plain' }, 'POST'), '--origin ORIGIN');
      await isRefused(ask(path, { Origin, ...preflight }, 'OPTIONS'), '--origin ORIGIN');
    },
  );

  test.each(['cross-site', 'same-site', 'elsewhere'])('a picture or a link of a page that is %s', async (site) => {
    await isRefused(ask('/__amend/users', { 'Sec-Fetch-Site': site }), '--origin ORIGIN');
    await isRefused(
      ask('/__amend/users', { 'Sec-Fetch-Site': site, Origin: 'http://localhost:4010' }),
      '--origin ORIGIN',
    );
  });

  test('nothing is changed, and nothing is logged', async () => {
    const mock = await createMock({ only: ['machnet'] });
    const askIt = askIn(mock);
    await askIt(user, {}, 'DELETE');
    for (const [method, path] of [
      ['POST', '/__amend/reset'],
      ['DELETE', '/__amend/requests'],
      ['GET', user],
    ] as const)
      await isRefused(askIt(path, { Origin: 'https://evil.example' }, method), '');
    expect(await (await askIt('/__amend/requests', {})).json()).toMatchObject([{ method: 'DELETE' }]);
  });

  test.each<[name: string, headers: Record<string, string>, allowed: string | null]>([
    ['a tool', {}, null],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }, null],
    ['a page of its own', { 'Sec-Fetch-Site': 'same-origin' }, null],
    ['a page of its own that posts', { Origin: 'http://localhost:4010' }, 'http://localhost:4010'],
  ])('%s is answered, and nobody by a star', async (_, headers, allowed) => {
    const response = await ask('/__amend/users', headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(response.headers.get('vary')).toBe('Origin');
  });

  test('a page that the developer named is answered, whatever its site', async () => {
    const named = await askWith({ origins: ['http://localhost:5173/', 'capacitor://localhost', 'null'] });
    for (const Origin of ['http://localhost:5173', 'capacitor://localhost', 'null']) {
      const headers = { Origin, 'Sec-Fetch-Site': 'cross-site' };
      expect((await named('/__amend/users', headers)).headers.get('access-control-allow-origin')).toBe(Origin);
    }
    await isRefused(named('/__amend/users', { Origin: 'http://localhost:5174' }), '--origin ORIGIN');
  });
});

describe('the providers answer the pages of this machine', () => {
  test.each(local.filter((origin) => !origin.endsWith('80801')))('%s', async (Origin) => {
    const response = await ask(user, { Origin, 'Sec-Fetch-Site': 'cross-site' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, Origin]);
    const { status, headers } = await ask(user, { Origin, ...preflight }, 'OPTIONS');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, Origin]);
    expect(headers.get('access-control-allow-private-network')).toBe('true');
  });

  test.each([
    ...foreign,
    'http://[::1]:80801',
    'http://localhost:5173/path',
    'http://localhost:5173, https://evil.example',
    'ftp://localhost',
    'http://user@localhost',
    'https://203.0.113.7',
  ])('and not %j', async (Origin) => {
    await isRefused(ask(user, { Origin }), 'pages of this machine, and no other page; start the mock with --origin');
    await isRefused(ask(user, { Origin, ...preflight }, 'OPTIONS'), '--origin ORIGIN');
  });

  test('nor a picture or a link of another site', async () => {
    await isRefused(ask(user, { 'Sec-Fetch-Site': 'cross-site' }), '--origin ORIGIN');
    expect((await ask(user, { 'Sec-Fetch-Site': 'same-site' })).status).toBe(200);
  });

  test('or those that the developer named, and no others', async () => {
    const named = await askWith({ origins: ['https://app.example'] });
    const response = await named(user, { Origin: 'https://app.example', 'Sec-Fetch-Site': 'cross-site' });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    await isRefused(named(user, { Origin: 'http://localhost:5173' }), 'that it was told of');
  });
});

describe('a server is asked by its own names alone', async () => {
  const mock = await createMock({ only: ['machnet'], hosts: ['mock', 'mock.example'] });
  afterAll(() => mock.close());
  const ports: Record<string, number> = {};
  for (const host of ['127.0.0.1', '0.0.0.0', 'localhost']) ports[host] = (await mock.listen({ host })).port;

  /** The status for a request line and its Host, written as they are. */
  const statusOf = async (boundTo: string, host: string | undefined, target = user): Promise<number> => {
    const socket = connect(ports[boundTo] ?? 0, '127.0.0.1');
    await once(socket, 'connect');
    const lines = [
      `GET ${target} HTTP/1.${host === undefined ? 0 : 1}`,
      ...(host === undefined ? [] : [`Host: ${host}`]),
      'X-Client-Id: any',
      'X-Client-Secret: any',
      'Connection: close',
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    return Number((await text(socket)).split(' ')[1]);
  };

  const own = [
    'localhost:4010',
    'LOCALHOST',
    'localhost.:1',
    '127.0.0.1:4010',
    '[::1]:4010',
    '0.0.0.0',
    'api.localhost',
  ];

  test.each([...own, 'mock:4010', 'mock.example'])('%s', async (host) => {
    expect(await statusOf('127.0.0.1', host)).toBe(200);
    expect(await statusOf('127.0.0.1', host, '/__amend/users')).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:4010',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'notlocalhost.example',
    'mock.evil.example',
    'localhost@evil.example',
    'evil.example/localhost',
    '203.0.113.7',
  ])('and not %j', async (host) => {
    expect([400, 403]).toContain(await statusOf('127.0.0.1', host));
    expect([400, 403]).toContain(await statusOf('127.0.0.1', host, '/__amend/users'));
    expect([400, 403]).toContain(await statusOf('127.0.0.1', 'localhost', `http://${host}${user}`));
    expect([400, 403]).toContain(await statusOf('localhost', host));
  });

  test.each(['api', 'host.docker.internal', 'api.test'])(
    '%s, which nobody can own, for the providers alone',
    async (host) => {
      expect(await statusOf('127.0.0.1', host)).toBe(200);
      expect(await statusOf('127.0.0.1', host, '/__amend/users')).toBe(403);
    },
  );

  test('an address in the request line is no way around the header', async () => {
    expect(await statusOf('127.0.0.1', 'localhost', `http://localhost${user}`)).toBe(200);
    expect(await statusOf('127.0.0.1', 'evil.example', `http://localhost${user}`)).toBe(403);
  });

  test('who listens on more than this machine is asked by any address, and by no other name', async () => {
    expect(await statusOf('0.0.0.0', '192.168.1.5:4010')).toBe(200);
    expect(await statusOf('0.0.0.0', '[fd00::1]:4010')).toBe(200);
    expect(await statusOf('0.0.0.0', 'evil.example')).toBe(403);
  });

  test('an empty name is none', async () => expect(await statusOf('127.0.0.1', '')).toBe(403));

  test('who says no name, as in HTTP/1.0, is no browser', async () => {
    expect(await statusOf('127.0.0.1', undefined)).toBe(200);
  });
});

test.each(['0.0.0.0', '::', '0'])('bound to %s, it says an address that works', async (host) => {
  const mock = await createMock({ only: ['machnet'] });
  const { url, port } = await mock.listen({ host }).catch(({ code }) => {
    // A machine may have no IPv6.
    expect([host, code]).toEqual(['::', 'EAFNOSUPPORT']);
    return mock.listen({ host: '0.0.0.0' });
  });
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect((await fetch(`${url}/__amend/routes`)).status).toBe(200);
  await mock.close();
});

test.each([
  ['http://localhost:5173', 'http://localhost:5173'],
  ['HTTPS://App.example:443/', 'https://app.example'],
  ['capacitor://localhost', 'capacitor://localhost'],
  ['null', 'null'],
  ['*', undefined],
  ['http://*.example', undefined],
  ['http://a.example/path', undefined],
  ['http://user@a.example', undefined],
  ['http://a.example:99999', undefined],
  ['localhost:5173', undefined],
  ['', undefined],
])('the origin %j is read as %j', (origin, want) => expect(readOrigin(origin)).toBe(want));

test.each([
  ['mock', 'mock'],
  ['My_Service.internal.', 'my_service.internal'],
  ['::1', '[::1]'],
  ['[::1]', '[::1]'],
  ['mock:4010', undefined],
  ['[::1]:4010', undefined],
  ['http://mock', undefined],
  ['', undefined],
])('the host %j is read as %j', (host, want) => expect(readHost(host)).toBe(want));

test.each([
  [{ origins: ['*'] }, 'origins may hold origins'],
  [{ hosts: ['mock:4010'] }, 'hosts may hold names'],
])('%j is a misuse', async (options, says) => {
  await expect(createMock(options)).rejects.toThrow(says);
});
