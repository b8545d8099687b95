import { providers as described, type ProviderName } from 'amend/providers';
import type { Faults } from '../faults.ts';
import { createIds } from '../ids.ts';
import { type Problem, type Refusal, refuse } from '../problem.ts';
import type { Provider } from '../provider.ts';
import { createClock, type StoredUser } from '../store.ts';
import { flawOfAddress, flawOfTarget } from './address.ts';
import type { Delivery, Subscriber } from './delivery.ts';
import { type Message, messageFrom, messageOf, type Wanted } from './message.ts';
import type { Receiver } from './post.ts';
import { createQueue } from './queue.ts';

/** What a subscription is asked for with. */
export interface Subscribing {
  readonly provider: string;
  readonly url: string;
  readonly secret?: string | undefined;
}

export interface WebhookOptions {
  readonly providers: readonly Provider[];
  readonly faults: Faults;
  readonly now: () => number;
  readonly seed?: string | undefined;
  /** Hosts to which webhooks may go, beside this machine. */
  readonly webhookHosts?: readonly string[] | undefined;
}

export type Webhooks = ReturnType<typeof createWebhooks>;

const maxSubscribers = 20;

/** How long one waits to be overtaken, in milliseconds. */
const maxHeld = 60_000;

const tooMany: Problem = {
  field: 'The mock',
  rule: 'full',
  message: `holds ${maxSubscribers} subscriptions, and no more; remove one by DELETE /__amend/webhooks/{webhook_id}`,
};

const webhooksOf = ({ contracts }: Provider) => contracts.flatMap(({ model }) => model.webhooks);

/** Who is told when a status moves, and what they were told. */
export const createWebhooks = ({ providers, faults, now, seed, webhookHosts = [] }: WebhookOptions) => {
  const subscribers = new Map<string, Subscriber>();
  const queue = createQueue(now);
  let ids = createIds(undefined);
  let clock = queue.time;

  const begin = (): void => {
    ids = createIds(seed && `${seed} webhooks`);
    clock = createClock(seed, queue.time, 0);
  };
  begin();

  const tell = (subscriber: Subscriber, message: Message): void => {
    if (subscriber.isPaused) {
      queue.add(subscriber, message, { state: 'paused' });
      return;
    }
    const fault = faults.takeWebhook(subscriber.provider);
    if (fault?.webhook === 'twice') queue.add(subscriber, message);
    queue.add(subscriber, message, {
      ...(fault?.webhook === 'dropped' && { state: 'dropped' }),
      ...(fault?.webhook === 'late' && { after: fault.latency ?? 0 }),
      ...(fault?.webhook === 'out-of-order' && { after: maxHeld, isHeld: true }),
      isForged: fault?.webhook === 'wrongly-signed',
    });
  };

  return {
    all: (): readonly Subscriber[] => [...subscribers.values()],
    get: (id: string): Subscriber | undefined => subscribers.get(id),
    /** @param receive A function in this process; then the address may be any. */
    subscribe: async (
      { provider: name, url, secret }: Subscribing,
      receive?: Receiver,
    ): Promise<Subscriber | Refusal> => {
      const provider = providers.find((each) => each.name === name);
      if (!provider)
        return refuse('rejected', { field: '/provider', rule: 'none', message: 'is none that this mock serves' });
      const flaw = receive ? flawOfAddress(url) : flawOfTarget(url, webhookHosts);
      if (flaw) return refuse('rejected', flaw);
      const { webhook } = await described[name as ProviderName].describe();
      const sender = await webhook?.();
      if (!sender || webhooksOf(provider).length === 0)
        return refuse('rejected', { field: '/provider', rule: 'none', message: 'has no webhooks in its contract' });
      if (sender.sign && !secret)
        return refuse('rejected', { field: '/secret', rule: 'required', message: 'is required: this provider signs' });
      // No receiver would take it, and so nothing is signed with it.
      if (secret !== secret?.trim())
        return refuse('rejected', {
          field: '/secret',
          rule: 'pattern',
          message: 'must not begin or end with white space',
        });
      if (subscribers.size >= maxSubscribers) return refuse('full', tooMany);
      const subscriber: Subscriber = { id: ids.uuid(), provider: name, url, secret, receive, sender, isPaused: false };
      subscribers.set(subscriber.id, subscriber);
      return subscriber;
    },
    setPaused: (subscriber: Subscriber, isPaused: boolean): void => {
      if (isPaused) queue.pause(subscriber);
      else subscriber.isPaused = false;
    },
    remove: (subscriber: Subscriber): void => {
      subscribers.delete(subscriber.id);
      queue.drop(subscriber);
    },
    /** Tells whoever wants to know that a status has moved. */
    moved: (provider: Provider, { id, fields }: StoredUser): void => {
      const told = [...subscribers.values()].filter((each) => each.provider === provider.name);
      if (told.length === 0 || !provider.verification) return;
      const user = { id, status: fields[provider.verification.property] };
      const message = messageOf(webhooksOf(provider), user, { ids, clock });
      if (message) for (const subscriber of told) tell(subscriber, message);
    },
    /** Sends what the contract shows; nothing if it shows no such thing. */
    sendExample: async (subscriber: Subscriber, wanted: Wanted): Promise<Delivery | undefined> => {
      const provider = providers.find(({ name }) => name === subscriber.provider);
      const message = provider && messageFrom(webhooksOf(provider), wanted, { ids, clock });
      if (!message) return undefined;
      queue.add(subscriber, message);
      const delivery = queue.all().at(-1);
      await queue.advance(0);
      return delivery;
    },
    deliveries: queue.all,
    /** Nothing if there is none of this number, or nobody any more to whom it went. */
    sendAgain: async (number: number): Promise<Delivery | undefined> => {
      const delivery = queue.all().find((each) => each.number === number);
      return delivery && subscribers.has(delivery.subscriber.id) ? queue.again(delivery) : undefined;
    },
    advance: queue.advance,
    stop: queue.stop,
    clear: (): void => {
      subscribers.clear();
      queue.clear();
      begin();
    },
  };
};
