import { renderRules } from '@amend/compiler/print';
import {
  type LoadedContract,
  type Operation,
  operationsOf,
  resolve,
  responseSchemas,
  type Schema,
  updateRulesOf,
} from '@amend/compiler/read';
import type { FieldRule, RoleRule, UpdateRules } from '@amend/contract';

export type Rule = FieldRule | RoleRule;

export interface RuleTable extends Pick<UpdateRules<object>, 'operation' | 'update' | 'documented'> {
  schema: string;
  /** All properties of the schema, those without a rule too. */
  properties: readonly string[];
  fields: Readonly<Record<string, Rule>>;
}

export type Words = Required<NonNullable<Schema['x-verification']>>;

/** What a contract says beside its schemas. */
export interface ContractRules {
  tables: readonly RuleTable[];
  operations: readonly {
    id: string;
    at: readonly (string | number)[];
    /** In the order of its path. */
    pathParameters: readonly string[];
    /** The schema of each body that a success may have, as a text; `none` for a success without one. */
    successes: readonly string[];
    retry: Operation['x-retry'];
    /** What is asked for after it. */
    nextCall: string | undefined;
  }[];
  /** By the schema that holds the status. */
  verification: Readonly<Record<string, Words>>;
}

const successesOf = (contract: LoadedContract, operation: ReturnType<typeof operationsOf>[number]): string[] => {
  const isBare = Object.entries(operation.node.responses).some(
    ([status, response]) => status.startsWith('2') && !resolve(contract.document, response).content,
  );
  const bodies = responseSchemas(contract, operation, 'success').map(({ schema }) => JSON.stringify(schema));
  return isBare ? [...bodies, 'none'] : bodies;
};

/** Reads the rules as the generator does; throws where it would. */
export const rulesOf = (contract: LoadedContract): ContractRules => {
  renderRules(contract);
  const schemas = contract.document.components?.schemas ?? {};
  return {
    tables: updateRulesOf(contract).map(({ schemaName, rules }) => ({
      ...(rules as UpdateRules<Record<string, unknown>>),
      schema: schemaName,
      properties: Object.keys(schemas[schemaName]?.properties ?? {}),
    })),
    operations: operationsOf(contract).map((operation) => {
      const { node, at, path } = operation;
      return {
        id: node.operationId,
        at,
        pathParameters: path.match(/(?<=\{)[^{}]+(?=\})/g) ?? [],
        successes: successesOf(contract, operation),
        retry: node['x-retry'],
        nextCall: node['x-after'],
      };
    }),
    verification: Object.fromEntries(
      Object.entries(schemas).flatMap(([name, { 'x-verification': words }]) =>
        words ? [[name, { unknown: [], ...words }]] : [],
      ),
    ),
  };
};
