import { wordsOf } from '@amend/contract';
import { type AnyUserOperation, type StatusWord, statusOf } from 'amend';
import { oneOf } from 'amend/providers';

/** What the rules go by; `unknown` allows only what every status allows. */
const ours = ['unverified', 'verified', 'unknown'] as const;

/** The words that stand for a status: ours, and those of providers. */
export const statusWords = (operations: readonly AnyUserOperation[]): string[] => {
  const theirs = operations.flatMap(({ reader: { verification } }) => (verification ? wordsOf(verification) : []));
  return [...new Set([...ours, ...theirs])];
};

/**
 * The status that a word stands for; the provider's word itself where rules take it for neither, such as that of a user who is
 * suspended, or name it.
 *
 * @throws {SetupError} on a word that neither we nor the provider know.
 */
export const readStatus = (word: string, operation: AnyUserOperation): StatusWord => {
  const known = oneOf('status', word, statusWords([operation]));
  const status = statusOf(operation, known);
  const isNamed = Object.hasOwn(operation.rules?.words ?? {}, known);
  return status === 'unknown' || isNamed ? known : status;
};
