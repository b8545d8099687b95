import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Texts by path, below the folder that holds them. */
export type Files = Readonly<Record<string, string>>;

export const readFolder = (folder: string): Files => {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
};

/** Makes the folder hold these files and no others. */
export const writeFolder = (folder: string, files: Files): void => {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** What is wrong with each file of a folder that should hold `wanted`, and nothing else. */
export const differences = (found: Files, wanted: Files): { path: string; flaw: 'missing' | 'differs' | 'extra' }[] =>
  [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort().flatMap((path) => {
    if (found[path] === wanted[path]) return [];
    const flaw = found[path] === undefined ? 'missing' : wanted[path] === undefined ? 'extra' : 'differs';
    return [{ path, flaw }];
  });
