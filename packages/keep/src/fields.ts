import type { AnyUserOperation, Patch, User } from 'amend';

/** A value of a patch, under its path as plans write it: `address.city`, `documents.virtual[0]`. */
export type Leaf = readonly [path: string, value: unknown];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** All values of a patch or a user, without what is `undefined`. */
export const leavesOf = (value: object, before = ''): Leaf[] =>
  Object.entries(value).flatMap(([name, part]): Leaf[] => {
    const path = before + name;
    if (Array.isArray(part)) return part.map((element, index) => [`${path}[${index}]`, element]);
    if (isObject(part)) return leavesOf(part, `${path}.`);
    return part === undefined ? [] : [[path, part]];
  });

interface Placed {
  readonly path: string;
  readonly value: unknown;
}

type Branch = { [name: string]: unknown };

/** A patch of values of several changes, in their order, and where each of them stands in it: lists go on. */
export const patchOf = <Entry extends Placed>(
  entries: readonly Entry[],
): { readonly patch: Patch; readonly at: ReadonlyMap<string, Entry> } => {
  const patch: Branch = Object.create(null);
  const at = new Map<string, Entry>();
  for (const entry of entries) {
    const [, list] = /^(.*)\[\d+\]$/.exec(entry.path) ?? [];
    const names = (list ?? entry.path).split('.');
    const last = names.pop() ?? '';
    let into = patch;
    for (const name of names) {
      if (!isObject(into[name])) into[name] = Object.create(null);
      into = into[name] as Branch;
    }
    const listed = into[last];
    if (list !== undefined && Array.isArray(listed)) listed.push(entry.value);
    else into[last] = list === undefined ? entry.value : [entry.value];
    at.set(list === undefined ? entry.path : `${list}[${(into[last] as unknown[]).length - 1}]`, entry);
  }
  return { patch: patch as Patch, at };
};

/** The entries that a plan's verdict is about: one, or all parts of what it names. */
export const entriesAt = <Entry>(at: ReadonlyMap<string, Entry>, field: string): Entry[] => {
  const own = at.get(field);
  if (own) return [own];
  return [...at].filter(([path]) => path.startsWith(`${field}.`) || path.startsWith(`${field}[`)).map(([, one]) => one);
};

/** A list to which an operation adds: the fields that are added to it, the list first, and the kind in which an SSN stands. */
interface Appended {
  readonly list: string;
  readonly kindOf: (path: string, value: unknown) => unknown;
}

/** The list that a field is added to at this provider, so that to send it twice would double it. */
export const appendedTo = ({ rows }: AnyUserOperation, path: string): Appended | undefined => {
  const [field = ''] = path.split('[');
  for (const row of Object.values(rows))
    if (row.is === 'documents' && (row.fields as readonly string[]).includes(field))
      return {
        list: row.fields[0] ?? field,
        kindOf: (own, value) => (own.includes('[') ? (value as { type?: unknown } | null)?.type : row.ssnKind),
      };
  return undefined;
};

/** Whether one of these operations adds a field to a list. */
export const isAdded = (operations: readonly AnyUserOperation[], path: string): boolean =>
  operations.some((operation) => appendedTo(operation, path) !== undefined);

/** Whether what is added to lists is seen when the user is read. */
export const showsLists = ({ reader }: AnyUserOperation): boolean =>
  Object.values(reader.rows).some(({ is }) => is === 'documents');

/** Whether an answer that does not show this field, which was set, says that the provider has it not. */
export const hides = (operation: AnyUserOperation, path: string, value: unknown, user: User): boolean => {
  const appended = appendedTo(operation, path);
  if (appended) return showsLists(operation) && listIn(user, appended.list).length === 0;
  const isShown = Object.values(operation.reader.rows).some(
    (row) => row.is === 'fields' && row.codec.loss === undefined && (row.fields as readonly string[]).includes(path),
  );
  return isShown && value !== null && !leavesOf(user).some(([shown]) => shown === path);
};

/** What a list of the user's holds: the provider's identifier and the kind of each element. */
export const listIn = (
  user: User | undefined,
  list: string,
): readonly { readonly id?: string; readonly type?: string }[] => {
  let value: unknown = user;
  for (const name of list.split('.')) value = isObject(value) ? Reflect.get(value, name) : undefined;
  return Array.isArray(value) ? value.filter(isObject) : [];
};
