import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { cloneOfThis } from './testing/repository.ts';

// Git for Windows turns line ends into CRLF unless the repository says otherwise.

const root = fileURLToPath(new URL('..', import.meta.url));
let clone: string;
beforeAll(() => {
  const { folder, git, remove } = cloneOfThis();
  clone = `${folder}-crlf`;
  git('clone', '--quiet', '--config', 'core.autocrlf=true', '.', clone);
  return () => {
    remove();
    rmSync(clone, { recursive: true });
  };
});
const inClone = (program: string, ...args: string[]) => spawnSync(program, args, { cwd: clone, encoding: 'utf8' });

test('a clone with CRLF line ends has none of them', () => {
  const files = inClone('git', 'ls-files', '--eol').stdout.trimEnd().split('\n');
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((line) => !/^i\/(lf|none|-text) +w\/(lf|none|-text) /.test(line))).toEqual([]);
});

test.each(['packages/cli/matrix.svg', 'packages/compiler/golden/rules.ts'])('%s is there byte by byte', (path) => {
  expect(readFileSync(join(clone, path)).equals(readFileSync(join(root, path)))).toBe(true);
});

test.each([
  ['the code lints', join(root, 'node_modules/.bin/biome'), 'check', '--error-on-warnings', 'scripts'],
  ['bash reads what CI runs', 'bash', '-n', '.ci/run'],
])('%s there', (_, program, ...args) => expect(inClone(program, ...args)).toMatchObject({ status: 0 }));
