import { readFile } from '@amend/compiler/read';
import { afterAll, expect, test } from 'vitest';
import { copyPackage } from './compile-copy.ts';

// What the README of amend shows, files of the package itself included.

const snippets = [...readFile('packages/amend/README.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code = '']) => code,
);
const copy = copyPackage(Object.fromEntries(snippets.map((code, index) => [`snippet-${index + 1}.ts`, code])));
afterAll(copy.remove);

test('the code of the README compiles', async () => {
  expect(snippets.length).toBeGreaterThan(5);
  expect(await copy.compile({})).toEqual([]);
});
