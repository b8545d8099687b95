import type { Meaning, Named, PropertyRule, RoleRule, UpdateRules } from '@amend/contract';
import { type FoundOperation, operationsOf, requestSchema } from './contract-operations.ts';
import type { Schema } from './openapi.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { parseReference, resolve } from './references.ts';
import { verificationOf } from './verification.ts';

const asList = <Item>(value: Item | Item[] | undefined): Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const ruleOf = (
  { document, fail }: LoadedContract,
  name: string,
  property: Schema,
  required: boolean,
  at: Path,
): PropertyRule | RoleRule => {
  const role = property['x-role'];
  if (role) return { role, required };
  const updatable = property['x-updatable'] ?? fail(at, `${name} has neither x-updatable nor x-role.`);
  const items = property['x-updatable-items'];
  const effect = property['x-effect'];
  const sources = asList(property['x-source']);
  if (sources.length === 0) fail(at, `The rule of ${name} has no x-source.`);
  const { 'x-minimum-age': minimumAge, 'x-update': update } = { ...resolve(document, property), ...property };
  return {
    updatable,
    required,
    ...(items && { items }),
    ...(update === 'partial' && { merges: true as const }),
    ...(effect && { effect }),
    ...(minimumAge && { minimumAge }),
    sources,
  };
};

const isOurs = (status: string): boolean => status === 'unverified' || status === 'verified';

/** The provider's words that rules name; with any, those in which nothing may change too. */
const wordsIn = (contract: LoadedContract, rules: readonly [string, PropertyRule | RoleRule, Path][]) => {
  const { verified = [], unverified = [], unknown: neither = [], frozen = [] } = verificationOf(contract) ?? {};
  const known = Object.entries({ verified, unverified, neither, frozen } as Record<Meaning, readonly string[]>);
  const meanings = new Map(known.flatMap(([means, words]) => words.map((word) => [word, means as Meaning] as const)));
  const named = new Map<string, Meaning>();
  for (const [, rule, at] of rules)
    for (const word of 'updatable' in rule ? [rule.updatable, ...Object.values(rule.items?.kinds ?? {})].flat() : []) {
      if (isOurs(word)) continue;
      const means =
        meanings.get(word) ??
        contract.fail(at, `${word} is neither unverified, nor verified, nor a word of x-verification.`);
      if (means === 'frozen') contract.fail(at, `Nothing may change in ${word}, which x-verification has as frozen.`);
      named.set(word, means);
    }
  if (named.size === 0) return undefined;
  return Object.fromEntries([...named, ...frozen.map((word) => [word, 'frozen'] as const)]);
};

/** The rules of one body of one operation. */
export interface BodyRules {
  schemaName: string;
  /** The nodes of the contract that the rules were read from. */
  nodes: Schema[];
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
  const rules = properties.map(([name, property]): [string, PropertyRule | RoleRule, Path] => {
    const at = [...schemaAt, 'properties', name];
    return [name, ruleOf(contract, name, property, body.required?.includes(name) ?? false, at), at];
  });
  const words = wordsIn(contract, rules);
  const { 'x-after': after, 'x-settle': settle } = node;
  return {
    schemaName,
    nodes: [body, ...properties.map(([, property]) => property)],
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
