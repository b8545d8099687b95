import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { amend } from '../../packages/cli/src/testing/fake-io.ts';
import { compile } from './compile.ts';
import { blocks, lines, read, readme, root, scripts } from './readme.ts';

// What READMEs show of the contracts, word for word, so that a changed rule fails one file. What the root's shows is run
// by readmes.long.test.ts; its code is compiled by scripts/wire/packages-compile.long.test.ts.

test('no line is left that nothing runs', () => {
  const known = /^(npm (start|test|run --silent amend -- .*)|user=.*|curl .*)$/;
  expect(lines.filter((line) => !known.test(line))).toEqual([]);
});

test('every command that is named exists, and every one that is meant for people is named', () => {
  const named = [...readme.matchAll(/^\| `npm (?:run )?([a-z:-]+)`/gm)].map(([, name = '']) => name);
  const parts = /^(setup|prepare|pre.*|unused|lint:.*)$/;
  expect(named.toSorted()).toEqual(
    Object.keys(scripts)
      .filter((name) => !parts.test(name))
      .toSorted(),
  );
});

test('the rule stands in the contract as it is shown', () => {
  const [, rule = ''] = blocks('yaml')[0]?.match(/^email:\n(.*)/s) ?? [];
  const shown = rule.replaceAll(/^ +/gm, '').trim();
  const why = 'README.md shows another rule than the contract; cells.test.ts names the page that says which is right.';
  expect(read('specs/machnet/v4.yaml').replaceAll(/^ +/gm, ''), why).toContain(shown);
});

test('the picture is the one that the contracts give', async () => {
  const { out } = await amend(['matrix', '--format', 'svg']);
  const isFresh = read('packages/cli/matrix.svg').replaceAll('\r\n', '\n').trimEnd() === out.trimEnd();
  expect(isFresh, 'packages/cli/matrix.svg is stale: renew it with `npm run matrix`, and commit it.').toBe(true);
});

test('the code in the README of amend compiles, files of the package itself included', () => {
  const snippets = [...read('packages/amend/README.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
  expect(snippets.length).toBeGreaterThan(5);
  const sources = Object.fromEntries(snippets.map((code, index) => [`snippet-${index + 1}.ts`, code]));
  expect(compile([sources])).toEqual([[]]);
});

const texts = globSync(['*.md', 'specs/*.md', 'packages/*/README.md'], { cwd: root });

test.each(texts)('%s links only to what is there', (path) => {
  const targets = [...read(path).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
});
