import type { Place, Webhook, WebhookEvent, WebhookPart } from '@amend/contract';
import type { Received } from './methods.ts';
import { parseSafely, valuesIn } from './safe-json.ts';
import { headerIn, type WebhookInput } from './webhook-input.ts';

// From what openapi-typescript and the compiler make of a contract's webhooks to the events that a receiver gets.

type BodyOf<Item> = Item extends { post: { requestBody: { content: { 'application/json': infer Body } } } }
  ? Received<Body>
  : unknown;

/** What stands at a place: always a text where the contract requires it. */
type At<Row extends Webhook, Part extends WebhookPart> = Row['at'] extends { readonly [Key in Part]: infer Found }
  ? Found extends { readonly optional: true }
    ? string | undefined
    : string
  : undefined;

interface Facts {
  readonly provider: string;
  /** The provider's key for telling repeats: one that comes again has the same. */
  readonly id: string | undefined;
  readonly userId: string | undefined;
  /** When it happened or was sent, as the provider writes it. */
  readonly time: string | undefined;
}

/** An event that no contract names; it is no error. */
export interface OtherEvent extends Facts {
  readonly is: 'other';
  readonly name: string | undefined;
  readonly body: unknown;
}

/** An event that a contract names. `body` is what came, of which the parts beside it were checked, and nothing else. */
export interface KnownEvent extends Facts, WebhookEvent {
  /** The contract's name for the webhook. */
  readonly is: string;
  readonly name: string;
  readonly body: unknown;
}

type Named<Row extends Webhook, Is, Item> = {
  [Name in keyof Row['events'] & string]: {
    readonly provider: string;
    readonly is: Is;
    readonly name: Name;
    readonly id: At<Row, 'id'>;
    readonly userId: At<Row, 'user'>;
    readonly time: At<Row, 'time'>;
    readonly body: BodyOf<Item>;
  } & Row['events'][Name];
}[keyof Row['events'] & string];

/** The events of a contract's webhooks, by `is` and `name`; and all others. */
export type EventOf<Table extends { readonly [Is in keyof Table]: Webhook }, Webhooks> =
  | { [Is in keyof Table & keyof Webhooks]: Named<Table[Is], Is, Webhooks[Is]> }[keyof Table & keyof Webhooks]
  | OtherEvent;

const partAt = (place: Place | undefined, input: WebhookInput, body: object): string | undefined => {
  if (place === undefined) return undefined;
  if ('header' in place) return headerIn(input, place.header) || undefined;
  let value: unknown = body;
  for (const name of place.body)
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? value[name as never] : undefined;
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The event in a body; or why there is none: it is no JSON object, lacks what the contract requires, or has too many values. */
export const eventIn = (
  provider: string,
  webhooks: Readonly<Record<string, Webhook>>,
  input: WebhookInput,
  text: string,
  maxBytes: number,
): KnownEvent | OtherEvent | 'body-malformed' | 'body-too-large' => {
  const parsed = parseSafely(text, valuesIn(maxBytes));
  if ('flaw' in parsed) return parsed.flaw === 'too many values' ? 'body-too-large' : 'body-malformed';
  if (!isObject(parsed.value)) return 'body-malformed';
  const body = parsed.value;
  const rows = Object.entries(webhooks);
  const nameIn = ({ at }: Webhook): string | undefined => partAt(at.name, input, body);
  const known = rows.find(([, row]) => Object.hasOwn(row.events, nameIn(row) ?? ''));
  const { at, events } = (known ?? rows[0])?.[1] ?? { at: {}, events: {} };
  const name = partAt(at.name, input, body);
  const parts = [at.id, at.user, at.time].map((place) => [place, partAt(place, input, body)] as const);
  if (known && parts.some(([place, value]) => place && !place.optional && value === undefined)) return 'body-malformed';
  const [id, userId, time] = parts.map(([, value]) => value);
  const facts = { provider, id, userId, time, body };
  return known && name !== undefined
    ? { ...facts, is: known[0], name, ...events[name] }
    : { ...facts, is: 'other', name };
};
