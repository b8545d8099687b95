import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { compileSpec, readSpec, SpecError } from './read-spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-specs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const nine = (word: string): string => `[${Array(9).fill(word).join(', ')}]`;
const bomb = ['a', 'b', 'c', 'd', 'e', 'f'].map(
  (name, index, all) => `${name}: &${name} ${nine(index === 0 ? 'x' : `*${all[index - 1]}`)}`,
);

test.each([
  ['an alias bomb', bomb.join('\n'), /^v1\.yaml:1: an alias leads nowhere, to too much/],
  ['an alias in itself', 'a: &a\n  b: *a', /^v1\.yaml:1: an alias leads nowhere, to too much/],
  ['a key twice', 'a: 1\na: 2', /^v1\.yaml:2: Map keys must be unique/],
  ['a tab', 'a:\n\tb: 1', /^v1\.yaml:2: Tabs are not allowed/],
  ['50 MB', '#'.repeat(50_000_000), /^v1\.yaml:1: it is longer/],
])('%s is refused in one line that names file and place', async (_, text, message) => {
  const file = join(folder, 'v1.yaml');
  writeFileSync(file, text);
  for (const read of [compileSpec(pathToFileURL(file)), readSpec(pathToFileURL(file).href)])
    await read.then(
      () => expect.unreachable(),
      (error: unknown) => {
        expect(error).toBeInstanceOf(SpecError);
        expect((error as Error).message).toMatch(message);
        expect((error as Error).message).not.toContain('\n');
      },
    );
});
