import type { Meaning, MemberRule, Named, PropertyRule, RoleRule, Source, UpdateRules } from '@amend/contract';
import { type FoundOperation, operationsOf, requestSchema } from './contract-operations.ts';
import { meetOf } from './meet.ts';
import type { Schema } from './openapi.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { parseReference, resolve } from './references.ts';
import { verificationOf } from './verification.ts';

const asList = <Item>(value: Item | Item[] | undefined): Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const isOurs = (status: string): boolean => status === 'unverified' || status === 'verified';

/** What each of the provider's words means; one that is spelt as a status of ours is none that a rule can name. */
const meaningsIn = (contract: LoadedContract): Named<Meaning> => {
  const { verified = [], unverified = [], unknown: neither = [], frozen = [] } = verificationOf(contract) ?? {};
  const known = Object.entries({ verified, unverified, neither, frozen } as Record<Meaning, readonly string[]>);
  const words = known.flatMap(([means, words]) => words.map((word) => [word, means as Meaning] as const));
  return Object.fromEntries(words.filter(([word]) => !isOurs(word)));
};

/** A list of statuses that names none but ours and the provider's. */
const checkStatuses = (contract: LoadedContract, statuses: readonly string[], at: Path): void => {
  const meanings = new Map(Object.entries(meaningsIn(contract)));
  for (const word of statuses) {
    if (isOurs(word)) continue;
    const means = meanings.get(word);
    if (!means) contract.fail(at, `${word} is neither unverified, nor verified, nor a word of x-verification.`);
    if (means === 'frozen') contract.fail(at, `Nothing may change in ${word}, which x-verification has as frozen.`);
  }
};

const sourcesOf = ({ fail }: LoadedContract, name: string, node: Schema, at: Path): Source[] => {
  const sources = asList(node['x-source']);
  return sources.length > 0 ? sources : fail(at, `The rule of ${name} has no x-source.`);
};

const isAmong = (sources: readonly Source[], { evidence, from }: Source): boolean =>
  sources.some((source) => source.evidence === evidence && source.from === from);

const isMerged = ({ document }: LoadedContract, node: Schema): boolean =>
  (node['x-update'] ?? resolve(document, node)['x-update']) === 'partial';

/** Where in a body a place of its schema is: every other step below it is a name. */
const namesIn = ([, , , ...below]: Path): string[] => below.flatMap((step, index) => (index % 2 ? [String(step)] : []));

/** Deeper than any user; what holds itself has no end. */
const deepest = 32;

/** Whether `User` does not show all of what stands in a body below these names. */
const isHidden = (contract: LoadedContract, member: Schema, names: readonly string[]): boolean => {
  const { document } = contract;
  const shown = names.reduce<Schema | undefined>(
    (schema, name) => schema && resolve(document, schema).properties?.[name],
    document.components?.schemas?.User,
  );
  const { writeOnly, properties = {} } = { ...resolve(document, member), ...member };
  if (!shown || writeOnly || resolve(document, shown).writeOnly || names.length > deepest) return true;
  return Object.entries(properties).some(([name, part]) => isHidden(contract, part, [...names, name]));
};

/** What is written below a node, and not what it refers to: that holds for whoever refers to it. */
const membersIn = ({ document }: LoadedContract, node: Schema): [string, Schema][] =>
  Object.entries(node.properties ?? {}).filter(
    ([, member]) => !(member.readOnly ?? resolve(document, member).readOnly),
  );

/** The rules below a rule, each as narrow as what it stands in; the nodes that have one are added to `found`. */
const membersOf = (
  contract: LoadedContract,
  node: Schema,
  above: MemberRule,
  at: Path,
  found: Schema[],
): PropertyRule['members'] => {
  const members = membersIn(contract, node).flatMap(([name, member]): [string, MemberRule][] => {
    const place = [...at, 'properties', name];
    const own = member['x-updatable'];
    if (own) {
      checkStatuses(contract, own, place);
      found.push(member);
    }
    const updatable = own ? meetOf(own, above.updatable, meaningsIn(contract)) : above.updatable;
    const told = own ? sourcesOf(contract, name, member, place) : [];
    const isOwn = own?.length === updatable.length && updatable.every((status) => own.includes(status));
    const rule: MemberRule = {
      updatable,
      ...(isHidden(contract, member, namesIn(place)) && { hidden: true as const }),
      ...(above.merges && isMerged(contract, member) && { merges: true as const }),
      // What narrows it says why.
      sources: isOwn ? told : [...above.sources, ...told.filter((source) => !isAmong(above.sources, source))],
    };
    const members = membersOf(contract, member, rule, place, found);
    return own || members ? [[name, { ...rule, ...(members && { members }) }]] : [];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
};

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
