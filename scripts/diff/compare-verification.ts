import { type Finding, pointer } from './change.ts';
import type { Decision } from './decisions.ts';
import type { ContractRules, Words } from './rules-of.ts';

/** What a word means; `unlisted` and `unknown` come to the same. */
type Meaning = 'verified' | 'unverified' | 'unknown' | 'unlisted';

const meaningOf = (word: string, words: Words): Meaning =>
  (['verified', 'unverified', 'unknown'] as const).find((list) => words[list].includes(word)) ?? 'unlisted';

const isKnown = (meaning: Meaning): boolean => meaning === 'verified' || meaning === 'unverified';

const decide = (before: Meaning, after: Meaning): Decision => {
  if (isKnown(before)) return isKnown(after) ? 'word-changed-sides' : 'word-became-unknown';
  return isKnown(after) ? 'word-became-known' : 'word-stays-unknown';
};

const compareWords = (schema: string, before: Words, after: Words): Finding[] => {
  const at = pointer('components', 'schemas', schema, 'x-verification');
  const words = new Set([before, after].flatMap((lists) => [...lists.verified, ...lists.unverified, ...lists.unknown]));
  return [...words].flatMap((word) => {
    const [was, is] = [meaningOf(word, before), meaningOf(word, after)];
    return was === is ? [] : [{ decision: decide(was, is), what: `The status ${word} was ${was} and is ${is}`, at }];
  });
};

/** How the meaning of a provider's status words differs. The schema User speaks for all: the generator sees to it. */
export const compareVerification = (before: ContractRules, after: ContractRules): Finding[] => {
  const schemas = new Set([...Object.keys(before.verification), ...Object.keys(after.verification)]);
  return [...schemas].flatMap((schema): Finding[] => {
    const [was, is] = [before.verification[schema], after.verification[schema]];
    const at = pointer('components', 'schemas', schema, 'x-verification');
    if (!was) return [{ decision: 'verification-added', what: `${schema} now tells the status`, at }];
    if (!is) return [{ decision: 'verification-removed', what: `${schema} no longer tells the status`, at }];
    const what = `The status of ${schema} is told by ${is.property}, not ${was.property}`;
    return [
      ...(was.property === is.property ? [] : [{ decision: 'status-moved', what, at } as const]),
      ...(schema === 'User' ? compareWords(schema, was, is) : []),
    ];
  });
};
