import {
  type FoundOperation,
  type LoadedContract,
  operationsOf,
  resolve,
  responseSchemas,
  webhookSchemas,
} from '@amend/compiler/read';
import type { BodySchema, ContractModel, ContractOperation, Place } from '@amend/contract';
import { pointer } from './change.ts';
import type { Fact } from './facts.ts';
import { open, rulesFact } from './field-facts.ts';
import type { Mapping } from './mapping.ts';

const ruledBodies = ({ body }: ContractOperation): Required<BodySchema>[] =>
  (body?.schemas ?? []).filter(
    (schema): schema is Required<BodySchema> => schema.name !== undefined && schema.rules !== undefined,
  );

/** The bodies of its successes as texts; `none` for a success without one. */
const successesOf = (contract: LoadedContract, operation: FoundOperation): string[] => {
  const isBare = Object.entries(operation.node.responses).some(
    ([status, response]) => status.startsWith('2') && !resolve(contract.document, response).content,
  );
  const bodies = responseSchemas(contract, operation, 'success').map(({ schema }) => JSON.stringify(schema));
  return isBare ? [...bodies, 'none'] : bodies;
};

const operationFact = (operation: ContractOperation, successes: readonly string[], later?: ContractOperation): Fact => {
  const { id, path, method, update, after, retry, pathParameters } = operation;
  const at = ['paths', path, method.toLowerCase()];
  const words = { name: id };
  const own = ruledBodies(operation);
  const opened = own.length === 0 && later ? ruledBodies(later) : [];
  const below: Fact[] = [
    ...own.map((body) => rulesFact(id, body)),
    ...opened.map((body) => rulesFact(id, body, open)),
    {
      is: 'pathParameters',
      value: pathParameters.map(({ name }) => name).join(', ') || 'none',
      words,
      at: pointer(...at.slice(0, -1)),
    },
    ...successes.map((of): Fact => ({ is: 'success', of, words, at: pointer(...at, 'responses') })),
    { is: 'retry', value: retry, words, at: pointer(...at, 'x-retry') },
  ];
  if (update) below.push({ is: 'update', value: update, words, at: pointer(...at, 'x-update') });
  if (after) below.push({ is: 'nextCall', value: after, words, at: pointer(...at, 'x-after') });
  return { is: 'part', of: id, below };
};

/**
 * What the status words mean, for which User speaks in all schemas, as the compiler sees to; and of the body of a webhook
 * what the events mean.
 */
const statusFacts = (contract: LoadedContract): Fact[] => {
  const { document } = contract;
  const ofWebhooks = webhookSchemas(contract);
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, { 'x-verification': told }]): Fact[] => {
    if (!told) return [];
    const { property, verified, unverified, unknown = [], frozen = [] } = told;
    const at = pointer('components', 'schemas', name, 'x-verification');
    const words = Object.entries({ verified, unverified, unknown, frozen }).flatMap(([value, list]) =>
      list.map(
        (word): Fact => ({ is: ofWebhooks.has(name) ? 'event' : 'word', of: word, value, words: { name: word }, at }),
      ),
    );
    const below = name === 'User' || ofWebhooks.has(name) ? words : [];
    const implies = (word: Fact): Fact => ({ ...word, value: 'unlisted' });
    return [{ is: 'status', of: name, value: property, words: { name }, at, below, implies }];
  });
};

const placeText = ({ optional, ...place }: Place): string =>
  ['header' in place ? place.header : place.body.join('/'), ...(optional ? ['if it is there'] : [])].join(', ');

/** Where the parts of a webhook stand, and which word each event tells. */
const webhookFacts = ({ webhooks }: ContractModel): Fact[] =>
  webhooks.map(({ id, at: places, events }): Fact => {
    const at = pointer('webhooks', id, 'post', 'x-event');
    const below = [
      ...Object.entries(places).map(
        ([part, place]): Fact => ({ is: 'place', of: part, value: placeText(place), words: { name: id, part }, at }),
      ),
      ...Object.entries(events).map(
        ([name, { word = 'nothing' }]): Fact => ({ is: 'eventWord', of: name, value: word, words: { name }, at }),
      ),
    ];
    return { is: 'part', of: `webhook ${id}`, below };
  });

/** The sections whose names stand in the generated code, and what it is that a caller has of them. */
const exported = {
  schemas: 'type',
  parameters: 'type',
  requestBodies: 'type',
  responses: 'type',
  securitySchemes: 'header of the credential',
} as const;

const exportFacts = ({ document }: LoadedContract): Fact[] =>
  Object.entries(exported).flatMap(([section, kind]) => {
    const named = (document.components as Record<string, object> | undefined)?.[section] ?? {};
    return Object.keys(named).map((name): Fact => {
      const at = pointer('components', section, name);
      return { is: 'export', of: at, words: { kind, name }, at };
    });
  });

/** A version of a contract, read. */
export interface ReadContract {
  readonly contract: LoadedContract;
  readonly model: ContractModel;
  /** What the user's fields are called there. */
  readonly mapping: Mapping;
}

/** What a contract says beside its schemas; of the base, with the rules that `later` will have made of its operations. */
export const contractFacts = ({ contract, model }: ReadContract, later?: ContractModel): Fact => {
  const operations = operationsOf(contract).flatMap((found): Fact[] => {
    const same = ({ id }: ContractOperation) => id === found.node.operationId;
    const operation = model.operations.find(same);
    const successes = successesOf(contract, found);
    return operation ? [operationFact(operation, successes, later?.operations.find(same))] : [];
  });
  const server: Fact = { is: 'server', value: model.servers[0] ?? 'none', at: pointer('servers', 0) };
  return {
    is: 'part',
    below: [...operations, ...statusFacts(contract), ...webhookFacts(model), ...exportFacts(contract), server],
  };
};
