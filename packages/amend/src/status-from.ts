import type { KnownEvent, OtherEvent } from '@amend/client/webhook';
import type { VerificationStatus } from '@amend/contract';

/** What an event tells of a user's status. */
export interface ToldStatus {
  readonly provider: string;
  /** Of the user, at the provider. */
  readonly id: string;
  readonly verification: VerificationStatus;
  /** The provider's own word for it. */
  readonly word: string;
}

/**
 * The status that an event of a verified webhook tells; nothing if it tells none, or not whose. It may come late, twice and
 * out of order, so that the status of a later read wins.
 */
export const statusFrom = (event: KnownEvent | OtherEvent): ToldStatus | undefined => {
  if (event.is === 'other' || !('word' in event)) return undefined;
  const { provider, userId: id, word, verification } = event;
  return id !== undefined && word !== undefined && verification ? { provider, id, verification, word } : undefined;
};
