import { closest, distance } from 'fastest-levenshtein';
import { SetupError } from './setup-error.ts';

/** What stands in the place of a name may be private: only what looks like a name is repeated. */
const shown = (word: string): string => (/^-{0,2}[A-Za-z][A-Za-z_.-]{0,29}$/.test(word) ? ` ${word}` : '');

/** The name that was probably meant; of a path, its last part will do. */
const nearest = (word: string, names: readonly string[]): string | undefined => {
  const whole = names.find((name) => name.endsWith(`.${word}`));
  if (whole !== undefined || names.length === 0) return whole;
  const name = closest(word.toLowerCase(), names);
  return distance(word.toLowerCase(), name.toLowerCase()) <= Math.max(2, name.length / 3) ? name : undefined;
};

/** `unknown provider machent; did you mean machnet?`, or the names that there are. */
export const unknownName = (what: string, word: string, names: readonly string[]): string => {
  const parts = names.filter((name) => name.startsWith(`${word}.`));
  if (parts.length > 0) return `${what}${shown(word)} has parts: ${parts.join(', ')}.`;
  const near = nearest(word, names);
  if (near !== undefined) return `unknown ${what}${shown(word)}; did you mean ${near}?`;
  return `unknown ${what}${shown(word)}; there ${names.length === 1 ? 'is only' : 'are'} ${names.join(', ')}.`;
};

/**
 * One of a few names, in any case.
 *
 * @param what What it is the name of, for the sentence.
 * @throws {SetupError} that names the nearest one.
 */
export const oneOf = <Name extends string>(what: string, word: string, names: readonly Name[]): Name => {
  const found = names.find((name) => name.toLowerCase() === word.toLowerCase());
  if (found === undefined) throw new SetupError(unknownName(what, word, names));
  return found;
};
