import { readFile } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';

// What the README of amend shows, files of the package itself included.

const snippets = [...readFile('packages/amend/README.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code = '']) => code,
);

test('the code of the README compiles', () => {
  expect(snippets.length).toBeGreaterThan(5);
  const sources = Object.fromEntries(snippets.map((code, index) => [`snippet-${index + 1}.ts`, code]));
  expect(compile([sources])).toEqual([[]]);
});
