import { once } from 'node:events';
import { createServer } from 'node:net';
import { createMock } from '@amend/mock';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { free } from './testing/examples.ts';
import { environment } from './testing/mocked.ts';
import { cli, spawnAmend, stopAll } from './testing/spawn-amend.ts';

const verified = 'machnet:4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const mock = await createMock({ seed: 'cli' });
const { url } = await mock.listen();
afterAll(mock.close);
afterEach(stopAll);

const shell = (script: string) => spawnAmend(['-c', script], {}, ['bash']).ended;
const command = cli.map((part) => `'${part}'`).join(' ');

test('an update over HTTP', async () => {
  const { child, ended } = spawnAmend(['update', verified, '--patch', '-', '--json'], environment(url));
  child.stdin.end(JSON.stringify(free.patch));
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out).users).toMatchObject([{ outcome: 'sent', user: free.patch }]);
});

describe('what reads along may go away', () => {
  test('a pipe', async () => {
    const { code, out, err } = await shell(`set -o pipefail; ${command} fields machnet | head -1`);
    expect({ code, out, err }).toEqual({ code: 0, out: 'machnet individual, update\n', err: '' });
  });

  test('and an update that was begun is done', async () => {
    const args = `update ${verified} --base-url ${url}/machnet --set '${free.set}'`;
    const env = 'AMEND_MACHNET_CLIENT_ID=a AMEND_MACHNET_CLIENT_SECRET=b';
    expect((await shell(`${env} ${command} ${args} | true`)).err).toBe('');
    const { out } = await shell(`${env} ${command} ${args} --json`);
    expect(JSON.parse(out).users[0].plan).toMatchObject({ state: 'empty' });
  });
});

describe('signals', () => {
  test('SIGINT while a provider is slow', async () => {
    const server = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const connected = once(server, 'connection');
    const { child, ended } = spawnAmend(
      ['update', verified, '--set', free.set],
      environment(`http://127.0.0.1:${port}`),
    );
    await connected;
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, out: '', err: 'amend: machnet getUser was aborted by the caller.\n' });
    server.close();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s stops the mock', async (signal) => {
    const { child, ended } = spawnAmend(['mock', '--port', '0', '--only', 'machnet', '--seed', '1']);
    let out = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        out += chunk;
        if (out.includes('Ready.')) resolve();
      });
    });
    const address = /machnet@v4 +(\S+)/.exec(out)?.[1];
    const headers = { 'X-Client-Id': 'a', 'X-Client-Secret': 'b' };
    expect((await fetch(`${address}/users/${verified.slice(8)}`, { headers })).status).toBe(200);
    expect(out).not.toContain('hpay');
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});

test('a busy port is one line and exit code 1', async () => {
  const port = new URL(url).port;
  expect(await spawnAmend(['mock', '--port', port]).ended).toEqual({
    code: 1,
    out: '',
    err: `amend: The mock cannot listen on 127.0.0.1: port ${port} is in use; choose another with --port.\n`,
  });
});
