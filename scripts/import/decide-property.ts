import type { Json, JsonObject } from '@amend/compiler/read';
import { type Answered, isOpen } from './decisions.ts';
import { atPath, isMap, mapAt } from './json.ts';

/** A document that is written on. */
export interface Nodes {
  readonly node: (path: readonly string[]) => JsonObject;
  readonly edit: (path: readonly string[], change: JsonObject) => void;
  /** Says of a node that something of it is not decided. */
  readonly leaveOpen: (path: readonly string[], open: Answered) => void;
}

export const nodesOf = (document: JsonObject): Nodes => {
  const node: Nodes['node'] = (path) => {
    const found = atPath(document, path);
    return isMap(found) ? found : {};
  };
  const edit: Nodes['edit'] = (path, change) => {
    Object.assign(node(path), change);
  };
  const leaveOpen: Nodes['leaveOpen'] = (path, { key }) =>
    edit(path, { 'x-undecided': [...((node(path)['x-undecided'] as string[] | undefined) ?? []), key.join('.')] });
  return { node, edit, leaveOpen };
};

/** The keys of our vocabulary, by what a decision calls them. */
const keys: Record<string, string> = {
  updatable: 'x-updatable',
  role: 'x-role',
  effect: 'x-effect',
  items: 'x-updatable-items',
  source: 'x-source',
  conflict: 'x-conflict',
};

const ruleOf = (value: Json, source: JsonObject): JsonObject => {
  if (Array.isArray(value)) return { 'x-updatable': value, 'x-source': source };
  if (typeof value === 'string') return { 'x-role': value };
  const { members: _, ...own } = isMap(value) ? value : {};
  const said = Object.entries(own).map(([key, each]) => [keys[key] ?? key, each] as const);
  const rule = Object.fromEntries(said);
  return 'x-updatable' in rule ? { 'x-source': source, ...rule } : rule;
};

/** Where a decision comes from: the vendor's words where they are about it, else whoever decided. */
const sourceOf = ({ isRule }: Answered, fact: JsonObject): JsonObject =>
  isRule ? fact : { evidence: 'assumed', from: 'Decided by hand; the document does not say.' };

/** What holds properties that are decided one by one is as free as they are. */
const ofEnvelope: JsonObject = {
  'x-updatable': ['unverified', 'verified'],
  'x-source': { evidence: 'assumed', from: 'What it holds has rules of its own.' },
};

const below = (way: readonly string[]): string[] => way.flatMap((name) => ['properties', name]);

/** Writes down what is decided of a property of a body, or of what an envelope in it holds. */
export const decideProperty = (
  { node, edit, leaveOpen }: Nodes,
  body: readonly string[],
  each: Answered,
  fact: JsonObject,
): void => {
  const [group, name = ''] = each.key;
  const { way = [name] } = each;
  const at = [...body, ...below(way)];
  if (way.length > 1) edit([...body, ...below(way.slice(0, 1))], ofEnvelope);
  if (isOpen(each)) {
    leaveOpen(at, each);
    return;
  }
  edit(at, ruleOf(each.value, sourceOf(each, fact)));
  for (const [member, rule] of Object.entries(mapAt(each.value, 'members'))) {
    const place = [...at, ...below(member.split('.'))];
    // A rule of what is not there would be dropped in silence.
    if (Object.keys(node(place)).length === 0) leaveOpen(at, { ...each, key: [group, `${name}.${member}`] });
    else edit(place, ruleOf(rule, sourceOf(each, fact)));
  }
};
