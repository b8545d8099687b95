import type { ContractWebhook, Place, WebhookEvent, WebhookPart } from '@amend/contract';
import { bodyExamples, jsonOf, valuesOf } from './examples.ts';
import { meaningOf } from './meaning.ts';
import type { Schema, WebhookNode } from './openapi.ts';
import { placeOf } from './place-of.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { parseReference, resolve } from './references.ts';

const parts = ['name', 'id', 'user', 'time', 'signature', 'signed'] as const satisfies WebhookPart[];

interface Found {
  place: Place;
  schema: Schema;
}

/** What an expression of `x-event` leads to. */
const follow = ({ document, fail }: LoadedContract, node: WebhookNode, expression: string, at: Path): Found => {
  const nowhere = (): never => fail(at, `${expression} leads nowhere in this webhook.`);
  const place = placeOf(expression);
  if ('header' in place) {
    const { required, schema = {} } =
      (node.parameters ?? [])
        .map((parameter) => resolve(document, parameter))
        .find((each) => each.in === 'header' && each.name.toLowerCase() === place.header.toLowerCase()) ?? nowhere();
    return { place: { ...place, ...(!required && { optional: true }) }, schema: resolve(document, schema) };
  }
  let schema: Schema = resolve(document, jsonOf(document, node.requestBody)?.schema ?? nowhere());
  let optional = false;
  for (const name of place.body) {
    optional ||= !schema.required?.includes(name);
    schema = resolve(document, schema.properties?.[name] ?? nowhere());
  }
  return { place: { ...place, ...(optional && { optional }) }, schema };
};

/** The schema of a webhook's body, which may say what its events mean. */
const bodyOfWebhook = ({ document }: LoadedContract, { requestBody }: WebhookNode): Schema | undefined =>
  jsonOf(document, requestBody)?.schema;

/** The names of the components that are bodies of webhooks: their words are events, and no status of a user. */
export const webhookSchemas = (contract: LoadedContract): Set<string> =>
  new Set(
    Object.values(contract.document.webhooks ?? {}).flatMap(
      ({ post }) => parseReference(bodyOfWebhook(contract, post)?.$ref ?? '')?.name ?? [],
    ),
  );

const webhookOf = (contract: LoadedContract, id: string, node: WebhookNode): ContractWebhook => {
  const { document, fail } = contract;
  const at: Path = ['webhooks', id, 'post', 'x-event'];
  const event = node['x-event'] ?? fail(at.slice(0, -1), `${id} has no x-event.`);
  const found = parts.flatMap((part) => {
    const expression = event[part];
    return expression === undefined ? [] : [[part, follow(contract, node, expression, [...at, part])] as const];
  });
  const schema = bodyOfWebhook(contract, node);
  const meaning = schema && resolve(document, schema)['x-verification'];
  const { enum: names = [] } = found.find(([part]) => part === 'name')?.[1].schema ?? {};
  const eventOf = (name: string): WebhookEvent => {
    const word = event.statuses?.[name];
    return {
      ...(word !== undefined && { word }),
      ...(meaning && { verification: meaningOf(meaning, name) ?? 'unknown' }),
    };
  };
  return {
    id,
    at: Object.fromEntries(found.map(([part, { place }]) => [part, place])),
    events: Object.fromEntries(names.map((name) => [String(name), eventOf(String(name))])),
    examples: node.requestBody ? bodyExamples(document, node.requestBody) : {},
    headers: Object.fromEntries(
      (node.parameters ?? [])
        .map((parameter) => resolve(document, parameter))
        .map(({ name, examples }) => [name, valuesOf(document, examples)]),
    ),
  };
};

/** All webhooks, in the order of the contract. */
export const webhooksOf = (contract: LoadedContract): ContractWebhook[] =>
  Object.entries(contract.document.webhooks ?? {}).map(([id, { post }]) => webhookOf(contract, id, post));
