import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSandbox } from './sandbox.ts';

const command = fileURLToPath(new URL('run.ts', import.meta.url));

test('what makes no sense is told in one line', () => {
  const call = ['--conditions=amend-source', command, '--live'];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.split('\n')[0]).toBe('There is no option --live; did you mean --help?');
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
