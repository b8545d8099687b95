import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { choose, parts } from './parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('{packages/*/src,scripts}/**/*.ts', { cwd: root, exclude: (path) => /node_modules/.test(path) });

describe.each(Object.entries(parts))('%s', (_, { mutate, tests }) => {
  test.each([...mutate, ...tests])('there are files that begin with %s', (start) => {
    const isMeant = (path: string) => path.startsWith(start) && path.endsWith('.test.ts') === tests.includes(start);
    expect(files.filter(isMeant)).not.toEqual([]);
  });
});

test('each file of amend is of one part', () => {
  const meant = files.filter((path) =>
    /^packages\/amend\/src\/(?!index|setup-error|user|generated|testing\/|.*\.test)/.test(path),
  );
  const starts = Object.values(parts).flatMap(({ mutate }) => mutate);
  expect(meant.filter((path) => starts.filter((start) => path.startsWith(start)).length !== 1)).toEqual([]);
});

test.each([
  ['all, if none is named', [], Object.entries(parts)],
  [
    'the parts that are named',
    ['client', 'signing'],
    [
      ['client', parts.client],
      ['signing', parts.signing],
    ],
  ],
  [
    'files of one together',
    ['packages/client/src/retry.ts', 'packages/client/src/send.ts'],
    [['client', { ...parts.client, mutate: ['packages/client/src/retry.ts', 'packages/client/src/send.ts'] }]],
  ],
  ['nothing for what is neither', ['client', 'packages/cli/src/cli.ts'], undefined],
  ['nothing for a name of every object', ['constructor'], undefined],
])('it tries %s', (_, names, want) => expect(choose(names)).toEqual(want));
