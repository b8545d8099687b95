import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// What makes stands below, and what tries stands above: no package reaches into scripts, or into another package's insides.

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('packages/*/{src,test-data}/**/*.{ts,js}', { cwd: root }).filter(
  (file) => !file.includes('/generated/'),
);

/** The files that a file imports by a relative path, its types included, from the root. */
const importedBy = (file: string): readonly string[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const paths = [...text.matchAll(/(?:from|import\(|import) *'(\.[^']+)'/g)].map(([, path = '']) => path);
  return paths.map((path) => relative(root, join(root, dirname(file), path)).replaceAll('\\', '/'));
};

test('a package imports by path what is its own', () => {
  expect(files.length).toBeGreaterThan(100);
  const astray = files.flatMap((file) => {
    const own = file.replaceAll('\\', '/').split('/').slice(0, 2).join('/');
    return importedBy(file).flatMap((path) => (path.startsWith(`${own}/`) ? [] : [`${file} imports ${path}`]));
  });
  expect(astray).toEqual([]);
});
