import { isDeepStrictEqual } from 'node:util';
import { type Finding, pointer } from './change.ts';
import type { Decision } from './decisions.ts';

const wording: Readonly<Record<string, { decision: Decision; what: string }>> = {
  'x-source': { decision: 'source-reworded', what: 'The source' },
  'x-conflict': { decision: 'conflict-reworded', what: 'The conflict of sources' },
  examples: { decision: 'examples-changed', what: 'The list of examples' },
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
    const at = pointer(...path, key);
    const owner = path.at(-1) ?? 'the document';
    const verb = was === undefined ? 'was added' : is === undefined ? 'was removed' : 'changed';
    if (!isMap) {
      const found = Object.hasOwn(wording, key) ? wording[key] : undefined;
      if (found) return [{ decision: found.decision, what: `${found.what} of ${owner} ${verb}`, at }];
      if (ruleKeys.has(key)) return [];
      if (key.startsWith('x-')) return [{ decision: 'key-not-compared', what: `${key} of ${owner} ${verb}`, at }];
    }
    return compareWording(was, is, [...path, key], !isMap && maps.has(key));
  });
};
