import { expect, test } from 'vitest';
import { createMock } from './index.ts';
import { anyCredentials, sendTo } from './testing/call.ts';

const mock = await createMock();
const send = sendTo(mock.fetch);

const ask = (headers: Record<string, string>) =>
  mock.fetch('http://mock.example/machnet/users', {
    method: 'OPTIONS',
    headers: { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'PATCH', ...headers },
  });

test('a preflight allows every header that a provider takes, and the page’s origin', async () => {
  const names = [...Object.keys(anyCredentials), 'Content-MD5', 'X-Date', 'Content-sha512', 'Content-Type', 'Prefer'];
  const { status, headers } = await ask({});
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(headers.get('access-control-allow-methods')).toContain('PATCH');
  const allowed = headers.get('access-control-allow-headers')?.toLowerCase().split(', ');
  expect(allowed).toEqual(expect.arrayContaining(names.map((name) => name.toLowerCase())));
});

test('it allows what else is asked for, and repeats nothing that is no name', async () => {
  const { headers } = await ask({ 'Access-Control-Request-Headers': 'x-trace, bad name, x:y' });
  const allowed = headers.get('access-control-allow-headers');
  expect(allowed).toContain('x-trace');
  expect(allowed).not.toMatch(/bad|x:y/);
});

test.each([
  ['a success', 'GET', '/stilt/users', {}, 200],
  ['a refusal', 'GET', '/stilt/users', { EPOCH: '' }, 401],
  ['no route', 'GET', '/nowhere', {}, 404],
])('%s can be read by a page', async (_, method, path, headers, status) => {
  const answer = await send(method, path, undefined, { Origin: 'http://localhost:5173', ...headers });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(answer.headers.get('vary')).toBe('Origin');
  expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
});

test('an OPTIONS that is no preflight is a method like any other', async () => {
  expect((await send('OPTIONS', '/machnet/users')).status).toBe(405);
});
