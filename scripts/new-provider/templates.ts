import { join } from 'node:path';
import { type Files, readFolder } from '@amend/compiler/folder';
import { Eta } from 'eta';

/** The texts that a new provider's are made from, by their paths. */
export const templates = readFolder(join(import.meta.dirname, 'template'));

const eta = new Eta({ autoEscape: false, autoTrim: false });

export const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const fill = (template: string, values: object): string => eta.renderString(templates[template] ?? '', values);

/** The texts of all templates below a folder, by their paths in another; a file of which nothing is left is none. */
export const fillFolder = (from: string, to: string, values: object): Files =>
  Object.fromEntries(
    Object.keys(templates)
      .filter((path) => path.startsWith(`${from}/`))
      .map((path) => [path.replace(from, to).replace(/\.txt$/, ''), fill(path, values)] as const)
      .filter(([, text]) => text !== ''),
  );
