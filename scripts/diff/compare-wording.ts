import { isDeepStrictEqual } from 'node:util';
import { type Finding, findingOf, pointer } from './change.ts';
import type { Decision } from './decisions.ts';

const wording: Readonly<Record<string, Decision>> = {
  'x-source': 'source-reworded',
  'x-conflict': 'conflict-reworded',
  examples: 'examples-changed',
  'x-unique': 'served-otherwise',
  'x-stored-as': 'served-otherwise',
  'x-sets': 'served-otherwise',
  'x-minimum-age': 'minimum-age-changed',
};

/** Keys of ours that have a comparison of their own. */
const ruleKeys: ReadonlySet<string> = new Set([
  'x-updatable',
  'x-updatable-items',
  'x-effect',
  'x-role',
  'x-rules-documented',
  'x-verification',
  'x-update',
  'x-after',
  'x-retry',
]);

/** Their keys are names that somebody chose. */
const maps: ReadonlySet<string> = new Set(['properties', 'schemas', 'parameters', 'responses', 'paths']);

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** How two documents differ in what explains their facts, in nodes that both have. Redocly's comparison reads none of it. */
export const compareWording = (
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
  isMap = false,
): Finding[] => {
  if (!isNode(before) || !isNode(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key): Finding[] => {
    const [was, is] = [before[key], after[key]];
    if (isDeepStrictEqual(was, is)) return [];
    if (!isMap) {
      const verb = was === undefined ? 'was added' : is === undefined ? 'was removed' : 'changed';
      const told = { key, name: path.at(-1) ?? 'the document', verb };
      const decision = Object.hasOwn(wording, key) ? wording[key] : undefined;
      if (decision) return [findingOf(decision, told, pointer(...path, key))];
      if (ruleKeys.has(key)) return [];
      if (key.startsWith('x-')) return [findingOf('key-not-compared', told, pointer(...path, key))];
    }
    return compareWording(was, is, [...path, key], !isMap && maps.has(key));
  });
};
