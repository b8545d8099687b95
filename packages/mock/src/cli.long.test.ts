import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, onTestFinished, test } from 'vitest';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
const running = new Set<ChildProcess>();

const watch = (child: ChildProcessByStdio<null, Readable, Readable>) => {
  running.add(child);
  const lines: string[] = [];
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('Ready')) resolve();
    });
  });
  const errors: string[] = [];
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  const exit = once(child, 'close').then(([code]) => ({ code, lines, errors }));
  return { child, ready, exit, lines };
};

const start = (...args: string[]) =>
  watch(spawn(process.execPath, ['--conditions=amend-source', cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

test.each(['SIGINT', 'SIGTERM'] as const)('it serves on a free port, and %s stops it at once', async (signal) => {
  const { child, ready, exit, lines } = start('--port', '0');
  await ready;
  const text = lines.join('\n');
  const [, url = ''] = /machnet@v4 +(\S+)/.exec(text) ?? [];
  expect(text).toContain('550371f4-b6cc-4402-9382-ffecf487d4db');
  const { status } = await fetch(`${url}/users/550371f4-b6cc-4402-9382-ffecf487d4db`, {
    headers: { 'X-Client-Id': 'a', 'X-Client-Secret': 'b' },
  });
  expect(status).toBe(200);
  child.kill(signal);
  expect(await exit).toMatchObject({ code: 0, errors: [] });
});

test.each(['SIGKILL', 'SIGTERM'] as const)('no server outlives an npm that %s ends', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-npm-'));
  const command = `"${process.execPath}" --conditions=amend-source "${cli}" --port 0`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start: command } }));
  const { child, ready, lines } = watch(
    spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true }),
  );
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    try {
      process.kill(-Number(child.pid), 'SIGKILL');
    } catch {
      // Nobody of the group is left, as it should be.
    }
  });
  await ready;
  const [, url = ''] = /machnet@v4 +(\S+)/.exec(lines.join('\n')) ?? [];
  const isServed = () => fetch(url).then(Boolean, () => false);
  expect(await isServed()).toBe(true);
  child.kill(signal);
  while (await isServed()) await setTimeout(20);
});

test('a busy port is one line and exit code 1', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await start('--port', String(port)).exit).toEqual({
    code: 1,
    lines: [],
    errors: [`The mock cannot listen on 127.0.0.1: port ${port} is in use; choose another with --port.`],
  });
  server.close();
});

test.each([
  [
    ['--host', '203.0.113.1', '--port', '0'],
    1,
    /^The mock cannot listen on 203\.0\.113\.1: this machine has no such address; choose another with --host\.$/,
  ],
])('%j: exit code %i', async (args, code, says) => {
  const { errors, ...outcome } = await start(...args).exit;
  expect(outcome.code).toBe(code);
  expect(errors[0]).toMatch(says);
});

test.each(['--host', '--secrets'])('what %s is given steers no terminal', async (option) => {
  const { code, errors } = await start(option, 'a\u001b[2J\u202eb\nReady', '--port', '0').exit;
  expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringContaining('a?[2J?b?Ready')] });
});
