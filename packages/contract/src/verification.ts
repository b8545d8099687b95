import type { JudgedStatus, VerificationStatus } from './rules.ts';

/** Which of a provider's status words mean what (`x-verification`). A word in no list is unknown. */
export interface Verification {
  /** The response property that holds the word. */
  readonly property: string;
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
  /** Left out of both lists on purpose. */
  readonly unknown: readonly string[];
}

/** What rules are judged by: a word that is left out of both lists on purpose is known, and is `neither`. */
export const judgedStatusOf = (verification: Verification | undefined, word: unknown): JudgedStatus => {
  const isOneOf = (words: readonly unknown[]): boolean => words.includes(word);
  if (!verification) return 'unknown';
  if (isOneOf(verification.verified)) return 'verified';
  if (isOneOf(verification.unverified)) return 'unverified';
  return isOneOf(verification.unknown) ? 'neither' : 'unknown';
};

/** What a provider's word means; a word in no list, no word, and a provider without a status are `unknown`. */
export const statusOf = (verification: Verification | undefined, word: unknown): VerificationStatus => {
  const status = judgedStatusOf(verification, word);
  return status === 'neither' ? 'unknown' : status;
};
