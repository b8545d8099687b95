import { dirname, join } from 'node:path';
import { type Json, parseYaml } from '@amend/compiler/read';
import { longestDocument, readAtMost } from '../read-at-most.ts';
import { UsageError } from '../usage-error.ts';
import { type Path, pointerOf } from './json.ts';

export const isAddress = (file: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(file);

/** The file that a `$ref` in a file leads to. */
export const fileOf = (reference: string, file: string): string => {
  const [other = ''] = reference.split('#');
  if (other === '') return file;
  if (isAddress(file) && !isAddress(other)) return new URL(other, file).href;
  return isAddress(other) ? other : join(dirname(file), other);
};

/** The text of a file; `from` is the place that refers to it. @throws {UsageError} */
export const readText = async (file: string, from?: string): Promise<string> => {
  const tooLong = new UsageError(
    `${file}:1: This is longer than ${longestDocument} bytes; cut it to what is imported.`,
  );
  try {
    if (!isAddress(file)) {
      const text = readAtMost(file, longestDocument);
      if (text === undefined) throw tooLong;
      return text;
    }
    const answer = await fetch(file, { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.length;
      if (size > longestDocument) throw tooLong;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch (error) {
    if (error === tooLong) throw error;
    throw new UsageError(
      from === undefined
        ? `${file} cannot be read; give the path or the address of an OpenAPI document.`
        : `${from}: The file ${file} cannot be read; put it there, or --drop the $ref that leads to it.`,
    );
  }
};

export interface ReadFile {
  readonly document: Json;
  /** File and line; where all is one line, the pointer, as `--drop` takes it. */
  readonly placeOf: (path: Path) => string;
}

/** A file, YAML or JSON. @throws {Error} in one line, with file and place. */
export const readFile = async (file: string, from?: string): Promise<ReadFile> => {
  const text = await readText(file, from);
  if (/^\s*</.test(text))
    throw new UsageError(`${file}:1: This is a web page, or XML; give the document that it shows, as YAML or JSON.`);
  let read: ReturnType<typeof parseYaml> | undefined;
  const yaml = () => {
    read ??= parseYaml(file, text, longestDocument);
    return read;
  };
  const isOneLine = !text.trim().includes('\n');
  const placeOf: ReadFile['placeOf'] = (path) =>
    isOneLine ? `${file}${pointerOf(path)}` : `${file}:${yaml().lineOf(path)}`;
  if (/^\s*\{/.test(text))
    try {
      return { document: JSON.parse(text), placeOf };
    } catch {
      // YAML has a place for what is wrong.
    }
  return { document: yaml().document, placeOf };
};
