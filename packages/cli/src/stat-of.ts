import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';

/** What stands in a place, which a link itself is; nothing, if nothing does. */
export const statOf = async (path: string): Promise<Stats | undefined> => {
  try {
    return await lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
