import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { servePage } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-page-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The page</title>');
writeFileSync(join(folder, 'page.js'), 'console.log(1);');

const asked: (readonly string[])[] = [];
const { url, port, close } = await servePage({
  pages: folder,
  start: '/?own#/start',
  below: '/own',
  tell: async (parts) => {
    asked.push(parts);
    return parts[0] === 'users' ? { status: 200, body: { secret: 'kept' } } : undefined;
  },
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  asked.length = 0;
});

/** As it is written: a `fetch` would set some of these headers by itself. */
const ask = async (line: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`${line} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return text(socket);
};
const user = 'GET /own/users/u7';
const opened = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
const strangers = ['https://evil.example', 'http://localhost:5173', 'http://127.0.0.1:4010', 'null', 'file://', ''];

test.each<[who: string, headers: Record<string, string>]>([
  ['a tool', {}],
  ['its page', { 'Sec-Fetch-Site': 'same-origin' }],
  ['its page, which says so', { Origin: url, 'Sec-Fetch-Site': 'same-origin' }],
  ['the address bar', { 'Sec-Fetch-Site': 'none', ...opened }],
  ['a tool, by another name of this machine', { Host: `localhost:${port}` }],
])('%s is told', async (_, headers) => {
  const answer = await ask(user, headers);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('{"secret":"kept"}');
  expect(answer).toMatch(/^cache-control: no-store\r$/im);
  expect(asked).toEqual([['users', 'u7']]);
});

test.each<[who: string, headers: Record<string, string>, line?: string]>([
  ...strangers.map((Origin): [string, Record<string, string>] => [`a page of ${Origin || 'nowhere'}`, { Origin }]),
  [
    'a page that asks for leave',
    { Origin: strangers[1] ?? '', 'Access-Control-Request-Method': 'GET' },
    'OPTIONS /own/users/u7',
  ],
  ['a script of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ['a script of another port', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ['a link of another site', { 'Sec-Fetch-Site': 'cross-site', ...opened }],
  ['a frame of another site', { 'Sec-Fetch-Site': 'cross-site', ...opened, 'Sec-Fetch-Dest': 'iframe' }, 'GET /?own'],
  ['a name that leads here', { Host: 'evil.example' }],
  ['a name that leads here, to the page', { Host: 'evil.example', ...opened }, 'GET /?own'],
  ['a name in a network', { Host: 'keeper' }],
  ['a name of a container', { Host: 'keeper.internal' }],
  ['an address of a network', { Host: '192.168.1.5' }],
  ['a name in the request line', {}, 'GET http://evil.example/own/users/u7'],
])('%s is told nothing', async (_, headers, line = user) => {
  const answer = await ask(line, headers);
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(answer).not.toMatch(/kept|access-control-allow/i);
  expect(answer).toMatch(
    /"detail":"(?:This server answers tools and pages of its own origin, and no other page|The Host header holds no name of this machine)\."/,
  );
  expect(asked).toEqual([]);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s changes nothing', async (method) => {
  expect(await ask(`${method} /own/users/u7`, { 'Content-Length': '0' })).toMatch(/^HTTP\/1\.1 405 /);
  expect(asked).toEqual([]);
});

test.each<[path: string, parts: string[] | undefined]>([
  ['/own/users/a%2Fb%20c?x=1', ['users', 'a/b c']],
  ['/own/nothing', ['nothing']],
  ['/own/', undefined],
  ['/own', undefined],
  ['/own/users/', undefined],
  ['/own/users/%E0%A4%A', undefined],
  ['/else/users/u7', undefined],
])('%s is asked for as %j', async (path, parts) => {
  expect(await ask(`GET ${path}`)).toMatch(parts?.[0] === 'users' ? /^HTTP\/1\.1 200 / : /^HTTP\/1\.1 404 /);
  expect(asked).toEqual(parts ? [parts] : []);
});

test('a browser is led to the page, from wherever', async () => {
  const browser = { Accept: 'text/html', 'Sec-Fetch-Site': 'cross-site', ...opened };
  expect(await ask('GET /', browser)).toMatch(/^HTTP\/1\.1 302 [\s\S]*^location: \/\?own#\/start\r$/im);
  const page = await ask('GET /?own', browser);
  expect(page).toMatch(/^HTTP\/1\.1 200 [\s\S]*^content-security-policy: [\s\S]*The page/im);
  expect(await ask('GET /page.js')).toMatch(/^HTTP\/1\.1 200 /);
  expect(await ask('GET /page.js', { Origin: 'http://localhost:5173' })).toMatch(/^HTTP\/1\.1 403 /);
});
