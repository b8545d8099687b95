import type { JsonObject } from '@amend/compiler/read';
import { isMap, listAt, mapAt, mapValues, textAt } from './json.ts';

/** Names of properties that may tell how far a user is verified, the likeliest first. */
const ofStatus = [/^(verification|kyc|kyb)_?status$/i, /^status$/i, /status$/i, /^state$/i, /verif|kyc/i, /state$/i];

export const statusCandidates = (user: JsonObject): string[] => {
  const texts = Object.entries(mapAt(user, 'properties')).flatMap(([name, property]) =>
    isMap(property) && [property.type].flat().includes('string') ? [name] : [],
  );
  return [...new Set(ofStatus.flatMap((form) => texts.filter((name) => form.test(name))))];
};

export const statusWords = (user: JsonObject, name: string): string[] =>
  listAt(mapAt(user, 'properties')[name], 'enum').flatMap((word) => (word === null ? [] : [String(word)]));

/** What is decided of the status so far. */
export interface DecidedStatus {
  readonly property?: string | undefined;
  /** What each word means. */
  readonly words: Readonly<Record<string, unknown>>;
}

export const decidedStatus = (decisions: JsonObject | undefined): DecidedStatus => {
  const property = textAt(decisions, 'status');
  return { property: property === 'undecided' ? undefined : property, words: mapAt(decisions, 'words') };
};

/** The words of a user's status, those first in which most may change. */
export const wordsToShow = (
  user: JsonObject,
  { property, words }: DecidedStatus,
): readonly [name: string, words: string[]] => {
  const name = property ?? statusCandidates(user)[0] ?? '';
  const order = ['unverified', 'verified', 'unknown', 'frozen'];
  const rank = (word: string): number => (order.indexOf(String(words[word])) + order.length) % order.length;
  return [name, statusWords(user, name).toSorted((one, other) => rank(one) - rank(other))];
};

/** A user's schema of which a sample is in this status. */
export const inStatus = (user: JsonObject, name: string, word: string): JsonObject => ({
  ...user,
  properties: mapValues(mapAt(user, 'properties'), (property, each) =>
    each === name && isMap(property) ? { ...property, examples: [word] } : property,
  ),
});
