import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from './contracts.ts';

/** Its path names its version. */
const reader = createRequire(import.meta.url).resolve('yaml');

const found = (file: string): Json | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * What a text says, as it was read before, if AMEND_YAML_CACHE names a folder for that: the many processes of the tests
 * read the same contracts, and YAML takes most of their start.
 */
export const remember = (text: string, read: () => Json): Json => {
  const folder = process.env.AMEND_YAML_CACHE;
  if (!folder) return read();
  const file = join(folder, `${createHash('sha256').update(reader).update(text).digest('hex')}.json`);
  const known = found(file);
  if (known !== undefined) return known;
  const document = read();
  const json = JSON.stringify(document);
  // What JSON cannot hold is read again.
  if (!isDeepStrictEqual(JSON.parse(json), document)) return document;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, json);
  renameSync(draft, file);
  return document;
};
