import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Verdict } from './state.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const verdicts: Readonly<Record<Verdict, true>> = { agrees: true, differs: true, undecided: true, 'not-tried': true };

test('its example runs as it stands', async () => {
  const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(readme) ?? [];
  const file = new URL('../node_modules/.readme.ts', import.meta.url);
  writeFileSync(file, code);
  const told: unknown[][] = [];
  const { log } = console;
  console.log = (...words) => told.push(words);
  try {
    await import(/* @vite-ignore */ file.href);
  } finally {
    console.log = log;
    rmSync(file);
  }
  expect(told).toContainEqual(['email', 'unknown', 'agrees']);
});

test('it tells every verdict', () => {
  for (const verdict of Object.keys(verdicts)) expect(readme).toContain(`| \`${verdict}\``);
});
