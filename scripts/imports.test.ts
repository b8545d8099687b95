import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// What makes stands below, and what tries stands above: nothing reaches into a package's insides, and no package stands on
// one that stands on it. Types count.

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync(['packages/*/{src,test-data}/**/*.{ts,js}', 'scripts/**/*.ts'], { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\/(?:generated|node_modules)\//.test(file));

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\(|import) *'([^']+)'/g)].map(
    ([, path = '']) => path,
  );

/** The files that a file imports by a relative path, from the root. */
const importedBy = (file: string): readonly string[] =>
  importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(root, join(root, dirname(file), path)).replaceAll('\\', '/'));

const roomOf = (path: string): string => /^packages\/[^/]+|^[^/]+/.exec(path)?.[0] ?? path;

/** Imports across rooms that have to be, and why. */
const across: Readonly<Record<string, string>> = {
  'scripts/tell-errors.ts': 'it is loaded before anything is generated or built',
  'scripts/dev.ts': 'it ends with npm, as the mock itself does',
  'scripts/across': 'the command has no exports to be run by',
  'scripts/clients': 'the command has no exports to be run by',
};
const reachesOut = (file: string): readonly string[] =>
  importedBy(file).filter((path) => roomOf(path) !== roomOf(file) && path.startsWith('packages/'));
const isExcepted = (file: string): boolean => Object.keys(across).some((start) => file.startsWith(start));

test('what is imported by path is of the same package', () => {
  expect(files.length).toBeGreaterThan(200);
  const inPackages = files.filter((file) => file.startsWith('packages/'));
  expect(inPackages.flatMap((file) => importedBy(file).filter((path) => roomOf(path) !== roomOf(file)))).toEqual([]);
  expect(files.filter((file) => !isExcepted(file) && reachesOut(file).length > 0)).toEqual([]);
});

test.each(Object.entries(across))('%s: %s', (start) => {
  expect(files.some((file) => file.startsWith(start) && reachesOut(file).length > 0)).toBe(true);
});

test('no package stands on one that stands on it', () => {
  const nameOf = new Map(
    globSync('packages/*/package.json', { cwd: root }).map((file) => [
      String(JSON.parse(readFileSync(join(root, file), 'utf8')).name),
      dirname(file).replaceAll('\\', '/'),
    ]),
  );
  const below = new Map<string, Set<string>>();
  for (const file of files.filter((each) => each.startsWith('packages/')))
    for (const path of importsOf(file)) {
      const room = nameOf.get(/^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '');
      if (room && room !== roomOf(file)) below.set(roomOf(file), (below.get(roomOf(file)) ?? new Set()).add(room));
    }
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of below.get(from) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        reach(next, seen);
      }
    return seen;
  };
  expect(reach('packages/cli')).toContain('packages/contract');
  expect([...below.keys()].filter((room) => reach(room).has(room))).toEqual([]);
});
