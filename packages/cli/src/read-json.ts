import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * A file's JSON, or that of standard input for `-`. Nothing of the content is repeated: the engine's own message would.
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
    throw new UsageError(`${name} cannot be read${code && ` (${code})`}.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`${name} is not JSON.`);
  }
};

/** @throws {UsageError} unless the file holds a JSON object. */
export const readJsonObject = async (path: string, io: Pick<Io, 'readFile' | 'stdin'>): Promise<object> => {
  const value = await readJson(path, io);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`${path === '-' ? 'standard input' : path} must hold a JSON object.`);
};
