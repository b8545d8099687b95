import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Whether the page is what its sources say: from a repository it is made anew when they have changed, and only then.

const record = fileURLToPath(new URL('dist/.sources', import.meta.url));

const hashOf = (files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0${existsSync(file) ? readFileSync(file, 'utf8') : ''}\0`);
  return hash.digest('hex');
};

/** Remembers what the page was made from, by full paths. */
export const remember = (files: readonly string[]): void => writeFileSync(record, [hashOf(files), ...files].join('\n'));

export const isFresh = (): boolean => {
  if (!existsSync(record)) return false;
  const [hash, ...files] = readFileSync(record, 'utf8').split('\n');
  return hash === hashOf(files);
};
