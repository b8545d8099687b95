import type { JsonObject } from '@amend/compiler/read';
import { mapsAt, textAt } from './json.ts';
import { propertiesOf } from './properties.ts';
import type { Source } from './source.ts';

/** When a property may be sent, and the bodies of the document that say so. */
export interface BranchRule {
  /** Nothing where none of the bodies is named for a status. */
  readonly updatable?: readonly string[];
  readonly in: readonly string[];
}

const wordsIn = (name: string): string[] =>
  name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g)?.map((word) => word.toLowerCase()) ?? [];

/** The statuses in which a body of this name is sent; nothing where the name does not say. */
const statusesOf = (name: string): string[] => {
  const words = wordsIn(name);
  // What is upgraded to verified is not so yet, and a retry is neither.
  if (words.includes('upgrade')) return ['unverified'];
  if (words.includes('retry') || words.includes('to')) return [];
  return ['unverified', 'verified'].filter((status) => words.includes(status));
};

/**
 * Rules that a document states by itself: an update whose alternatives are named for a status, as in
 * `UpdateVerifiedPersonal`. A property may be sent in the statuses of those that have it.
 */
export const branchRules = (source: Source, body: JsonObject): ReadonlyMap<string, BranchRule> => {
  const target = source.target(body);
  const branches = [...mapsAt(target, 'oneOf'), ...mapsAt(target, 'anyOf')].map((branch) => ({
    name: textAt(branch, '$ref')?.split('/').at(-1) ?? textAt(branch, 'title') ?? '',
    properties: Object.keys(propertiesOf(source, branch)),
  }));
  const told = new Set(branches.flatMap(({ name }) => statusesOf(name)));
  // Both have to be told: where only one is, nothing is said of the other.
  if (told.size < 2) return new Map();
  const names = [...new Set(branches.flatMap(({ properties }) => properties))];
  return new Map(
    names.map((property) => {
      const having = branches.filter(({ properties }) => properties.includes(property));
      const updatable = [...told].filter((status) => having.some(({ name }) => statusesOf(name).includes(status)));
      const bodies = { in: having.map(({ name }) => name) };
      return [property, updatable.length > 0 ? { updatable: updatable.toSorted(), ...bodies } : bodies];
    }),
  );
};
