import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');

test.each(['HeldReason', 'FieldState'])('it tells every %s', (name) => {
  const [, union = ''] = new RegExp(`export type ${name} =([^;]*);`).exec(read('field-state.ts')) ?? [];
  const words = [...union.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word);
  expect(words.length).toBeGreaterThan(6);
  expect(words.filter((word) => !readme.includes(`| \`${word}\``))).toEqual([]);
});

test('it names all that a keeper does', () => {
  const [, body = ''] = /export interface Keeper<[^{]*\{(.*?)^\}/ms.exec(read('types.ts')) ?? [];
  const names = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !readme.includes(`${name}(`) && !readme.includes(`\`${name}\``))).toEqual([]);
});
