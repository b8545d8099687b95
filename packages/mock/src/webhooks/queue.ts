import { AbortController } from '../platform.ts';
import { afterAnswer, type Delivery, firstOf, type Subscriber } from './delivery.ts';
import type { Message } from './message.ts';
import { type Answered, post } from './post.ts';

/** The most deliveries that wait, the most of those that are over, and the most answers of one that are kept. */
const most = { waiting: 500, over: 500, answers: 20 };

/** The longest that a timer waits. */
const longest = 2 ** 31 - 1;

/** Deliveries by their times, those to one subscriber one after the other, on a clock that can be turned. */
export const createQueue = (now: () => number) => {
  let deliveries: readonly Delivery[] = [];
  let count = 0;
  let turns = 0;
  let turned = 0;
  let age = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onTheirWay = new Set<AbortController>();
  const busy = new Map<Subscriber, Promise<void>>();
  const time = (): number => now() + turned;

  const waiting = (): readonly Delivery[] => deliveries.filter(({ state }) => state === 'waiting');
  const dueFor = (subscriber: Subscriber): Delivery | undefined => {
    const moment = time();
    return firstOf(waiting().filter((delivery) => delivery.subscriber === subscriber && delivery.due <= moment));
  };

  const forget = (): void => {
    const over = deliveries.filter(({ state }) => state !== 'waiting');
    const old = new Set(over.slice(0, -most.over));
    if (old.size > 0) deliveries = deliveries.filter((delivery) => !old.has(delivery));
  };

  /** Sends a subscriber nothing of what waits. */
  const keepBack = (subscriber: Subscriber, state: 'paused' | 'dropped'): void => {
    for (const delivery of waiting()) if (delivery.subscriber === subscriber) delivery.state = state;
  };

  const pause = (subscriber: Subscriber): void => {
    subscriber.isPaused = true;
    keepBack(subscriber, 'paused');
  };

  const take = (delivery: Delivery, answer: Answered): void => {
    delivery.answers = [...delivery.answers, answer].slice(-most.answers);
    const { subscriber, isByHand } = delivery;
    const becomes = afterAnswer(delivery, answer, time());
    // It may have been dropped or paused while it was on its way: then it is not tried again.
    if (delivery.state !== 'waiting' && becomes.state !== 'delivered') return;
    Object.assign(delivery, becomes);
    if (becomes.state === 'failed' && subscriber.sender.retries?.pauses && !isByHand) pause(subscriber);
  };

  const send = async (delivery: Delivery): Promise<void> => {
    const { subscriber, message, isForged } = delivery;
    const { url, secret, sender, receive } = subscriber;
    delivery.isForged = false;
    const key = isForged ? `not ${secret}` : secret;
    const signed = key === undefined ? {} : await sender.sign?.({ body: message.body, secret: key, url, now: time });
    const way = new AbortController();
    onTheirWay.add(way);
    const sent = { headers: { ...message.headers, ...signed }, body: message.body };
    take(delivery, await post(url, sent, way.signal, receive));
    onTheirWay.delete(way);
  };

  const drain = async (subscriber: Subscriber): Promise<void> => {
    for (let next = dueFor(subscriber); next; next = dueFor(subscriber)) await send(next);
    busy.delete(subscriber);
    forget();
    wake();
  };

  /** Begins what is due, and comes back for what is due next. */
  const wake = (): void => {
    clearTimeout(timer);
    const moment = time();
    const later: Delivery[] = [];
    for (const delivery of waiting()) {
      const { subscriber, due } = delivery;
      if (due > moment) later.push(delivery);
      // Not in the same breath: what moved the status is over first.
      else if (!busy.has(subscriber))
        busy.set(
          subscriber,
          Promise.resolve().then(() => drain(subscriber)),
        );
    }
    const next = firstOf(later);
    if (!next) return;
    timer = setTimeout(wake, Math.min(next.due - moment, longest));
    if (typeof timer === 'object') timer.unref();
  };

  const settle = async (): Promise<void> => {
    for (wake(); busy.size > 0; wake()) await Promise.all(busy.values());
  };

  const stop = (): void => {
    for (const delivery of waiting()) delivery.state = 'dropped';
    for (const way of onTheirWay) way.abort();
    clearTimeout(timer);
  };

  return {
    time,
    all: () => deliveries,
    /** @param after How much later than now, in milliseconds. */
    add: (
      subscriber: Subscriber,
      message: Message,
      { state = 'waiting', after = 0, isForged = false, isHeld = false }: Partial<Delivery> & { after?: number } = {},
    ): void => {
      count += 1;
      turns += 1;
      const due = time() + after;
      const isTooMuch = waiting().length >= most.waiting;
      const tries = 1 + (subscriber.sender.retries?.more ?? 0);
      const delivery: Delivery = {
        ...{ number: count, subscriber, message, due, turn: turns, isForged, isHeld, tries, isByHand: false },
        state: isTooMuch ? 'dropped' : state,
        answers: [],
      };
      if (delivery.state === 'waiting' && !isHeld)
        for (const held of waiting())
          if (held.isHeld && held.subscriber === subscriber) {
            turns += 1;
            Object.assign(held, { due, turn: turns, isHeld: false });
          }
      deliveries = [...deliveries, delivery];
      forget();
      wake();
    },
    /** Sends one again at once, whatever became of it, and tells what does now. */
    again: async (delivery: Delivery): Promise<Delivery> => {
      Object.assign(delivery, { state: 'waiting', due: time(), tries: 1, isHeld: false, isByHand: true });
      await settle();
      return delivery;
    },
    /** Sends all that becomes due in so many milliseconds, each at its time. */
    advance: async (milliseconds: number): Promise<void> => {
      const since = age;
      const end = time() + milliseconds;
      const turnTo = async (moment: number): Promise<void> => {
        if (age !== since) return;
        turned += Math.max(0, moment - time());
        await settle();
      };
      await settle();
      for (let next = firstOf(waiting()); next && next.due <= end && age === since; next = firstOf(waiting()))
        await turnTo(next.due);
      await turnTo(end);
    },
    /** Sends a subscriber nothing, until it goes on, but what is sent by hand. */
    pause,
    /** Sends a subscriber nothing more. */
    drop: (subscriber: Subscriber): void => keepBack(subscriber, 'dropped'),
    /** Drops what waits, and breaks off what is on its way. */
    stop,
    clear: (): void => {
      stop();
      deliveries = [];
      count = 0;
      turned = 0;
      age += 1;
      busy.clear();
    },
  };
};
