import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// What people copy is asked what anybody may ask of a port.

let server: ChildProcess;
let port = 0;
let id = '';

beforeAll(async () => {
  const serve = fileURLToPath(new URL('serve.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=amend-source', serve], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const found = /:(\d+)\/\?user=(\S+)/.exec(line);
  port = Number(found?.[1]);
  id = found?.[2] ?? '';
}, 60_000);

afterAll(() => {
  server.kill();
});

/** What comes back for bytes as they are, until the first line and as far as the connection goes. */
const send = async (...parts: readonly (string | Uint8Array)[]): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  for (const part of parts) socket.write(part);
  let text = '';
  socket.on('error', () => {});
  for await (const chunk of socket.setEncoding('latin1')) text += chunk;
  return text;
};

const close = 'Host: localhost\r\nConnection: close\r\n';
const upload = (length: number) => `PATCH /users/ID HTTP/1.1\r\n${close}Content-Length: ${length}\r\n\r\n`;

test.each<[name: string, status: number, request: string, body?: Uint8Array]>([
  ['a user', 200, `GET /users/ID HTTP/1.1\r\n${close}\r\n`],
  ['the page', 200, `GET / HTTP/1.1\r\n${close}\r\n`],
  ['the page by HEAD', 200, `HEAD / HTTP/1.1\r\n${close}\r\n`],
  ['a user by HEAD', 200, `HEAD /users/ID HTTP/1.1\r\n${close}\r\n`],
  ['nobody by HEAD', 404, `HEAD /users/x HTTP/1.1\r\n${close}\r\n`],
  ['an empty host in the path', 404, `GET // HTTP/1.1\r\n${close}\r\n`],
  ['a host in the path', 404, `GET //evil.example/users/ID HTTP/1.1\r\n${close}\r\n`],
  ['no user', 404, `GET /users/ HTTP/1.1\r\n${close}\r\n`],
  ['a whole address', 200, `GET http://localhost/users/ID HTTP/1.1\r\n${close}\r\n`],
  ['half an address', 400, `GET http:// HTTP/1.1\r\n${close}\r\n`],
  ['all of the server', 400, `OPTIONS * HTTP/1.1\r\n${close}\r\n`],
  ['TRACE', 501, `TRACE /users/ID HTTP/1.1\r\n${close}\r\n`],
  ['OPTIONS', 405, `OPTIONS /users/ID HTTP/1.1\r\n${close}\r\n`],
  ['DELETE', 405, `DELETE /users/ID HTTP/1.1\r\n${close}\r\n`],
  ['a change of the page', 405, `PATCH / HTTP/1.1\r\n${close}Content-Length: 2\r\n\r\n{}`],
  ['a wrong escape', 404, `GET /users/%zz HTTP/1.1\r\n${close}\r\n`],
  ['half a sign', 404, `GET /users/%ff HTTP/1.1\r\n${close}\r\n`],
  ['NUL', 404, `GET /users/%00 HTTP/1.1\r\n${close}\r\n`],
  ['a change', 200, `${upload(2)}{}`],
  ['no JSON', 422, `${upload(1)}{`],
  ['no UTF-8', 400, upload(2), new Uint8Array([0xff, 0xfe])],
  ['too much', 413, upload(2_000_000), new Uint8Array(2_000_000).fill(32)],
  ['no version that there is', 400, 'GET / HTTP/9.9\r\n\r\n'],
])('%s is answered with %i', async (_, status, request, body) => {
  const answer = await send(request.replace('ID', id), ...(body ? [body] : []));
  expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  if (request.startsWith('HEAD')) expect(answer.split('\r\n\r\n')[1]).toBe('');
});

test('who goes away in the middle of an upload ends nothing', async () => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(upload(100));
  socket.destroy();
  await once(socket, 'close');
  expect(await send(`GET /users/${id} HTTP/1.1\r\n${close}\r\n`)).toContain('200 OK');
  expect(server.exitCode).toBe(null);
});
