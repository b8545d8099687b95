import { join } from 'node:path';
import { type Files, readFolder } from '@amend/compiler/folder';
import { fill } from '../fill.ts';

/** The texts that a new provider's are made from, by their paths. */
const templates = readFolder(join(import.meta.dirname, 'template'));

export const fillFile = (path: string, values: object): string => fill(templates[path] ?? '', values);

/** The texts of all templates below a folder, by their paths in another; a file of which nothing is left is none. */
export const fillFolder = (from: string, to: string, values: object): Files =>
  Object.fromEntries(
    Object.keys(templates)
      .filter((path) => path.startsWith(`${from}/`))
      .map((path) => [path.replace(from, to).replace(/\.txt$/, ''), fillFile(path, values)] as const)
      .filter(([, text]) => text !== ''),
  );
