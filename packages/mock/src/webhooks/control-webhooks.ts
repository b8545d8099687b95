import { refuse } from '../problem.ts';
import type { Answer, Input, Service } from '../service.ts';
import type { Delivery, Subscriber } from './delivery.ts';
import type { Wanted } from './message.ts';
import type { Subscribing, Webhooks } from './webhooks.ts';

/** Without the secret. */
const showSubscriber = ({ id, provider, url, isPaused }: Subscriber) => ({
  id,
  provider,
  url,
  paused: isPaused,
});

/** Who is told, as the mock's control lists it. */
export type ShownSubscription = ReturnType<typeof showSubscriber>;

const showDelivery = ({ number, subscriber, message, state, due, answers }: Delivery) => ({
  number,
  webhook: subscriber.id,
  provider: subscriber.provider,
  ...(message.event !== undefined && { event: message.event }),
  ...(message.id !== undefined && { id: message.id }),
  ...(message.user !== undefined && { user: message.user }),
  state,
  answers,
  ...(state === 'waiting' && { due: new Date(due).toISOString() }),
});

/** A webhook that was sent or waits, as the mock's control lists it. */
export type ShownDelivery = ReturnType<typeof showDelivery>;

type Outcome = ReturnType<Service['handle']>;

const ok = (body: unknown): Answer => ({ status: 200, body });

/** What the mock's own API does with webhooks, by operation. */
export const controlWebhooks = (webhooks: Webhooks): Readonly<Record<string, (input: Input) => Outcome>> => {
  const withSubscriber =
    (act: (subscriber: Subscriber, input: Input) => Outcome) =>
    (input: Input): Outcome => {
      const subscriber = webhooks.get(input.params.webhook_id ?? '');
      return subscriber ? act(subscriber, input) : refuse('not-found');
    };
  const told = (delivery: Delivery | undefined) => (delivery ? ok(showDelivery(delivery)) : refuse('not-found'));

  return {
    listWebhooks: () => ok(webhooks.all().map(showSubscriber)),
    addWebhook: async ({ body }) => {
      const outcome = await webhooks.subscribe(body as Subscribing);
      return 'refusal' in outcome ? outcome : { status: 201, body: showSubscriber(outcome) };
    },
    updateWebhook: withSubscriber((subscriber, { body }) => {
      webhooks.setPaused(subscriber, (body as { readonly paused: boolean }).paused);
      return ok(showSubscriber(subscriber));
    }),
    removeWebhook: withSubscriber((subscriber) => {
      webhooks.remove(subscriber);
      return { status: 204 };
    }),
    sendExample: async ({ body }) => {
      const { to, ...wanted } = body as { readonly to: string } & Wanted;
      const subscriber = webhooks.get(to);
      return told(subscriber && (await webhooks.sendExample(subscriber, wanted)));
    },
    listDeliveries: () => ok(webhooks.deliveries().map(showDelivery)),
    sendDelivery: async ({ params }) => told(await webhooks.sendAgain(Number(params.delivery))),
    advanceWebhooks: async ({ body }) => {
      await webhooks.advance((body as { readonly by: number }).by);
      return ok(webhooks.deliveries().map(showDelivery));
    },
  };
};
