import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { cli, spawnAmend, stopAll } from './testing/spawn-amend.ts';

// The command in a process of its own; what calls providers or serves the mock is tried in cli.long.test.ts.

const verified = 'machnet:4c955cca-3a6e-4d2b-b0c3-1c423440f541';
afterEach(stopAll);

const shell = (script: string) => spawnAmend(['-c', script], {}, ['bash']).ended;
const command = cli.map((part) => `'${part}'`).join(' ');

describe('exit codes', () => {
  test.each([
    [['fields', 'machnet'], 0],
    [['plan', verified, '--status', 'verified', '--set', 'phone=1'], 1],
    [['fields', 'machent'], 2],
    [[], 2],
  ])('%j: %i', async (args, code) => {
    const { child, ended } = spawnAmend(args);
    child.stdin.end();
    const left = await ended;
    expect(left.code).toBe(code);
    expect(left.err).not.toMatch(/^ +at /m);
  });
});

describe('what it writes to and reads from', () => {
  test.skipIf(process.platform !== 'linux')('a full disk is told by the exit code', async () => {
    expect((await shell(`${command} fields machnet > /dev/full`)).code).toBe(1);
  });

  test('standard input that is closed', async () => {
    const { code, err } = await shell(`${command} plan machnet:1 --patch - <&-`);
    expect(code).toBe(2);
    expect(err).toMatch(/^amend: standard input (is not JSON|cannot be read)/);
  });
});

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while it waits for standard input: %i', async (signal, code) => {
    const { child, ended } = spawnAmend(['plan', 'machnet:1', '--patch', '-']);
    // More than a pipe holds: when it is gone, the command reads.
    child.stdin.write(' '.repeat(2 ** 20));
    await once(child.stdin, 'drain');
    child.kill(signal);
    expect(await ended).toEqual({ code, out: '', err: 'amend: stopped.\n' });
  });
});
