import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/contracts';
import { expect, test } from 'vitest';

// A provider is named in its contract, its package and its mapping; all other code takes providers from the list.

const root = fileURLToPath(new URL('..', import.meta.url));
const names = [...new Set(contracts.map(({ provider }) => provider))];

/** Where a provider belongs, and what people read. Tests name what they try. */
const own = [
  ...names.flatMap((name) => [
    `specs/${name}/**`,
    `packages/${name}/**`,
    `packages/amend/src/providers/${name}.*`,
    `scripts/across/{sentences,users}/${name}*`,
  ]),
  '{.changeset/*,**/*.md,**/*.svg,**/*.{test,test-d,contract}.ts,packages/examples/**}',
  '{redocly.yaml,pnpm-lock.yaml,packages/amend/package.json}',
];

/** Files that still name one, and why. */
const still: Readonly<Record<string, string>> = {
  'packages/cli/src/{run,account-flags,{fields,listen,mock,plan,update}/command}.ts': 'help shows examples',
  'packages/cli/src/testing/examples.ts': 'what its tests change',
  'knip.json': 'tests import clients at run time',
  'packages/mock/control.yaml': 'its examples are users of a fresh mock',
  'packages/mock/package.json': 'its tests call it by the clients',
  'packages/mock/src/testing/*': 'requests as they go over the wire, for its tests',
  'scripts/across/{compile,patches,sentences/*}.ts': 'the pages that are tried',
  'scripts/bench/**': 'what is measured is one provider',
  'scripts/clients/{calls,canaries}.ts': 'a table of calls, from the pages',
  'scripts/compat/*': 'programs of one provider, in other runtimes',
  'scripts/mutate/parts.ts': 'the signing that is mutated',
  'scripts/{package.json,across/package.json}': 'their tests import clients',
  'scripts/wire/{consumer,provider-server}.ts': 'a program of one provider, outside the workspace',
};

const forms = names.flatMap((name) => [
  `(?<![A-Za-z])${name}`,
  `${name.charAt(0).toUpperCase()}${name.slice(1)}(?![a-z])`,
  `_${name.toUpperCase()}_`,
]);
const naming = new RegExp(forms.join('|'));

/** Without comments, which may show by an example what is meant. */
const codeIn = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(/\/\*\*.*?\*\/|^ *(?:\/\/|#).*$/gms, '');

const isIn = (file: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchesGlob(file, pattern));

const found = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(root, file)) && !isIn(file, own) && naming.test(codeIn(file)));

test('no other file names a provider', () => {
  expect(names).toContain('machnet');
  expect(found.filter((file) => !isIn(file, Object.keys(still)))).toEqual([]);
});

test.each(Object.entries(still))('%s: %s', (pattern) => {
  expect(found.some((file) => matchesGlob(file, pattern))).toBe(true);
});
