import type { WebhookDescriptor, WebhookRetries } from '@amend/client/provider';
import type { Message } from './message.ts';
import type { Answered, Receiver } from './post.ts';

/** Who is told. */
export interface Subscriber {
  readonly id: string;
  readonly provider: string;
  readonly url: string;
  readonly secret: string | undefined;
  /** A function in the place of the address. */
  readonly receive: Receiver | undefined;
  readonly sender: WebhookDescriptor;
  isPaused: boolean;
}

/** One message for one subscriber. */
export interface Delivery {
  readonly number: number;
  readonly subscriber: Subscriber;
  readonly message: Message;
  state: 'waiting' | 'delivered' | 'failed' | 'dropped' | 'paused';
  /** When it is sent, in milliseconds since 1970; of those for the same time, the one with the lower turn goes first. */
  due: number;
  turn: number;
  /** Whether the next try is signed under another secret. */
  isForged: boolean;
  /** Whether it waits to be overtaken. */
  isHeld: boolean;
  /** How often it may yet fail. */
  tries: number;
  /** Whether it was sent once more by hand, which pauses nobody. */
  isByHand: boolean;
  answers: readonly Answered[];
}

/** The one that is sent first. */
export const firstOf = (deliveries: readonly Delivery[]): Delivery | undefined =>
  deliveries.reduce<Delivery | undefined>(
    (first, each) => (first && (first.due - each.due || first.turn - each.turn) < 0 ? first : each),
    undefined,
  );

/** How long one waits that may fail so many times more. */
const waitBefore = (left: number, { more, every, doublesTo = every }: WebhookRetries): number =>
  Math.min(every * 2 ** Math.max(0, more - left), doublesTo);

/** What becomes of one that was answered. */
export const afterAnswer = (
  { subscriber: { sender }, tries, isByHand }: Delivery,
  answer: Answered,
  time: number,
): Partial<Delivery> => {
  const { retries } = sender;
  if (typeof answer === 'number' && answer >= 200 && answer < 300) return { state: 'delivered' };
  const isAsked = typeof answer === 'number' && !isByHand && retries?.until.includes(answer);
  const left = isAsked ? tries : tries - 1;
  return retries && left > 0
    ? { tries: left, due: time + waitBefore(left, retries) }
    : { tries: left, state: 'failed' };
};
