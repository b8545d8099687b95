import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSandbox } from './sandbox.ts';

const command = fileURLToPath(new URL('run.ts', import.meta.url));

/** The credentials of whoever runs the tests must not get into them. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AMEND_')));

test.each([
  [['nobody'], 2, /^There is no workflow of nobody; did you mean \w+\? \(ingo, machnet, stilt, hpay\)$/],
  [['--live'], 2, 'There is no option --live; did you mean --help?'],
  [['stilt', '--sandbox'], 2, 'stilt needs credentials: set AMEND_STILT_CLIENT_UUID and AMEND_STILT_SECRET.'],
])('%j makes no sense', (args, code, sentence) => {
  const call = ['--conditions=amend-source', command, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { env, encoding: 'utf8' });
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr.split('\n')[0]).toMatch(sentence);
});

test('a sandbox has the address of the contract and the credentials of the environment', async () => {
  const credentials = { AMEND_INGO_API_KEY: 'key', AMEND_INGO_USERNAME: 'name', AMEND_INGO_SECRET: 'secret' };
  const target = await readSandbox(['ingo'], credentials);
  if ('problem' in target) throw new Error(target.problem);
  expect(target.addressOf('ingo@v3')).toBe('https://api.sdev.banking.ingopayments.tech/api/v3');
  expect(target.addressOf('ingo@v4')).toBe('https://api.sdev.banking.ingopayments.tech/api/v4');
  expect(target.credentialsOf('ingo')).toEqual({ apiKey: 'key', username: 'name', secret: 'secret' });
  expect(await readSandbox(['ingo'], { ...credentials, AMEND_INGO_SECRET: '' })).toEqual({
    problem: 'ingo needs credentials: set AMEND_INGO_SECRET.',
  });
});
