import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const command = fileURLToPath(new URL('run.ts', import.meta.url));

const start = (...args: string[]) => spawn(process.execPath, ['--conditions=amend-source', command, ...args]);

/** The credentials of whoever runs the tests must not get into them. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AMEND_')));

test.each([
  [['nobody'], /^There is no workflow of nobody; did you mean \w+\? \(ingo, machnet, stilt, hpay\)$/],
  [['stilt', '--sandbox'], 'stilt needs credentials: set AMEND_STILT_CLIENT_UUID and AMEND_STILT_SECRET.'],
])('%j makes no sense', (args, sentence) => {
  const call = ['--conditions=amend-source', command, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { env, encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.split('\n')[0]).toMatch(sentence);
});

test('a provider by its name', async () => {
  const child = start('hpay');
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  expect({ code, out, err }).toEqual({ code: 0, out: 'specs/hpay/v1.arazzo.yaml: user \u2026 passed\n', err: '' });
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it', async (signal) => {
  const child = start();
  const closed = once(child, 'close');
  // Its output begins when the mock is up and a run has begun.
  await once(child.stdout, 'data');
  await wait(300);
  child.kill(signal);
  expect(await closed).toEqual([130, null]);
});
