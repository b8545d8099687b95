import type { ContractWebhook, Place } from '@amend/contract';
import { valuesAt } from '../derived/derived-user.ts';
import { newId } from '../derived/new-id.ts';
import type { Ids } from '../ids.ts';
import { type Fields, isFields } from '../json.ts';
import { timeLike } from './time-like.ts';

/** What a provider sends, before it is signed. */
export interface Message {
  /** The contract's name of the webhook. */
  readonly webhook: string;
  /** The name of the event; nothing if it stands nowhere. */
  readonly event: string | undefined;
  /** The provider's key for telling repeats. */
  readonly id: string | undefined;
  /** The user whom it is about, though it may not say so. */
  readonly user?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a new message is made with. */
export interface Making {
  readonly ids: Ids;
  readonly clock: () => number;
}

const headerAt = ({ headers }: ContractWebhook, header: string): unknown =>
  Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === header.toLowerCase())
    .flatMap(([, examples]) => Object.values(examples))[0];

const standsAt = (webhook: ContractWebhook, place: Place | undefined, body: unknown): unknown => {
  if (!place) return undefined;
  return 'header' in place ? headerAt(webhook, place.header) : valuesAt(body, place.body)[0];
};

/** A value with others in the place of some of its texts. */
const replaced = (value: unknown, others: ReadonlyMap<unknown, unknown>): unknown => {
  if (Array.isArray(value)) return value.map((element) => replaced(element, others));
  if (!isFields(value)) return others.get(value) ?? value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, others)]));
};

/** A message like an example: wherever that has its id, its user, its time or the name of an event, there are this one's. */
const messageLike = (
  webhook: ContractWebhook,
  example: unknown,
  { ids, clock, event, user }: Making & { readonly event?: string; readonly user?: string },
): Message => {
  const { at, events } = webhook;
  const [shownId, shownUser, shownTime] = [at.id, at.user, at.time].map((place) => standsAt(webhook, place, example));
  const id = shownId === undefined ? undefined : newId(shownId, ids);
  const name = event ?? standsAt(webhook, at.name, example);
  const others = new Map<unknown, unknown>(Object.keys(events).map((each) => [each, name]));
  const time = clock();
  if (shownTime !== undefined) others.set(shownTime, timeLike(shownTime, time));
  if (shownUser !== undefined && user !== undefined) others.set(shownUser, user);
  if (shownId !== undefined) others.set(shownId, id);
  const signed = [at.signature, at.signed].flatMap((place) => (place && 'header' in place ? [place.header] : []));
  return {
    webhook: webhook.id,
    event: name === undefined ? undefined : String(name),
    id: id === undefined ? undefined : String(id),
    ...(user !== undefined && { user }),
    headers: Object.fromEntries(
      Object.entries(webhook.headers).flatMap(([header, examples]) => {
        const [shown] = Object.values(examples);
        return shown === undefined || signed.includes(header) ? [] : [[header, String(replaced(shown, others))]];
      }),
    ),
    body: JSON.stringify(replaced(example, others)),
  };
};

/** What the provider sends of a user who now has this status; nothing where no contract names an event for that. */
export const messageOf = (
  webhooks: readonly ContractWebhook[],
  user: { readonly id: string; readonly status: unknown },
  making: Making,
): Message | undefined => {
  for (const webhook of webhooks) {
    const event = Object.entries(webhook.events).find(
      ([, { word }]) => word !== undefined && word === user.status,
    )?.[0];
    if (event === undefined) continue;
    const examples: readonly unknown[] = Object.values(webhook.examples);
    const example = examples.find((each) => standsAt(webhook, webhook.at.name, each) === event) ?? examples[0];
    return messageLike(webhook, example, { ...making, event, user: user.id });
  }
  return undefined;
};

/** An example of a contract: the first one, of all or of this webhook, or the one of this name. */
export interface Wanted {
  readonly webhook?: string;
  readonly example?: string;
}

/** An example of a contract, as a new message; nothing if there is none of that name. */
export const messageFrom = (
  webhooks: readonly ContractWebhook[],
  { webhook, example }: Wanted,
  making: Making,
): Message | undefined => {
  const found = webhooks
    .filter(({ id }) => webhook === undefined || id === webhook)
    .flatMap((each) => Object.entries(each.examples).map(([name, value]) => ({ each, name, value })))
    .find(({ name }) => example === undefined || name === example);
  return found && messageLike(found.each, found.value as Fields, making);
};
