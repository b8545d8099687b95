import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { anyCredentials, ids } from './testing/call.ts';

const outside = mkdtempSync(join(tmpdir(), 'amend-outside-'));
const folder = mkdtempSync(join(tmpdir(), 'amend-pages-'));
const files = {
  'index.html': '<!doctype html><title>The page</title>',
  'page.js': 'console.log(1);',
  'page.css': 'a{}',
  'data.json': '{}',
  'contracts/machnet@v4.json': '{"a":1}',
  'picture.png': '\u0089PNG',
  'docs/index.html': 'docs',
  'a file': 'spaced',
  '.hidden': 'hidden',
  'machnet/users': 'shadow',
  '__amend/routes': 'shadow',
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
}
writeFileSync(join(outside, 'secret.txt'), 'secret');
symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
symlinkSync(outside, join(folder, 'linked'));
symlinkSync(join(folder, 'page.js'), join(folder, 'same.js'));

const mock = await createMock({ only: ['machnet'] });
const { url, port } = await mock.listen({ pages: pathToFileURL(folder) });
afterAll(async () => {
  await mock.close();
  for (const each of [outside, folder]) rmSync(each, { recursive: true });
});

const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url + path, { method, headers });

test('a browser gets the page, which may run its own files and call this machine', async () => {
  const page = await get('/', browser);
  expect([page.status, await page.text()]).toEqual([200, files['index.html']]);
  const headers = Object.fromEntries(page.headers);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'Accept, Origin',
  });
  expect(headers['content-security-policy']?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' http://127.0.0.1:*",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test.each(['*/*', 'application/json', 'application/json, text/plain, */*', 'text/html;q=0.1, */*', '', undefined])(
  'who takes %j has what is there without it',
  async (accept) => {
    const bare = await createMock({ only: ['machnet'] });
    const without = await bare.listen();
    const headers = accept === undefined ? {} : { Accept: accept };
    const [here, there] = await Promise.all([get('/', headers), fetch(`${without.url}/`, { headers })]);
    expect([here.status, here.headers.get('content-type'), await here.text()]).toEqual([
      there.status,
      there.headers.get('content-type'),
      await there.text(),
    ]);
    await bare.close();
  },
);

test.each([
  ['/page.js', 'text/javascript; charset=utf-8', 'page.js'],
  ['/page.css', 'text/css; charset=utf-8', 'page.css'],
  ['/data.json', 'application/json', 'data.json'],
  ['/contracts/machnet@v4.json', 'application/json', 'contracts/machnet@v4.json'],
  ['/picture.png', 'image/png', 'picture.png'],
  ['/docs/', 'text/html; charset=utf-8', 'docs/index.html'],
  ['/page.js?v=1', 'text/javascript; charset=utf-8', 'page.js'],
  ['/same.js', 'text/javascript; charset=utf-8', 'page.js'],
] as const)('%s is %s', async (path, type, name) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, files[name]]);
  const head = await get(path, {}, 'HEAD');
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, type, '']);
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(files[name])));
});

/** As it is written: a `fetch` would have tidied the path up. */
const ask = async (line: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(`${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
  return text(socket);
};

test.each([
  '/../secret.txt',
  '/docs/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/docs/%2e%2e%2f%2e%2e%2fetc/passwd',
  '//etc/passwd',
  '/./.hidden',
  '/.hidden',
  '/%2ehidden',
  '/link.txt',
  '/linked/secret.txt',
  '/linked/',
  '/page.js%00.txt',
  '/page.js/',
  '/C:/Windows/win.ini',
  '/page.js::$DATA',
  '/a%20file',
  '/docs',
  '/contracts/',
  `/${'a/'.repeat(3000)}`,
  `/${'a'.repeat(9000)}`,
  '/%E0%A4%A',
  'http://127.0.0.1/../secret.txt',
])('GET %j leads to no file', async (path) => {
  const answer = await ask(`GET ${path}`);
  expect(answer).toMatch(/^HTTP\/1\.1 (?:404|400) /);
  expect(answer).not.toMatch(/secret\n?$|hidden$|root:|spaced/);
});

test('what the mock serves itself, it serves', async () => {
  const user = await get(`/machnet/users/${ids.verified}`, { ...anyCredentials, ...browser });
  expect((await user.json()).id).toBe(ids.verified);
  expect(await (await get('/machnet/users', browser)).text()).not.toContain('shadow');
  expect(await (await get('/__amend/routes')).text()).toContain('updateUser');
  expect((await get('/', browser, 'POST')).status).toBe(404);
  const requests = await (await get('/__amend/requests')).json();
  expect(requests.filter(({ method, provider }: never) => method === 'GET' && !provider)).not.toContainEqual(
    expect.objectContaining({ status: 200 }),
  );
});

describe('who may have them', () => {
  const asked = (headers: Record<string, string>, path = '/') => get(path, { ...browser, ...headers });
  const opened = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

  test.each<[name: string, headers: Record<string, string>, status: number, path?: string]>([
    ['the address bar', { 'Sec-Fetch-Site': 'none', ...opened }, 200],
    ['a link of another site', { 'Sec-Fetch-Site': 'cross-site', ...opened }, 200],
    ['a frame of another site', { 'Sec-Fetch-Site': 'cross-site', ...opened, 'Sec-Fetch-Dest': 'iframe' }, 403],
    ['a script of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403, '/page.js'],
    ['a link of another site to a file', { 'Sec-Fetch-Site': 'cross-site', ...opened }, 403, '/data.json'],
    ['a link to the control', { 'Sec-Fetch-Site': 'cross-site', ...opened }, 403, '/__amend/users'],
    ['the page that asks for the control', { 'Sec-Fetch-Site': 'same-origin' }, 200, '/__amend/contracts'],
    ['the page', { 'Sec-Fetch-Site': 'same-origin', Origin: url }, 200, '/__amend/contracts'],
    ['a page of another origin', { Origin: 'http://localhost:1' }, 403, '/__amend/contracts'],
  ])('%s: %s %s', async (_, headers, status, path) => {
    // `fetch` sets these itself.
    const lines = Object.entries({ ...browser, ...headers, Accept: path ? '*/*' : browser.Accept });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const answer = await ask(`GET ${path ?? '/'} HTTP/1.1\r\n${head}X:`);
    expect(answer.slice(9, 12)).toBe(String(status));
  });

  test('by a name that a stranger can own, nobody', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.end('GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('the page may set a status', async () => {
    const headers = { Origin: url, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
    const { status } = await asked({ ...headers }, '/__amend/users').then(() =>
      fetch(`${url}/__amend/users/machnet/${ids.verified}/status`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ status: 'SUSPENDED' }),
      }),
    );
    expect(status).toBe(200);
  });
});

describe('the folder', () => {
  const serve = async (pages: Parameters<typeof mock.listen>[0] & object) => {
    const server = await mock.listen(pages);
    return (path = '/') => fetch(server.url + path, { headers: browser });
  };

  test('as a path, or as what a function gives, and not before a browser asks', async () => {
    expect((await (await serve({ pages: folder }))()).status).toBe(200);
    let calls = 0;
    const ask = await serve({
      pages: async () => {
        calls += 1;
        return pathToFileURL(`${folder}/`);
      },
    });
    expect(calls).toBe(0);
    await Promise.all([ask(), ask('/page.js'), ask('/data.json')]);
    expect(calls).toBe(1);
  });

  test.each([
    ['is not there', { pages: join(folder, 'nowhere') }, 'The page is not there: its folder has no index.html.\n'],
    [
      'cannot be made, which is tried again',
      {
        pages: () => {
          throw new Error('See the lines above.');
        },
      },
      'The page is not there: See the lines above.\n',
    ],
  ])('%s', async (_, options, says) => {
    const ask = await serve(options);
    for (let call = 0; call < 2; call += 1) {
      const answer = await ask();
      expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
        503,
        'text/plain; charset=utf-8',
        says,
      ]);
    }
  });

  test('is read anew at each request', async () => {
    const ask = await serve({ pages: folder });
    writeFileSync(join(folder, 'late.txt'), 'one');
    expect(await (await ask('/late.txt')).text()).toBe('one');
    writeFileSync(join(folder, 'late.txt'), 'two');
    expect(await (await ask('/late.txt')).text()).toBe('two');
  });
});
