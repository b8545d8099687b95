import type { VerificationStatus, Webhook } from '@amend/contract';

/** What a provider sends by itself, and what it holds. */
export interface Teller {
  readonly provider: string;
  /** Whether its users have a status. */
  readonly holdsStatus: boolean;
  /** Whether a receiver can check what comes. */
  readonly isSigned: boolean;
  readonly webhooks: readonly Webhook[];
}

/** Why an event is a hint and no more. */
export type Doubt = 'unverified-origin' | 'no-user-id';

/** How a status arrives by itself: one event that tells it, or that none does. */
export interface Told {
  readonly provider: string;
  /** Left out where the provider holds none. */
  readonly status?: VerificationStatus;
  /** Left out where no webhook tells the status. */
  readonly event?: string;
  /** The provider's own word for the status. */
  readonly word?: string;
  readonly doubts?: readonly Doubt[];
  /** All of it in one sentence. */
  readonly reason: string;
}

const statuses: readonly VerificationStatus[] = ['verified', 'unverified', 'unknown'];

const because: { readonly [Kind in Doubt]: string } = {
  'unverified-origin': 'nobody can check where it is from',
  'no-user-id': 'its user has no id there that a call takes',
};

/** Every status of a provider, with each event that tells it; of a status that no rule knows, events alone. */
export const toldBy = ({ provider, holdsStatus, isSigned, webhooks }: Teller): Told[] => {
  const events = webhooks.flatMap(({ at, events }) =>
    Object.entries(events).flatMap(([event, { word, verification }]) =>
      word === undefined || verification === undefined ? [] : [{ event, word, verification, hasUser: 'user' in at }],
    ),
  );
  if (!holdsStatus && events.length === 0)
    return [{ provider, reason: `${provider} holds no status, and no webhook tells one.` }];
  return statuses.flatMap((status): Told[] => {
    const telling = events.filter(({ verification }) => verification === status);
    if (telling.length === 0)
      return status === 'unknown'
        ? []
        : [{ provider, status, reason: `No webhook of ${provider} tells that a user is ${status}; read the user.` }];
    return telling.map(({ event, word, hasUser }) => {
      const doubts: Doubt[] = [
        ...(isSigned ? [] : ['unverified-origin' as const]),
        ...(hasUser ? [] : ['no-user-id' as const]),
      ];
      const caution = doubts.length > 0 ? `; ${doubts.map((doubt) => because[doubt]).join(', and ')}` : '';
      return {
        provider,
        status,
        event,
        word,
        ...(doubts.length > 0 && { doubts }),
        reason: `${event} of ${provider} tells ${word}, which is ${status}${caution}.`,
      };
    });
  });
};

/** What tells a status, in few words; the event's name is not among them. */
export const briefly = ({ status, event, doubts = [] }: Told): string => {
  if (event !== undefined) return doubts.map((doubt) => doubt.replaceAll('-', ' ')).join(', ');
  return status === undefined ? 'holds no status' : 'nothing tells it; read the user';
};
