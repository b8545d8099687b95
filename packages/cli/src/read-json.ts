import { readJson as parseJson } from '@amend/client/read-json';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * A file's JSON, or that of standard input for `-`. Nothing of the content is repeated.
 *
 * @throws {UsageError} that names the file.
 */
const readJson = async (path: string, { readFile, stdin }: Pick<Io, 'readFile' | 'stdin'>): Promise<unknown> => {
  const name = path === '-' ? 'standard input' : path;
  let text: string;
  try {
    text = path === '-' ? await stdin() : await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UsageError(`${name} is not in UTF-8; write it in that encoding.`);
    throw new UsageError(`${name} cannot be read${code && ` (${code})`}.`);
  }
  const read = parseJson(text);
  if ('problem' in read) throw new UsageError(`${name} ${read.problem}.`);
  return read.value;
};

/** @throws {UsageError} unless the file holds a JSON object. */
export const readJsonObject = async (path: string, io: Pick<Io, 'readFile' | 'stdin'>): Promise<object> => {
  const value = await readJson(path, io);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`${path === '-' ? 'standard input' : path} must hold a JSON object.`);
};
