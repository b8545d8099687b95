import { type Document, isAlias, isMap, isSeq, type Node, parseDocument, visit } from 'yaml';
import { ContractError } from './contract-error.ts';
import type { Json } from './contracts.ts';
import { remember } from './remember.ts';

/** The keys that lead from the document's root to a node. */
export type Path = readonly (string | number)[];

export interface Yaml {
  document: Json;
  /** Throws; the message names the file and the line of the node at `path`. */
  fail: (path: Path, message: string) => never;
  /** The line in which the node at `path` begins, or its nearest ancestor that is there. */
  lineOf: (path: Path) => number;
}

/** No contract comes near; a larger file is a mistake, and would be read for a long time. */
const longest = 4_000_000;

/** How often what aliases stand for may be written out; a source is named hundreds of times, a bomb millions. */
const mostAliases = 10_000;

/** How deep a contract may be nested, by brackets or by columns; ours are not thirty deep. */
const deepest = 200;

/** Where a text is nested too deep, by a look that takes it for no more than signs; nothing if it is not. */
const findDepth = (text: string): number | undefined => {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > deepest) return index;
  }
  return new RegExp(`^[ ?:-]{${deepest}}`, 'm').exec(text)?.index;
};

/** Where the node at `path` begins, or its nearest ancestor that is written out. */
const offsetOf = (root: Node | null, path: Path): number => {
  let node: unknown = root;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
};

/** The first alias, or the first that stands in what it stands for. */
const findAlias = (yaml: Document, isWanted: (target: unknown, ancestors: readonly unknown[]) => boolean) => {
  let found: Node | undefined;
  // As they stand so far: to have each alias resolve itself is a walk of the whole document.
  const anchors = new Map<string, Node>();
  visit(yaml, {
    Node: (_, node, ancestors) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return undefined;
      }
      if (!isWanted(anchors.get(node.source), ancestors)) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
};

const parse = (path: string, text: string, most: number): Yaml => {
  let ends: readonly number[] | undefined;
  const lineAt = (offset: number): number => {
    ends ??= Array.from(text.matchAll(/\n/g), ({ index }) => index);
    const line = ends.findIndex((end) => end >= offset);
    return (line < 0 ? ends.length : line) + 1;
  };
  const failAt = (offset: number, message: string): never => {
    throw new ContractError(`${path}:${lineAt(offset)}: ${message.replace(/\s+/g, ' ')}`);
  };
  if (text.length > most) failAt(0, `This is longer than ${most} characters.`);
  const depth = findDepth(text);
  if (depth !== undefined) failAt(depth, `This is nested more than ${deepest} deep.`);
  const yaml = parseDocument(text, { prettyErrors: false });
  const [flaw] = [...yaml.errors, ...yaml.warnings];
  if (flaw) failAt(flaw.pos[0], flaw.message);
  const loop = findAlias(yaml, (target, ancestors) => ancestors.includes(target));
  if (loop) failAt(loop.range?.[0] ?? 0, 'This alias stands in what it stands for.');
  try {
    return {
      document: yaml.toJS({ maxAliasCount: mostAliases }) as Json,
      fail: (at, message) => failAt(offsetOf(yaml.contents, at), message),
      lineOf: (at) => lineAt(offsetOf(yaml.contents, at)),
    };
  } catch (error) {
    // What is left are aliases that lead nowhere, or to too much.
    const alias = findAlias(yaml, (target) => target === undefined) ?? findAlias(yaml, () => true);
    return failAt(alias?.range?.[0] ?? 0, (error as Error).message);
  }
};

/** A YAML text as JSON. @throws {ContractError} in one line, with file and place, on whatever is no such text. */
export const parseYaml = (path: string, text: string, most = longest): Yaml => {
  let parsed: Yaml | undefined;
  const read = (): Yaml => {
    parsed ??= parse(path, text, most);
    return parsed;
  };
  return {
    document: remember(text, () => read().document),
    fail: (at, message) => read().fail(at, message),
    lineOf: (at) => read().lineOf(at),
  };
};
