import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { views } from './page/route.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');

test('its program is one that compiles', () => {
  expect(readme).toContain(`\`\`\`ts\n${read('../test-data/serve-page.ts')}\`\`\``);
});

test('it tells of every view', () => {
  for (const name of Object.values(views)) expect(readme).toMatch(new RegExp(`^\\| ${name} +\\| `, 'm'));
});

test.each(['../build-script.ts', '../../../scripts/docs.ts'])('it names the browsers that %s is made for', (path) => {
  const [, list = ''] = /target: \[(.*)\]/.exec(read(path)) ?? [];
  expect(readme.toLowerCase().replaceAll(' ', '')).toContain(`showit:${list.replaceAll(/[' ]/g, '')}.`);
});

test('it names the budget that the build holds', () => {
  const [, first, later] = /first: (\d+)_000, later: (\d+)_000/.exec(read('../build.ts')) ?? [];
  expect(readme).toContain(`more than ${first} kB, or what a view loads later more than ${later} kB`);
});
