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
  /** Where the rule holds: there, and wherever a component is used. */
  readonly holds: readonly (readonly string[])[];
  /** Nothing where the node is new. */
  readonly was?: RuleSide;
  /** Nothing where the node is gone. */
  readonly is?: RuleSide;
  /** Conflicts of sources that are told since, or otherwise than before. */
  readonly conflicts: readonly string[];
  /** Whether neither the source differs nor a conflict tells why; what is new or gone has nothing to differ from. */
  readonly isUnsourced: boolean;
}

/** Keys that say where a fact is from, how our clients repeat a call, or what an example shows; all others are rules. */
const noRules: ReadonlySet<string> = new Set(['x-source', 'x-conflict', 'x-retry', 'x-answers', 'x-unshown']);

export const ruleKeys: readonly string[] = Object.keys(vocabulary).filter((key) => !noRules.has(key));

type Version = 'was' | 'is';

type Documents = Readonly<Record<Version, unknown>>;

const targetOf = (document: unknown, node: Node | undefined): Node | undefined => {
  const reference = typeof node?.$ref === 'string' ? parseReference(node.$ref) : undefined;
  if (!reference || !isNode(document) || !isNode(document.components)) return undefined;
  const section = document.components[reference.section];
  const target = isNode(section) ? section[reference.name] : undefined;
  return isNode(target) ? target : undefined;
};

/** What a key says at a place, there or in the component that it stands for. */
const effective = (documents: Documents, pair: Pair, version: Version, key: string): unknown =>
  pair[version]?.[key] ?? targetOf(documents[version], pair[version])?.[key];

const isSame = (documents: Documents, pair: Pair, key: string): boolean =>
  isSameFact(effective(documents, pair, 'was', key), effective(documents, pair, 'is', key));

/** Where a component is used; nowhere but where it stands, if it is none. */
const usesOf = (documents: Documents, pairs: readonly Pair[], { path, was, is }: Pair): readonly Pair[] => {
  if (path.length !== 3 || path[0] !== 'components') return [];
  const isUse = (pair: Pair, version: Version, node: Node | undefined) =>
    node !== undefined && targetOf(documents[version], pair[version]) === node;
  return pairs.filter((pair) => isUse(pair, 'was', was) || isUse(pair, 'is', is));
};

const sourcesOf = ({ above, ...nodes }: Pair, version: Version): readonly Source[] => {
  const own = nodes[version]?.['x-source'];
  if (own !== undefined) return [own as Source | Source[]].flat();
  return above ? sourcesOf(above, version) : [];
};

const toldSince = (was: unknown, is: unknown): string[] =>
  Object.entries(isNode(is) ? is : {}).flatMap(([name, text]) => (isNode(was) && was[name] === text ? [] : [name]));

/** User speaks for every schema that tells a status, as the compiler sees to; the body of a webhook tells events. */
const isToldByUser = ({ path, was, is }: Pair, key: string, uses: readonly Pair[]): boolean => {
  if (key !== 'x-verification' || path.at(-1) === 'User') return false;
  if ([path, ...uses.map((use) => use.path)].some(([section]) => section === 'webhooks')) return false;
  const [before, after] = [was?.[key], is?.[key]];
  return isNode(before) && isNode(after) && before.property === after.property;
};

const changedIn = (documents: Documents, pairs: readonly Pair[], pair: Pair): ChangedRule[] => {
  const { path, was, is } = pair;
  const unlike = ruleKeys.filter((key) => !isSameFact(was?.[key], is?.[key]));
  if (unlike.length === 0) return [];
  const uses = usesOf(documents, pairs, pair);
  const differing = unlike.filter((key) => !isToldByUser(pair, key, uses));
  if (differing.length === 0) return [];
  const isMoved = (key: string) => (uses.length > 0 ? uses : [pair]).every((use) => isSame(documents, use, key));
  const keys = differing.filter((key) => !isMoved(key));
  if (keys.length === 0) return [];
  const side = (version: Version): RuleSide => ({
    rule: Object.fromEntries(
      keys.flatMap((key) => (pair[version]?.[key] === undefined ? [] : [[key, pair[version][key]]])),
    ),
    sources: sourcesOf(pair, version),
  });
  const sides = { ...(was && { was: side('was') }), ...(is && { is: side('is') }) };
  const conflicts = toldSince(was?.['x-conflict'], is?.['x-conflict']);
  const isUnsourced = conflicts.length === 0 && isSameFact(sides.was?.sources, sides.is?.sources);
  const holds = [path, ...uses.map((use) => use.path)];
  return [{ path, holds, ...sides, conflicts, isUnsourced }];
};

/** The rules that differ between two documents, node by node, and whether their sources do. */
export const changedRules = (was: unknown, is: unknown): ChangedRule[] => {
  const pairs = pairNodes(pairOf(was, is)).filter(({ isMap }) => !isMap);
  return pairs.flatMap((pair) => changedIn({ was, is }, pairs, pair));
};
