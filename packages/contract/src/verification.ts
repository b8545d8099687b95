import type { VerificationStatus } from './rules.ts';

/** Which of a provider's status words mean what (`x-verification`). A word in no list is unknown. */
export interface Verification {
  /** The response property that holds the word. */
  readonly property: string;
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
  /** Left out of both lists on purpose. */
  readonly unknown: readonly string[];
}

/** What a provider's word means; a word in no list, no word, and a provider without a status are `unknown`. */
export const statusOf = (verification: Verification | undefined, word: unknown): VerificationStatus => {
  const isOneOf = (words: readonly unknown[]): boolean => words.includes(word);
  if (!verification) return 'unknown';
  if (isOneOf(verification.verified)) return 'verified';
  return isOneOf(verification.unverified) ? 'unverified' : 'unknown';
};
