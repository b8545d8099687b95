import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { statOf } from './stat-of.ts';
import { UsageError } from './usage-error.ts';

/** What a folder holds, by paths with `/`. */
export type FolderFiles = Readonly<Record<string, Uint8Array>>;

/** What the last run wrote; nothing if there was none, or its list cannot be read. */
const listIn = async (file: string): Promise<ReadonlySet<unknown>> => {
  try {
    const list: unknown = JSON.parse(await readFile(file, 'utf8'));
    return new Set(Array.isArray(list) ? list : []);
  } catch {
    return new Set();
  }
};

/** What is in a folder and below it, by paths with `/`; of each folder first what is nearest, and no more than is asked for. */
async function* entriesIn(path: string): AsyncGenerator<{ readonly name: string; readonly entry: Dirent }> {
  const folders = [''];
  for (const folder of folders)
    for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      yield { name, entry };
      if (entry.isDirectory()) folders.push(name);
    }
}

/**
 * Fills a folder that is empty, is not there, or holds nothing but what the same list says was written before; that is
 * taken away first.
 *
 * @param list The name of a file in it that lists all of them.
 * @throws {UsageError} if something else is in its place, or in it.
 */
export const replaceFolder = async (path: string, files: FolderFiles, list: string): Promise<void> => {
  const old = await statOf(path);
  if (old?.isSymbolicLink()) throw new UsageError(`${path} is a symbolic link; name the folder itself.`);
  if (old && !old.isDirectory()) throw new UsageError(`${path} is no folder; name another.`);
  if (old) {
    const known = await listIn(join(path, list));
    for await (const { name, entry } of entriesIn(path)) {
      if (entry.isDirectory() || (entry.isFile() && (known.has(name) || (name === list && known.size > 0)))) continue;
      throw new UsageError(
        `${path} holds ${name}, which was not written by this command; name an empty or a new folder.`,
      );
    }
    for (const name of await readdir(path)) await rm(join(path, name), { recursive: true });
  }
  await mkdir(path, { recursive: true });
  // First, so that what is broken off can be taken away.
  await writeFile(join(path, list), `${JSON.stringify(Object.keys(files), undefined, 1)}\n`);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content, { flag: 'wx' });
  }
};
