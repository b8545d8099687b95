import { isDeepStrictEqual } from 'node:util';
import { type Finding, findingOf, pointer } from './change.ts';
import type { Decision } from './decisions.ts';
import { keysOf, pairNodes, pairOf } from './pair-nodes.ts';

const wording: Readonly<Record<string, Decision>> = {
  'x-source': 'source-reworded',
  'x-conflict': 'conflict-reworded',
  examples: 'examples-changed',
  'x-unique': 'served-otherwise',
  'x-stored-as': 'served-otherwise',
  'x-sets': 'served-otherwise',
  'x-minimum-age': 'minimum-age-changed',
  'x-settle': 'settling-changed',
};

/** Keys of ours that have a comparison of their own. */
const comparedKeys: ReadonlySet<string> = new Set([
  'x-updatable',
  'x-updatable-items',
  'x-effect',
  'x-role',
  'x-rules-documented',
  'x-verification',
  'x-update',
  'x-after',
  'x-retry',
  'x-event',
]);

/** How two documents differ in what explains their facts, in nodes that both have. Redocly's comparison reads none of it. */
export const compareWording = (before: unknown, after: unknown): Finding[] =>
  pairNodes(pairOf(before, after)).flatMap((pair): Finding[] => {
    const { path, was, is, isMap } = pair;
    if (!was || !is || isMap) return [];
    return keysOf(pair).flatMap((key) => {
      if (comparedKeys.has(key) || isDeepStrictEqual(was[key], is[key])) return [];
      const known = Object.hasOwn(wording, key) ? wording[key] : undefined;
      const decision = known ?? (key.startsWith('x-') ? 'key-not-compared' : undefined);
      const verb = was[key] === undefined ? 'was added' : is[key] === undefined ? 'was removed' : 'changed';
      const told = { key, name: path.at(-1) ?? 'the document', verb };
      return decision ? [findingOf(decision, told, pointer(...path, key))] : [];
    });
  });
