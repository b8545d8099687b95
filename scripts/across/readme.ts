import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What the root's README shows, for the tests that hold it.

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const readme = read('README.md');

/** Its blocks of code in one language. */
export const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) => (name === language ? [text] : []));

/** Its lines for a shell. */
export const lines = blocks('sh').flatMap((block) => block.trim().replaceAll('\\\n', '').split('\n'));

/** The scripts of the root's package, by name. */
export const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;
