import type { Json, JsonObject } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { dropFrom } from './drop-from.ts';
import { atPath, isMap, pathOf } from './json.ts';
import { type Noted, noteOrigins, type Origin } from './origins.ts';
import { fileOf, isAddress, type ReadFile, readFile } from './read-file.ts';
import { isText, takeText } from './take-text.ts';
import { versionFlaw } from './version-flaw.ts';

/** A vendor's document, with the files beside it that it refers to. */
export interface Source {
  readonly file: string;
  readonly root: JsonObject;
  /** What could not be read, and nobody needs: one a line. */
  readonly left: readonly string[];
  /** What a node stands for: itself, or what its `$ref` leads to, with what stands beside that. */
  readonly follow: (node: Json | undefined) => JsonObject;
  /** The node that a `$ref` leads to, and no other for each way to it. */
  readonly target: (node: JsonObject) => JsonObject;
  /** File and line of a node that was read. */
  readonly placeOf: (node: Json | undefined) => string;
  /** @throws {UsageError} in one line, with file and place. */
  readonly fail: (node: Json | undefined, message: string) => never;
}

/** Reads a document and what it refers to in files beside it. @throws {Error} in one line, with file and place. */
export const readSource = async (main: string, drop: readonly string[] = []): Promise<Source> => {
  const files = new Map<string, ReadFile>();
  const noted: Noted = { origins: new WeakMap(), anchors: new Map() };
  const { origins, anchors } = noted;
  const left: string[] = [];
  const placeAt = ({ file, path }: Origin): string => files.get(file)?.placeOf(path) ?? `${file}:1`;
  const places = new WeakMap<Origin, string>();
  const placeOf = (node: Json | undefined): string => {
    const origin = typeof node === 'object' && node !== null ? origins.get(node) : undefined;
    if (!origin) return main;
    const place = places.get(origin) ?? placeAt(origin);
    places.set(origin, place);
    return place;
  };
  const fail = (node: Json | undefined, message: string): never => {
    throw new UsageError(`${placeOf(node)}: ${message}`);
  };

  const load = async (file: string, from?: string): Promise<void> => {
    const read = await readFile(file, from);
    if (file === main) dropFrom(file, read.document, drop);
    files.set(file, read);
    for (const node of noteOrigins(read.document, file, noted, placeAt)) {
      if (drop.includes(String(node.$ref))) {
        // Whatever it led to: anything.
        delete node.$ref;
        continue;
      }
      const other = fileOf(String(node.$ref), (origins.get(node) as Origin).file);
      if (isAddress(other) && !isAddress(main))
        fail(
          node,
          `The $ref ${node.$ref} leads to another computer; put what it leads to beside this file, or --drop ${node.$ref}`,
        );
      if (isText(other)) {
        const found = await takeText(read.document, (origins.get(node) as Origin).path, other);
        const reference = `The $ref ${node.$ref}`;
        if (found === 'out of place')
          fail(node, `${reference} leads to a text, which says nothing here; mend it, or --drop ${node.$ref}`);
        if (found === 'missing') left.push(`${placeOf(node)}: the text ${node.$ref} cannot be read`);
      } else if (!files.has(other)) await load(other, placeOf(node));
    }
  };

  const target = (node: JsonObject): JsonObject => {
    const seen = new Set<JsonObject>();
    let found = node;
    while (typeof found.$ref === 'string') {
      const reference = found.$ref;
      if (seen.has(found)) fail(found, `The $ref ${reference} leads back to itself.`);
      seen.add(found);
      const file = fileOf(reference, (origins.get(found) as Origin).file);
      const fragment = reference.replace(/^[^#]*/, '');
      const next = /^#[^/]/.test(fragment)
        ? anchors.get(file + fragment)
        : atPath(files.get(file)?.document, pathOf(fragment));
      if (!isMap(next)) return fail(found, `The $ref ${reference} leads nowhere; mend it, or --drop ${reference}`);
      found = next;
    }
    return found;
  };

  await load(main);
  const root = files.get(main)?.document;
  const flaw = versionFlaw(root);
  if (!isMap(root) || flaw !== undefined) throw new UsageError(`${main}:1: ${flaw}`);
  return {
    file: main,
    root,
    left,
    target,
    follow: (node) => {
      if (!isMap(node)) return {};
      const found = target(node);
      if (found === node) return node;
      const { $ref: _, ...beside } = node;
      if (Object.keys(beside).length === 0) return found;
      const merged = { ...found, ...beside };
      origins.set(merged, origins.get(node) as Origin);
      return merged;
    },
    placeOf,
    fail,
  };
};
