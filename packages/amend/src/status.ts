import { type JudgedStatus, judgedStatusOf, unknownIn, type VerificationStatus } from '@amend/contract';
import { isRecord, own } from './fields.ts';
import type { AnyUserOperation, Reader } from './user-operation.ts';

/** Where a user stands: the status that rules are judged by, and the provider's word where it is known. */
export interface Standing {
  readonly status: JudgedStatus;
  readonly word?: string;
}

/** A status of ours, or a word of a provider's. */
export type StatusWord = VerificationStatus | (string & {});

type WithReader = { readonly reader: Pick<Reader, 'verification'> };

const isOurs = (word: unknown): word is VerificationStatus =>
  word === 'verified' || word === 'unverified' || word === 'unknown';

/** What one word tells. */
export const standingOf = ({ reader }: WithReader, word: unknown): Standing => {
  if (isOurs(word)) return { status: word === 'unknown' ? unknownIn(reader.verification) : word };
  const status = judgedStatusOf(reader.verification, word);
  return status === 'unknown' || status === 'unsure' ? { status } : { status, word: String(word) };
};

/**
 * What a provider's status word means; a status of ours is itself. A word that the contract does not know is `unknown`, and
 * so is one that it takes for neither, such as that of a user who is suspended.
 */
export const statusOf = (operation: WithReader, word: unknown): VerificationStatus => {
  const { status } = standingOf(operation, word);
  return status === 'verified' || status === 'unverified' ? status : 'unknown';
};

/**
 * What is told of a user: by who calls, and by the user as the provider has it. Two statements that differ are no
 * knowledge, and a word of the provider's is no status of ours, unless the rules name it.
 */
export const standingIn = (
  operation: AnyUserOperation,
  status: unknown,
  known: Readonly<Record<string, unknown>>,
): Standing => {
  const { verification } = operation.reader;
  const unknown = { status: unknownIn(verification) };
  // `toUser` keeps the word, for which there is no field.
  const native = own(known, 'native');
  const theirs = verification && isRecord(native) ? own(native, verification.property) : undefined;
  const isNamed = typeof status === 'string' && own(operation.rules?.words, status) !== undefined;
  if (isNamed && theirs !== undefined && theirs !== status) return unknown;
  const stated = [isNamed ? statusOf(operation, status) : status, own(known, 'verification')].filter(
    (word) => word !== undefined,
  );
  const [first = 'unknown'] = stated;
  if (!stated.every((word) => word === first)) return unknown;
  const told = standingOf(operation, isNamed ? status : isOurs(first) ? theirs : first);
  // The word says more than the status that it means, and nothing against it.
  if (first === 'verified' || first === 'unverified') return told.status === first ? told : { status: first };
  return told.status === 'neither' || told.status === 'frozen' ? told : unknown;
};
