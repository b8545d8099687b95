import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, chmod, constants, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { statOf } from './stat-of.ts';
import { UsageError } from './usage-error.ts';

/**
 * What stands in the place of a file; nothing, if there is none yet.
 *
 * @throws {UsageError} if it is no plain file, unless `force` lets it be written through.
 */
export const assertPlace = async (path: string, { force = false } = {}): Promise<Stats | undefined> => {
  const old = await statOf(path);
  if (old?.isDirectory()) throw new UsageError(`${path} is a folder; name a file in it.`);
  if (old && !old.isFile() && !force)
    throw new UsageError(
      old.isSymbolicLink()
        ? `${path} is a symbolic link; name the file itself, or pass --force to write through it.`
        : `${path} is no plain file; pass --force to write into it.`,
    );
  // It would be replaced whatever its rights are.
  if (old?.isFile()) await access(path, constants.W_OK);
  else if (!old) await access(dirname(path), constants.W_OK);
  return old;
};

/**
 * Puts a whole file where one may stand, or leaves that as it is. With `force` it is written through a link and into a
 * device.
 *
 * @throws {UsageError} if what stands there is no plain file.
 */
export const replaceFile = async (path: string, text: string, { force = false } = {}): Promise<void> => {
  const old = await assertPlace(path, { force });
  if (old && !old.isFile()) return writeFile(path, text);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    if (old) await chmod(beside, old.mode & 0o777);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
};
