import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type RunningCli, startCli } from '../../test-data/start-cli.ts';

/** What was said beside progress, which a slow machine shows. */
const complaints = (lines: readonly string[]): string[] => lines.filter((line) => line !== '' && !line.endsWith('…'));

const running = new Set<RunningCli>();
const start = (...args: string[]): RunningCli => {
  const cli = startCli(['demo', ...args]);
  running.add(cli);
  return cli;
};

afterEach(() => {
  for (const { child } of running) child.kill('SIGKILL');
  running.clear();
});

describe('the requests to paste', () => {
  const byBash = (line: string): { readonly message?: string; readonly [property: string]: unknown } =>
    JSON.parse(execFileSync('bash', ['-c', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

  test('as they are printed, do what they say', async () => {
    const cli = start('--port', '0');
    await cli.ready;
    const text = cli.lines.join('\n');
    const [allowed = '', refused = '', read = ''] = text.match(/^curl (?:.*\\\n)*.*$/gm) ?? [];
    // They survive a shell, whatever else is in them.
    for (const line of [allowed, refused, read]) expect(line.split("'").length % 2).toBe(1);
    const before = byBash(read);
    const changed = byBash(allowed);
    expect(changed).not.toEqual(before);
    const sent = JSON.parse(/-d '(.*)'/.exec(allowed)?.[1] ?? '');
    expect(changed).toMatchObject(sent);
    expect({ ...changed, ...sent }).toEqual({ ...before, ...sent });
    expect(byBash(refused).message).toMatch(/^\w+ cannot change once the user is verified\.$/);
    expect(byBash(read)).toEqual(changed);
    expect(text).toMatch(/^An? [a-z -]+, which stays:\ncurl/m);
  });
});

describe('as a process', () => {
  test('a browser finds the explorer, whose address is printed first', async () => {
    const cli = start('--port', '0');
    await cli.ready;
    const [, url = ''] = /^Explorer {2}(http:\S+)$/.exec(cli.lines[0] ?? '') ?? [];
    const page = await fetch(url, { headers: { Accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('explorer.js')]);
    expect((await fetch(`${url}explorer.js`)).headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await fetch(url)).status).toBe(404);
  });

  test('--once ends by itself, on any free port', async () => {
    const { code, errors, lines } = await start('--once').exit;
    expect({ code, errors: complaints(errors) }).toEqual({ code: 0, errors: [] });
    expect(lines).toContain('What each provider has now');
    expect(lines.join('\n')).not.toContain('http://');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('it stays up for a frontend, and %s stops it at once', async (signal) => {
    const { child, ready, exit, lines } = start('--port', '0');
    await ready;
    const [, url = ''] = /control +(\S+)/.exec(lines.join('\n')) ?? [];
    expect((await fetch(`${url}/users`)).status).toBe(200);
    child.kill(signal);
    const { code, errors } = await exit;
    expect({ code, errors: complaints(errors) }).toEqual({ code: 0, errors: [] });
    await expect(fetch(`${url}/users`)).rejects.toThrow();
  });

  test('a busy port is one line and exit code 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, lines, errors } = await start('--port', String(port)).exit;
    expect({ code, lines, errors: complaints(errors) }).toEqual({
      code: 1,
      lines: [],
      errors: [`The mock cannot listen on 127.0.0.1: port ${port} is in use; choose another with --port.`],
    });
    server.close();
  });
});
