import type { MemberRule, Named, PropertyRule, RoleRule, UpdateRules } from '@amend/contract';
import { type FoundOperation, operationsOf, requestSchema } from './contract-operations.ts';
import { isMerged, membersOf, sourcesOf } from './member-rules.ts';
import type { Schema } from './openapi.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { parseReference, resolve } from './references.ts';
import { checkStatuses, meaningsIn } from './rule-statuses.ts';

const ruleOf = (
  contract: LoadedContract,
  name: string,
  property: Schema,
  required: boolean,
  at: Path,
  found: Schema[],
): PropertyRule | RoleRule => {
  const { document, fail } = contract;
  const role = property['x-role'];
  if (role) return { role, required };
  const updatable = property['x-updatable'] ?? fail(at, `${name} has neither x-updatable nor x-role.`);
  const items = property['x-updatable-items'];
  for (const statuses of [updatable, ...Object.values(items?.kinds ?? {})]) checkStatuses(contract, statuses, at);
  const effect = property['x-effect'];
  const { 'x-minimum-age': minimumAge } = { ...resolve(document, property), ...property };
  const rule = {
    updatable,
    required,
    ...(items && { items }),
    ...(isMerged(contract, property) && { merges: true as const }),
    ...(effect && { effect }),
    ...(minimumAge && { minimumAge }),
    sources: sourcesOf(contract, name, property, at),
  };
  const members = membersOf(contract, property, rule, at, found);
  return members ? { ...rule, members } : rule;
};

/** All statuses that a rule names: of the property, of its kinds of elements, and of its members. */
const namedIn = (rule: PropertyRule | RoleRule | MemberRule): readonly string[] =>
  'updatable' in rule
    ? [
        ...rule.updatable,
        ...('items' in rule ? Object.values(rule.items?.kinds ?? {}).flat() : []),
        ...Object.values(rule.members ?? {}).flatMap(namedIn),
      ]
    : [];

/** The words that rules name, each once; with any, those in which nothing may change too. */
const wordsIn = (contract: LoadedContract, rules: readonly (PropertyRule | RoleRule)[]) => {
  const meanings = meaningsIn(contract);
  const named = new Set(rules.flatMap(namedIn));
  const told = Object.entries(meanings).filter(([word]) => named.has(word));
  const frozen = Object.entries(meanings).filter(([, means]) => means === 'frozen');
  return told.length > 0 ? Object.fromEntries([...told, ...frozen]) : undefined;
};

/** The rules of one body of one operation. */
export interface BodyRules {
  schemaName: string;
  /** The nodes of the contract that the rules of the body and its properties were read from. */
  nodes: Schema[];
  /** The same of members, which have no more than `x-updatable`. */
  members: Schema[];
  rules: UpdateRules<Named>;
}

const bodyRules = (
  contract: LoadedContract,
  { node, at }: FoundOperation,
  update: UpdateRules<Named>['update'],
  { $ref }: Schema,
): BodyRules => {
  const { document, fail } = contract;
  const { name: schemaName } =
    parseReference($ref ?? '') ?? fail([...at, 'requestBody'], 'The body of an update must be a $ref to its schema.');
  const schemaAt: Path = ['components', 'schemas', schemaName];
  const body = document.components?.schemas?.[schemaName];
  if (!body?.properties) return fail(schemaAt, `The update body ${schemaName} must be an object with properties.`);
  const documented = body['x-rules-documented'] ?? fail(schemaAt, `${schemaName} has no x-rules-documented.`);
  // What only the provider sets is never sent.
  const properties = Object.entries(body.properties).filter(
    ([, property]) => !property.readOnly && !resolve(document, property).readOnly,
  );
  const members: Schema[] = [];
  const rules = properties.map(([name, property]): [string, PropertyRule | RoleRule] => {
    const isRequired = body.required?.includes(name) ?? false;
    return [name, ruleOf(contract, name, property, isRequired, [...schemaAt, 'properties', name], members)];
  });
  const words = wordsIn(
    contract,
    rules.map(([, rule]) => rule),
  );
  const { 'x-after': after, 'x-settle': settle } = node;
  return {
    schemaName,
    nodes: [body, ...properties.map(([, property]) => property)],
    members,
    rules: {
      operation: node.operationId,
      update,
      ...(after !== undefined && { after }),
      ...(settle && { settle: settle.seconds }),
      documented,
      ...(words && { words }),
      properties: Object.fromEntries(rules),
    },
  };
};

/** The schemas that a body may fit. */
export const alternativesOf = (schema: Schema): Schema[] => schema.anyOf ?? schema.oneOf ?? [schema];

/** The rules of each body of an operation that changes a user; none of another operation. */
export const operationRules = (contract: LoadedContract, operation: FoundOperation): BodyRules[] => {
  const update = operation.node['x-update'];
  if (update === undefined) return [];
  const body = requestSchema(contract, operation) ?? contract.fail(operation.at, 'This update has no body.');
  return alternativesOf(body.schema).map((branch) => bodyRules(contract, operation, update, branch));
};

/** The rules of all bodies of all operations that change a user. */
export const updateRulesOf = (contract: LoadedContract): BodyRules[] =>
  operationsOf(contract).flatMap((operation) => operationRules(contract, operation));
