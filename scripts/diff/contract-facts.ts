import { type FoundOperation, type LoadedContract, operationsOf, resolve, responseSchemas } from '@amend/compiler/read';
import type { BodySchema, ContractModel, ContractOperation } from '@amend/contract';
import { pointer } from './change.ts';
import type { Fact, Facts } from './facts.ts';
import { open, rulesFact } from './field-facts.ts';

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
  const success: Fact = { is: 'success', words, at: pointer(...at, 'responses') };
  const parameters = pathParameters.map(({ name }) => name).join(', ') || 'none';
  const below: Facts = {
    ...Object.fromEntries(own.map((body) => [`rules of ${body.name}`, rulesFact(id, body)])),
    ...Object.fromEntries(opened.map((body) => [`rules of ${body.name}`, rulesFact(id, body, open)])),
    ...(update && { update: { is: 'update', value: update, words, at: pointer(...at, 'x-update') } }),
    parameters: { is: 'pathParameters', value: parameters, words, at: pointer(...at.slice(0, -1)) },
    ...Object.fromEntries(successes.map((body) => [`success ${body}`, success])),
    ...(after && { after: { is: 'nextCall', value: after, words, at: pointer(...at, 'x-after') } }),
    retry: { is: 'retry', value: retry, words, at: pointer(...at, 'x-retry') },
  };
  return { is: 'part', below };
};

/** What the status words mean: User speaks for all schemas, the compiler sees to it. */
const statusFacts = ({ document }: LoadedContract): Facts =>
  Object.fromEntries(
    Object.entries(document.components?.schemas ?? {}).flatMap(
      ([name, { 'x-verification': told }]): [string, Fact][] => {
        if (!told) return [];
        const { property, verified, unverified, unknown = [] } = told;
        const at = pointer('components', 'schemas', name, 'x-verification');
        const words = Object.entries({ verified, unverified, unknown }).flatMap(([value, list]) =>
          list.map((word): [string, Fact] => [word, { is: 'word', value, words: { name: word }, at }]),
        );
        return [
          [
            `status of ${name}`,
            {
              is: 'status',
              value: property,
              words: { name },
              at,
              below: name === 'User' ? Object.fromEntries(words) : {},
              implies: (word) => ({ ...word, value: 'unlisted' }),
            },
          ],
        ];
      },
    ),
  );

/** The sections whose names stand in the generated code, and what it is that a caller has of them. */
const exported = {
  schemas: 'type',
  parameters: 'type',
  requestBodies: 'type',
  responses: 'type',
  securitySchemes: 'header of the credential',
} as const;

const exportFacts = ({ document }: LoadedContract): Facts =>
  Object.fromEntries(
    Object.entries(exported).flatMap(([section, kind]) =>
      Object.keys((document.components as Record<string, object> | undefined)?.[section] ?? {}).map(
        (name): [string, Fact] => [
          `${section} ${name}`,
          { is: 'export', words: { kind, name }, at: pointer('components', section, name) },
        ],
      ),
    ),
  );

/** A version of a contract, read. */
export interface ReadContract {
  readonly contract: LoadedContract;
  readonly model: ContractModel;
}

/** What a contract says beside its schemas; of the base, with the rules that `later` will have made of its operations. */
export const contractFacts = ({ contract, model }: ReadContract, later?: ContractModel): Fact => {
  const operations = operationsOf(contract).flatMap((found): [string, Fact][] => {
    const same = ({ id }: ContractOperation) => id === found.node.operationId;
    const operation = model.operations.find(same);
    if (!operation) return [];
    const fact = operationFact(operation, successesOf(contract, found), later?.operations.find(same));
    return [[`operation ${operation.id}`, fact]];
  });
  const server: Fact = { is: 'server', value: model.servers[0] ?? 'none', at: pointer('servers', 0) };
  const below = { ...Object.fromEntries(operations), ...statusFacts(contract), ...exportFacts(contract), server };
  return { is: 'part', below };
};
