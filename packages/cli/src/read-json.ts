import { readJson as parseJson } from '@amend/client/read-json';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

type Reading = Pick<Io, 'readFile' | 'stdin'>;

/** What a person calls it. */
const nameOf = (path: string): string => (path === '-' ? 'standard input' : path);

/**
 * A file's text, or that of standard input for `-`.
 *
 * @throws {UsageError} that names the file.
 */
export const readText = async (path: string, { readFile, stdin }: Reading): Promise<string> => {
  try {
    return await (path === '-' ? stdin() : readFile(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UsageError(`${nameOf(path)} is not in UTF-8; write it in that encoding.`);
    if (code === 'ERR_STRING_TOO_LONG')
      throw new UsageError(`${nameOf(path)} holds more than a text can, half a gigabyte; hand over less.`);
    throw new UsageError(`${nameOf(path)} cannot be read${code && ` (${code})`}.`);
  }
};

/**
 * A file's JSON object, or that of standard input for `-`. Nothing of the content is repeated.
 *
 * @throws {UsageError} that names the file.
 */
export const readJsonObject = async (path: string, io: Reading): Promise<object> => {
  const read = parseJson(await readText(path, io));
  if ('problem' in read) throw new UsageError(`${nameOf(path)} ${read.problem}.`);
  const { value } = read;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`${nameOf(path)} must hold a JSON object.`);
};
