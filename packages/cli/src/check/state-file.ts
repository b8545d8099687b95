import { type CheckState, readState } from '@amend/check';
import type { Io } from '../command.ts';
import { readJsonObject } from '../read-json.ts';
import { assertPlace } from '../replace-file.ts';
import { UsageError } from '../usage-error.ts';

/**
 * What an interrupted check has kept in a file; nothing if there is no such file yet.
 *
 * @throws {UsageError} if it holds anything else.
 */
export const readStateFile = async (path: string, provider: string, io: Io): Promise<CheckState | undefined> => {
  try {
    await io.readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  }
  const state = readState(await readJsonObject(path, io), provider);
  if (!state) throw new UsageError(`${path} holds no check of ${provider}; name another file.`);
  return state;
};

const inWords = async (path: string, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} cannot be written${code && ` (${code})`}; name a file in a folder that exists.`);
  }
};

/** @throws {UsageError} if the file cannot be written. */
export const writeText = (path: string, text: string, { writeFile }: Pick<Io, 'writeFile'>): Promise<void> =>
  inWords(path, () => writeFile(path, text));

/** Before there is anything to write. @throws {UsageError} if no file can be written there. */
export const checkPlace = (path: string): Promise<void> => inWords(path, async () => void (await assertPlace(path)));
