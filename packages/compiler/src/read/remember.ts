import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from './contracts.ts';

/** Its path names its version. */
const yaml = createRequire(import.meta.url).resolve('yaml');

const found = (file: string): Json | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Where a text's reading is kept; nothing if AMEND_READ_CACHE names no folder. */
const fileFor = (reader: string, text: string): string | undefined => {
  const folder = process.env.AMEND_READ_CACHE;
  return folder && join(folder, `${createHash('sha256').update(reader).update(text).digest('hex')}.json`);
};

const keep = (file: string | undefined, document: Json): void => {
  if (!file) return;
  const json = JSON.stringify(document);
  // What JSON cannot hold is read again.
  if (!isDeepStrictEqual(JSON.parse(json), document)) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, json);
  renameSync(draft, file);
};

/**
 * What a text says, as it was read before, if AMEND_READ_CACHE names a folder for that: the many processes of the tests
 * read the same contracts, and YAML takes most of their start.
 */
export const remember = (text: string, read: () => Json): Json => {
  const file = fileFor(yaml, text);
  const known = file ? found(file) : undefined;
  if (known !== undefined) return known;
  const document = read();
  keep(file, document);
  return document;
};

/** The same for another reader, whose path names its version. */
export const rememberFrom = async (reader: string, text: string, read: () => Promise<Json>): Promise<Json> => {
  const file = fileFor(reader, text);
  const known = file ? found(file) : undefined;
  if (known !== undefined) return known;
  const document = await read();
  keep(file, document);
  return document;
};
