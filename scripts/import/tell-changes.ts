import { type Contract, type Json, type JsonObject, parseYaml } from '@amend/compiler/read';
import { stringify } from 'yaml';
import { compareContract } from '../diff/compare-contract.ts';
import { render } from '../diff/report.ts';
import { compareWithRedocly } from '../diff/run-redocly.ts';
import { isMap, mapValues } from './json.ts';

const notToldOf: JsonObject = { evidence: 'assumed', from: 'Decisions are not compared.' };

/** What stands in the place of decisions, which are no change of the provider's, and may still be open. */
const stand: Record<string, JsonObject> = {
  'x-update': { 'x-update': 'partial' },
  'x-retry': { 'x-retry': 'never' },
  'x-rules-documented': { 'x-rules-documented': false },
  'x-updatable': { 'x-updatable': [], 'x-source': notToldOf },
};

/** The decisions that a question is about, by the first word of its key. */
const asked: Record<string, string> = {
  update: 'x-update',
  repeats: 'x-retry',
  documented: 'x-rules-documented',
  properties: 'x-updatable',
};

const ofPersons = [
  'x-update',
  'x-undecided',
  'x-updatable',
  'x-updatable-items',
  'x-role',
  'x-effect',
  'x-conflict',
  'x-verification',
];

const withoutDecisions = (node: Json): Json => {
  if (Array.isArray(node)) return node.map(withoutDecisions);
  if (!isMap(node)) return node;
  const open = [node['x-undecided'] ?? []].flat().map((each) => asked[/^\w+/.exec(String(each))?.[0] ?? ''] ?? '');
  const decided = Object.keys(node).map((key) => (key === 'x-role' ? 'x-updatable' : key));
  // An object in a body says so too; there it may be left out.
  const isNeeded = (key: string) => Object.hasOwn(stand, key) && (key !== 'x-update' || 'operationId' in node);
  const kept = mapValues(node, (value, key) => (ofPersons.includes(key) ? undefined : withoutDecisions(value)));
  return Object.assign(kept, ...[...open, ...decided].map((key) => (isNeeded(key) ? stand[key] : {})));
};

const comparable = (path: string, text: string): string =>
  stringify(withoutDecisions(parseYaml(path, text).document), { lineWidth: 0 });

/** What differs between two imports of a contract, as `npm run contracts:diff` tells it; nothing if nothing does. */
export const tellChanges = async (contract: Contract, was: string, is: string): Promise<string> => {
  const [before, after] = [comparable(contract.path, was), comparable(contract.path, is)];
  if (before === after) return '';
  const { changes, cells } = compareContract({ contract, before, after }, await compareWithRedocly(before, after));
  if (changes.length === 0) return '';
  return render({ base: 'the last import', changes, cells, faults: [], links: undefined }, 'text');
};
