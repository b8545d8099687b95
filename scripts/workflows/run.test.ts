import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSandbox } from './sandbox.ts';

const command = fileURLToPath(new URL('run.ts', import.meta.url));

const start = (...args: string[]) => {
  // The credentials of whoever runs the tests must not get into them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AMEND_')));
  return spawn(process.execPath, ['--conditions=amend-source', command, ...args], { env });
};

const run = async (...args: string[]) => {
  const child = start(...args);
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, out, err };
};

test('a provider by its name', async () => {
  expect(await run('hpay')).toEqual({ code: 0, out: 'specs/hpay/v1.arazzo.yaml: user \u2026 passed\n', err: '' });
});

test.each([
  [['nobody'], 2, /^There is no workflow of nobody; did you mean \w+\? \(ingo, machnet, stilt, hpay\)$/],
  [['--live'], 2, 'There is no option --live; did you mean --help?'],
  [['stilt', '--sandbox'], 2, 'stilt needs credentials: set AMEND_STILT_CLIENT_UUID and AMEND_STILT_SECRET.'],
])('%j makes no sense', async (args, code, sentence) => {
  const result = await run(...args);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err.split('\n')[0]).toMatch(sentence);
});

test('a sandbox has the address of the contract and the credentials of the environment', async () => {
  const env = { AMEND_INGO_API_KEY: 'key', AMEND_INGO_USERNAME: 'name', AMEND_INGO_SECRET: 'secret' };
  const target = await readSandbox(['ingo'], env);
  if ('problem' in target) throw new Error(target.problem);
  expect(target.addressOf('ingo@v3')).toBe('https://api.sdev.banking.ingopayments.tech/api/v3');
  expect(target.addressOf('ingo@v4')).toBe('https://api.sdev.banking.ingopayments.tech/api/v4');
  expect(target.credentialsOf('ingo')).toEqual({ apiKey: 'key', username: 'name', secret: 'secret' });
  expect(await readSandbox(['ingo'], { ...env, AMEND_INGO_SECRET: '' })).toEqual({
    problem: 'ingo needs credentials: set AMEND_INGO_SECRET.',
  });
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
