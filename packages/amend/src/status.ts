import { type JudgedStatus, judgedStatusOf, unknownIn, type VerificationStatus } from '@amend/contract';
import { isRecord, own } from './fields.ts';
import type { AnyUserOperation, Reader } from './user-operation.ts';

/** Where a user stands: the status that rules are judged by, and the provider's word where that is `neither` or `frozen`. */
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
  return status === 'neither' || status === 'frozen' ? { status, word: String(word) } : { status };
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
 * knowledge, and a word of the provider's is no status of ours.
 */
export const standingIn = (
  operation: AnyUserOperation,
  status: unknown,
  known: Readonly<Record<string, unknown>>,
): Standing => {
  const stated = [status, own(known, 'verification')].filter((word) => word !== undefined);
  const [first = 'unknown'] = stated;
  const { verification } = operation.reader;
  const unknown = { status: unknownIn(verification) };
  if (!stated.every((word) => word === first)) return unknown;
  if (first === 'verified' || first === 'unverified') return { status: first };
  // `toUser` keeps the word, for which there is no field.
  const native = own(known, 'native');
  const word = first === 'unknown' && verification && isRecord(native) ? own(native, verification.property) : first;
  const told = standingOf(operation, word);
  return told.word === undefined ? unknown : told;
};
