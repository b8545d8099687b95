import type { Json } from '@amend/compiler/read';
import { atPath, isMap, type Path } from './json.ts';
import { readText } from './read-file.ts';

/** Of words, which are no document. */
export const isText = (file: string): boolean => /\.(md|markdown|txt|html?)$/i.test(file);

/** Puts what is said in a file of its own where a `$ref` of a description leads to it; without the file nothing is said. */
export const takeText = async (
  document: Json,
  path: Path,
  file: string,
): Promise<'taken' | 'missing' | 'out of place'> => {
  const parent = atPath(document, path.slice(0, -1));
  const key = String(path.at(-1));
  if (!isMap(parent) || !/^(description|summary)$/.test(key)) return 'out of place';
  const text = await readText(file).catch(() => undefined);
  parent[key] = text ?? '';
  return text === undefined ? 'missing' : 'taken';
};
