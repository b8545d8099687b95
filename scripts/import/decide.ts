import { type Json, type JsonObject, vocabulary } from '@amend/compiler/read';
import type { Kind } from './choose.ts';
import { decideProperty, nodesOf } from './decide-property.ts';
import { type Answered, isOpen } from './decisions.ts';
import type { Draft } from './draft.ts';
import { isMap, mapAt } from './json.ts';
import { isObject } from './plain-schema.ts';

const canSayOfObjects = vocabulary['x-update']?.on.includes('Schema') === true;

/** What HTTP and the document say of repeats; nothing where a person has to. */
export const retryOf = (kind: Kind, method: string, key: string | undefined): Json | undefined => {
  if (kind === 'read' || kind === 'list') return 'safe';
  if (key !== undefined) return { 'idempotent-by': key };
  if (kind === 'create') return 'never';
  return kind === 'delete' || method === 'put' ? 'idempotent' : undefined;
};

/** What each word of a status means. */
const verificationOf = (property: string, words: readonly Answered[]): JsonObject => {
  const meaning = (name: string) => words.filter(({ value }) => value === name).map(({ key }) => key[1] ?? '');
  const others = ['unknown', 'frozen'].flatMap((name) => (meaning(name).length > 0 ? [[name, meaning(name)]] : []));
  return {
    property,
    verified: meaning('verified'),
    unverified: meaning('unverified'),
    ...Object.fromEntries(others),
  };
};

/** A contract: the draft with what is decided, and with `x-undecided` wherever something is not. */
export const decide = (draft: Draft, answered: readonly Answered[], fact: JsonObject): JsonObject => {
  const document = structuredClone(draft.document);
  const nodes = nodesOf(document);
  const { node, edit, leaveOpen } = nodes;
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
    properties: (each) => decideProperty(nodes, body, each, fact),
  };
  for (const each of answered) appliers[each.key[0]]?.(each);
  if (typeof status === 'string' && status !== 'undecided' && status !== 'none')
    edit(user, { 'x-verification': verificationOf(status, words) });
  return document;
};
