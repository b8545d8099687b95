import type { PropertyRule } from '@amend/contract';
import { elementsOf, type Fields } from '../json.ts';

/** Documents on file, and those that newer ones of their kind took the place of. */
export interface Filed {
  readonly current: readonly Fields[];
  readonly archived: readonly Fields[];
}

/** Adds each document as a new copy; where that effect is documented, the older one of its kind is archived. */
export const fileDocuments = (
  stored: unknown,
  added: readonly Fields[],
  { kind, effect }: { readonly kind: string; readonly effect: PropertyRule['effect'] },
): Filed => {
  const older = elementsOf(stored);
  if (effect !== 'archives-previous') return { current: [...older, ...added], archived: [] };
  const newest = new Map(added.map((document) => [document[kind], document]));
  const isNewest = (document: Fields): boolean => newest.get(document[kind]) === document;
  return {
    current: [...older.filter((document) => !newest.has(document[kind])), ...added.filter(isNewest)],
    archived: [
      ...older.filter((document) => newest.has(document[kind])),
      ...added.filter((document) => !isNewest(document)),
    ],
  };
};
