import type { MemberRule, PropertyRule, Source } from '@amend/contract';
import { meetOf } from './meet.ts';
import type { Schema } from './openapi.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { resolve } from './references.ts';
import { checkStatuses, meaningsIn } from './rule-statuses.ts';

const asList = <Item>(value: Item | Item[] | undefined): Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The sources of a rule, of which there is one at least. */
export const sourcesOf = ({ fail }: LoadedContract, name: string, node: Schema, at: Path): Source[] => {
  const sources = asList(node['x-source']);
  return sources.length > 0 ? sources : fail(at, `The rule of ${name} has no x-source.`);
};

const isAmong = (sources: readonly Source[], { evidence, from }: Source): boolean =>
  sources.some((source) => source.evidence === evidence && source.from === from);

/** Whether what an object leaves out stays. */
export const isMerged = ({ document }: LoadedContract, node: Schema): boolean =>
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
export const membersOf = (
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
