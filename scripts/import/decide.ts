import { type Json, type JsonObject, vocabulary } from '@amend/compiler/read';
import type { Kind } from './choose.ts';
import { type Answered, isOpen } from './decisions.ts';
import type { Draft } from './draft.ts';
import { atPath, isMap, mapAt } from './json.ts';
import { isObject } from './plain-schema.ts';

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

const canSayOfObjects = vocabulary['x-update']?.on.includes('Schema') === true;

/** What HTTP and the document say of repeats; nothing where a person has to. */
export const retryOf = (kind: Kind, method: string, key: string | undefined): Json | undefined => {
  if (kind === 'read' || kind === 'list') return 'safe';
  if (key !== undefined) return { 'idempotent-by': key };
  if (kind === 'create') return 'never';
  return kind === 'delete' || method === 'put' ? 'idempotent' : undefined;
};

/** Nodes of a document that one may write on. */
type Edit = (path: readonly string[], change: JsonObject) => void;

const undecidedAt =
  (edit: Edit, node: (path: readonly string[]) => JsonObject) =>
  (path: readonly string[], { key }: Answered) =>
    edit(path, { 'x-undecided': [...((node(path)['x-undecided'] as string[] | undefined) ?? []), key.join('.')] });

/** A contract: the draft with what is decided, and with `x-undecided` wherever something is not. */
export const decide = (draft: Draft, answered: readonly Answered[], fact: JsonObject): JsonObject => {
  const document = structuredClone(draft.document);
  const node = (path: readonly string[]): JsonObject => {
    const found = atPath(document, path);
    return isMap(found) ? found : {};
  };
  const edit: Edit = (path, change) => {
    Object.assign(node(path), change);
  };
  const leaveOpen = undecidedAt(edit, node);
  const body = ['components', 'schemas', draft.bodyName];
  const user = ['components', 'schemas', 'User'];
  const operationAt = (id: string): string[] => {
    const paths = Object.entries(mapAt(document, 'paths'));
    const found = paths.flatMap(([path, item]) =>
      Object.entries(isMap(item) ? item : {}).flatMap(([method, each]) =>
        isMap(each) && each.operationId === id ? [['paths', path, method]] : [],
      ),
    );
    return found[0] ?? [];
  };
  const update = draft.operations.find(({ kind }) => kind === 'update')?.id ?? '';

  const objects = (schema: JsonObject, value: Json): void => {
    for (const property of Object.values(mapAt(schema, 'properties')))
      if (isMap(property) && isObject(property)) {
        property['x-update'] = value;
        objects(property, value);
      }
  };

  for (const { kind, id, vendor, key } of draft.operations) {
    const retry = retryOf(kind, vendor.method, key);
    if (retry !== undefined) edit(operationAt(id), { 'x-retry': retry });
  }
  const status = answered.find(({ key }) => key[0] === 'status')?.value;
  const words = answered.filter(({ key }) => key[0] === 'words');
  const appliers: Record<string, (each: Answered) => void> = {
    update: (each) =>
      isOpen(each) ? leaveOpen(operationAt(update), each) : edit(operationAt(update), { 'x-update': each.value }),
    objects: (each) => {
      if (isOpen(each)) leaveOpen(body, each);
      else if (canSayOfObjects) objects(node(body), each.value);
    },
    documented: (each) => (isOpen(each) ? leaveOpen(body, each) : edit(body, { 'x-rules-documented': each.value })),
    repeats: (each) => {
      const at = operationAt(each.key[1] ?? '');
      if (isOpen(each)) leaveOpen(at, each);
      else edit(at, { 'x-retry': each.value });
    },
    status: (each) => {
      if (isOpen(each)) leaveOpen(user, each);
    },
    words: (each) => {
      if (isOpen(each)) leaveOpen(user, each);
    },
    properties: (each) => {
      const at = [...body, 'properties', each.key[1] ?? ''];
      if (isOpen(each)) return leaveOpen(at, each);
      edit(at, ruleOf(each.value, sourceOf(each, fact)));
      for (const [way, rule] of Object.entries(mapAt(each.value, 'members'))) {
        const place = [...at, ...way.split('.').flatMap((name) => ['properties', name])];
        // A rule of what is not there would be dropped in silence.
        if (Object.keys(node(place)).length === 0)
          leaveOpen(at, { ...each, key: [each.key[0], `${each.key[1]}.${way}`] });
        else edit(place, ruleOf(rule, sourceOf(each, fact)));
      }
    },
  };
  for (const each of answered) appliers[each.key[0]]?.(each);
  if (typeof status === 'string' && status !== 'undecided' && status !== 'none') {
    const meaning = (name: string) => words.filter(({ value }) => value === name).map(({ key }) => key[1] ?? '');
    const others = ['unknown', 'frozen'].flatMap((name) => (meaning(name).length > 0 ? [[name, meaning(name)]] : []));
    edit(user, {
      'x-verification': {
        property: status,
        verified: meaning('verified'),
        unverified: meaning('unverified'),
        ...Object.fromEntries(others),
      },
    });
  }
  return document;
};
