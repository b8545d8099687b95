import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readOptions } from './cli-options.ts';

// The command as far as it serves nothing yet; the rest is tried in cli.long.test.ts.

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

describe('options', () => {
  test.each([
    [[], { port: 4010, host: '127.0.0.1', help: false }],
    [['--port', '0', '--only', 'stilt,hpay', '--only', 'ingo'], { port: 0, only: ['stilt', 'hpay', 'ingo'] }],
    [['--seed', 'a', '--secrets', 'f.json'], { seed: 'a', secrets: 'f.json' }],
    [['-h'], { help: true }],
    [['--origin', 'http://localhost:5173', '--origin', 'null'], { origins: ['http://localhost:5173', 'null'] }],
    [['--allow-host', 'mock'], { hosts: ['mock'] }],
    [['--allow-webhooks-to', 'receiver'], { webhookHosts: ['receiver'] }],
  ])('%j', (args, want) => expect(readOptions(args)).toMatchObject(want));

  test.each([
    [['--port', 'x']],
    [['--port', '65536']],
    [['--port']],
    [['--only', 'nobody']],
    [['--what']],
    [['word']],
    [['--host', '']],
    [['--port', '1', '--port', '2']],
    [['--host', 'localhost', '--host=127.0.0.1']],
    [['--seed', 'a', '--seed', 'a']],
    [['--secrets', 'a', '--secrets', 'b']],
    [['--origin', '*']],
    [['--origin', 'localhost']],
    [['--allow-host', 'mock:4010']],
    [['--allow-webhooks-to', 'http://receiver']],
  ])('%j is wrong usage', (args) => expect(readOptions(args)).toBeUndefined());
});

test.each([
  [['--port', 'x'], 2, /^Usage: amend-mock/],
  [['--secrets', '/nowhere.json'], 1, /^\/nowhere.json cannot be read as JSON\.$/],
])('%j: exit code %i', async (args, code, says) => {
  const command = [process.execPath, '--conditions=amend-source', cli, ...args] as const;
  const ended = await new Promise<{ code: unknown; err: string }>((resolve) => {
    execFile(command[0], command.slice(1), (error, _, err) => resolve({ code: error?.code, err: err.trimEnd() }));
  });
  expect(ended).toEqual({ code, err: expect.stringMatching(says) });
});
