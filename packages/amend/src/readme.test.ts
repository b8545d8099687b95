import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { copyPackage } from '../test-data/compile-copy.ts';
import * as amend from './index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const snippets = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const copy = copyPackage(Object.fromEntries(snippets.map((code, index) => [`snippet-${index + 1}.ts`, code])));
afterAll(copy.remove);

test('the code of the README compiles', async () => {
  expect(snippets.length).toBeGreaterThan(5);
  expect(await copy.compile({})).toEqual([]);
});

test('it names every verdict, note and export', () => {
  const source = readFileSync(new URL('plan-result.ts', import.meta.url), 'utf8');
  const [, ...words] =
    source
      .match(/type Verdict =.*|readonly kind: .*/g)
      ?.join(' ')
      .split("'") ?? [];
  const named = words.filter((word) => /^[a-z-]+$/.test(word));
  expect(named).toHaveLength(11);
  for (const word of named) expect(readme).toContain(`| \`${word}\``);
  for (const [name] of Object.entries(amend)) expect(readme).toContain(name);
});
