import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as amend from './index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('it names every verdict, note and export', () => {
  const source = readFileSync(new URL('plan-result.ts', import.meta.url), 'utf8');
  const [, ...words] =
    source
      .match(/type Verdict =.*|readonly kind: .*/g)
      ?.join(' ')
      .split("'") ?? [];
  const named = words.filter((word) => /^[a-z-]+$/.test(word));
  expect(named).toHaveLength(12);
  for (const word of named) expect(readme).toContain(`| \`${word}\``);
  for (const [name] of Object.entries(amend)) expect(readme).toContain(name);
});
