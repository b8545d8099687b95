import { isDeepStrictEqual } from 'node:util';
import { parseReference, vocabulary } from '@amend/compiler/read';
import type { Source } from '@amend/contract';
import { isNode, type Node, type Pair, pairNodes, pairOf } from './pair-nodes.ts';
import { isSameFact } from './same-fact.ts';

/** One version of a node's rules. */
interface RuleSide {
  /** By key, those that differ. */
  readonly rule: Node;
  readonly sources: readonly Source[];
}

/** A node whose rules differ. */
export interface ChangedRule {
  readonly path: readonly string[];
  /** Nothing where the node is new. */
  readonly was?: RuleSide;
  /** Nothing where the node is gone. */
  readonly is?: RuleSide;
  /** Conflicts of sources that are told since, or otherwise than before. */
  readonly conflicts: readonly string[];
  /** Whether a key differs for which neither source nor conflict does. */
  readonly isUnsourced: boolean;
}

/** Keys that say where a fact is from, how our clients repeat a call, or what an example shows; all others are rules. */
const noRules: ReadonlySet<string> = new Set(['x-source', 'x-conflict', 'x-retry', 'x-answers', 'x-unshown']);

export const ruleKeys: readonly string[] = Object.keys(vocabulary).filter((key) => !noRules.has(key));

/** What stands on a schema itself; all else is judged where a component is used. */
const ofSchemas: ReadonlySet<string> = new Set(['x-verification', 'x-rules-documented']);

type Version = 'was' | 'is';

interface Documents {
  readonly was: unknown;
  readonly is: unknown;
}

const targetOf = (document: unknown, node: Node | undefined): Node | undefined => {
  const reference = typeof node?.$ref === 'string' ? parseReference(node.$ref) : undefined;
  if (!reference || !isNode(document) || !isNode(document.components)) return undefined;
  const section = document.components[reference.section];
  const target = isNode(section) ? section[reference.name] : undefined;
  return isNode(target) ? target : undefined;
};

/** The node that holds a key for a place: the one there, or the component that it stands for. */
const holderOf = (documents: Documents, pair: Pair, version: Version, key: string): Node | undefined => {
  const node = pair[version];
  if (!node || Object.hasOwn(node, key) || ofSchemas.has(key)) return node;
  const target = targetOf(documents[version], node);
  return target && Object.hasOwn(target, key) ? target : node;
};

const sourcesOf = (holder: Node | undefined, pair: Pair, version: Version): readonly Source[] => {
  const own = holder?.['x-source'] ?? pair[version]?.['x-source'];
  if (own !== undefined) return [own as Source | Source[]].flat();
  return pair.above ? sourcesOf(undefined, pair.above, version) : [];
};

const toldSince = (was: unknown, is: unknown): string[] =>
  Object.entries(isNode(is) ? is : {}).flatMap(([name, text]) => (isNode(was) && was[name] === text ? [] : [name]));

/** User speaks for every schema that tells a status: the compiler sees to it. */
const isToldByUser = ({ path, was, is }: Pair, key: string): boolean => {
  if (key !== 'x-verification' || path.at(-1) === 'User') return false;
  const [before, after] = [was?.[key], is?.[key]];
  return isNode(before) && isNode(after) && before.property === after.property;
};

const changedIn = (documents: Documents, pair: Pair): ChangedRule[] => {
  const { path, was, is } = pair;
  const isComponent = path.length === 3 && path[0] === 'components' && path[1] === 'schemas';
  const keys = ruleKeys.flatMap((key) => {
    if (isToldByUser(pair, key) || (isComponent && !ofSchemas.has(key))) return [];
    const sides = { was: holderOf(documents, pair, 'was', key), is: holderOf(documents, pair, 'is', key) };
    if (isSameFact(sides.was?.[key], sides.is?.[key])) return [];
    const sources = { was: sourcesOf(sides.was, pair, 'was'), is: sourcesOf(sides.is, pair, 'is') };
    const conflicts = toldSince(sides.was?.['x-conflict'], sides.is?.['x-conflict']);
    return [{ key, sides, sources, conflicts }];
  });
  if (keys.length === 0) return [];
  const side = (version: Version): RuleSide => ({
    rule: Object.fromEntries(
      keys.flatMap(({ key, sides }) => (sides[version]?.[key] === undefined ? [] : [[key, sides[version][key]]])),
    ),
    sources: keys
      .flatMap(({ sources }) => sources[version])
      .filter((source, index, all) => all.findIndex((other) => isDeepStrictEqual(other, source)) === index),
  });
  const isUnsourced =
    was !== undefined &&
    is !== undefined &&
    keys.some(({ sources, conflicts }) => conflicts.length === 0 && isSameFact(sources.was, sources.is));
  return [
    {
      path,
      ...(was && { was: side('was') }),
      ...(is && { is: side('is') }),
      conflicts: [...new Set(keys.flatMap(({ conflicts }) => conflicts))],
      isUnsourced,
    },
  ];
};

/** The rules that differ between two documents, node by node, and whether their sources do. */
export const changedRules = (was: unknown, is: unknown): ChangedRule[] =>
  pairNodes(pairOf(was, is))
    .filter(({ isMap }) => !isMap)
    .flatMap((pair) => changedIn({ was, is }, pair));
