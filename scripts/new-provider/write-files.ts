import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from './client-files.ts';

/** Writes files below a folder. What it gives back puts everything as it was. */
export const writeFiles = (root: string, files: Files): (() => void) => {
  const before = Object.keys(files).map((path) => {
    const file = join(root, path);
    const folders: string[] = [];
    for (let folder = dirname(file); !existsSync(folder); folder = dirname(folder)) folders.push(folder);
    return { file, folders, text: existsSync(file) ? readFileSync(file) : undefined };
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return () => {
    for (const { file, text } of before)
      if (text === undefined) rmSync(file, { force: true });
      else writeFileSync(file, text);
    for (const folder of before.flatMap(({ folders }) => folders)) rmSync(folder, { recursive: true, force: true });
  };
};
