import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/contracts';
import { expect, test } from 'vitest';

const command = fileURLToPath(new URL('generate.ts', import.meta.url));
const providers = [...new Set(contracts.map(({ provider }) => provider))];

test.each<[string, { given: string; want: string }]>([
  [
    'unknown provider',
    {
      given: 'hpya',
      want: `There is no provider hpya; did you mean hpay? (${[...providers, 'amend', 'compiler'].join(', ')})`,
    },
  ],
  ['unknown option', { given: '--chekc', want: 'There is no option --chekc; did you mean --check?' }],
  ['option with a value', { given: '--check=yes', want: 'There is no option --check=yes; did you mean --check?' }],
])('%s', (_, { given, want }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, given], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${want}\n` });
});
