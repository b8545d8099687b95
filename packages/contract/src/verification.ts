import type { JudgedStatus, VerificationStatus } from './rules.ts';

/** Which of a provider's status words mean what (`x-verification`). A word in no list is unknown. */
export interface Verification {
  /** The response property that holds the word. */
  readonly property: string;
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
  /** Left out of both lists on purpose. */
  readonly unknown: readonly string[];
  /** Those in which nothing may change; they tell neither. */
  readonly frozen?: readonly string[];
}

/** All words that are known, those of users to come first. */
export const wordsOf = ({ unverified, verified, unknown, frozen = [] }: Verification): readonly string[] => [
  ...unverified,
  ...verified,
  ...unknown,
  ...frozen,
];

/** What rules are judged by where nothing is known: with statuses in which nothing may change, it may be one of those. */
export const unknownIn = (verification: Verification | undefined): JudgedStatus =>
  verification?.frozen?.length ? 'unsure' : 'unknown';

/** What rules are judged by: a word that is left out of both lists on purpose is known, and is `neither` or `frozen`. */
export const judgedStatusOf = (verification: Verification | undefined, word: unknown): JudgedStatus => {
  const isOneOf = (words: readonly unknown[] = []): boolean => words.includes(word);
  if (!verification) return 'unknown';
  if (isOneOf(verification.verified)) return 'verified';
  if (isOneOf(verification.unverified)) return 'unverified';
  if (isOneOf(verification.frozen)) return 'frozen';
  return isOneOf(verification.unknown) ? 'neither' : unknownIn(verification);
};

/** What a provider's word means; a word in no list, no word, and a provider without a status are `unknown`. */
export const statusOf = (verification: Verification | undefined, word: unknown): VerificationStatus => {
  const status = judgedStatusOf(verification, word);
  return status === 'verified' || status === 'unverified' ? status : 'unknown';
};
