import {
  type BodySchema,
  type MemberRule,
  type PropertyRule,
  type ResolvedSchema,
  type RoleRule,
  type RuleStatus,
  type Status,
  statusesOf,
} from '@amend/contract';
import { pointer } from './change.ts';
import type { Fact } from './facts.ts';

type Rule = PropertyRule | RoleRule;

const statuses: readonly Status[] = ['unverified', 'verified'];

const allowed = (when: readonly RuleStatus[], name: string, at: string): Fact[] =>
  when.map((status) => ({ is: 'allowed', of: status, words: { name, status }, at }));

const kindFact = (kind: string, when: readonly RuleStatus[], field: string, at: string): Fact => {
  const name = `${field} of the kind ${kind}`;
  const told = when.length > 0 ? `can be sent while the user is ${when.join(' or ')}` : 'can never be sent';
  return { is: 'kind', of: kind, words: { name, when: told }, at, below: allowed(when, name, at) };
};

/** Kinds that only one version tells apart have the rule of the whole list in the other. */
const kindFacts = (rule: PropertyRule, name: string, at: string): Fact[] => {
  const kinds = Object.keys(rule.items?.kinds ?? {});
  return [
    ...(rule.items ? [{ is: 'toldBy', value: rule.items.property, words: { name }, at } as const] : []),
    {
      is: 'part',
      of: 'kinds',
      below: kinds.map((kind) => kindFact(kind, statusesOf(rule, kind), name, at)),
      implies: rule.items ? undefined : ({ of = '' }) => kindFact(of, rule.updatable, name, at),
    },
  ];
};

/** The name of a member, before the body that stands in brackets behind it. */
const within = (field: string, member: string): string => field.replace(/ \(|$/, (end) => `.${member}${end}`);

/** Whether objects are merged or replaced, at every depth. */
const objectFacts = ({ properties, update }: ResolvedSchema, name: string, at: string): Fact[] =>
  properties === undefined
    ? []
    : [
        { is: 'update', value: update ?? 'replacement', words: { name }, at: `${at}/x-update` },
        ...Object.entries(properties).map(
          ([member, schema]): Fact => ({
            is: 'part',
            of: member,
            below: objectFacts(schema, within(name, member), `${at}/properties/${member}`),
          }),
        ),
      ];

/** What one version alone has a rule for has in the other that of what it stands in. */
const memberFacts = (rule: MemberRule, field: string, at: string): Fact => ({
  is: 'part',
  of: 'members',
  below: Object.entries(rule.members ?? {}).map(([member, below]) => memberFact(member, below, field, at)),
  implies: ({ of = '' }) => memberFact(of, rule, field, at, false),
});

const memberFact = (member: string, rule: MemberRule, field: string, at: string, hasMembers = true): Fact => {
  const name = within(field, member);
  const place = `${at}/properties/${member}`;
  return {
    is: 'part',
    of: member,
    below: [
      ...allowed(rule.updatable, name, `${place}/x-updatable`),
      memberFacts(hasMembers ? rule : { ...rule, members: {} }, name, place),
    ],
  };
};

const userFacts = (rule: PropertyRule, name: string, at: string): Fact[] => [
  ...allowed(rule.updatable, name, `${at}/x-updatable`),
  ...kindFacts(rule, name, `${at}/x-updatable-items`),
  memberFacts(rule, name, at),
  ...[rule.effect ?? []]
    .flat()
    .map((effect): Fact => ({ is: 'effect', of: effect, words: { name, effect }, at: `${at}/x-effect` })),
];

const fieldFact = (rule: Rule, name: string, at: string): Fact => {
  const role = 'role' in rule ? rule.role : 'field of the user';
  const below: Fact[] = [{ is: 'role', value: role, words: { name }, at: `${at}/x-role` }];
  if (!('role' in rule)) below.push({ is: 'part', below: userFacts(rule, name, at) });
  return { is: 'field', words: { name }, at, below };
};

/** Before an operation had rules, all that its body holds could be sent. */
export const open = (rule: Rule): Rule =>
  'role' in rule ? rule : { updatable: statuses, required: false, sources: [] };

/** The rules of one body, as they are, or as `ruleOf` has them. */
export const rulesFact = (
  operation: string,
  { name: schema, schema: { properties = {} }, rules }: Required<BodySchema>,
  ruleOf: (rule: Rule) => Rule = (rule) => rule,
): Fact => {
  const at = pointer('components', 'schemas', schema);
  const words = { operation, schema, name: `${operation} (${schema})` };
  // That a property leaves the schema is for the comparison of schemas to tell.
  const fields = Object.keys(properties).map((property): Fact => {
    const rule = Object.hasOwn(rules.properties, property) ? rules.properties[property] : undefined;
    const place = pointer('components', 'schemas', schema, 'properties', property);
    const name = `${operation}.${property} (${schema})`;
    const below = rule
      ? [fieldFact(ruleOf(rule), name, place), ...objectFacts(properties[property] ?? {}, name, place)]
      : [];
    return { is: 'part', of: property, below };
  });
  const undocumented: Fact = { is: 'undocumented', words, at: `${at}/x-rules-documented` };
  return { is: 'rules', of: schema, words, at, below: [...(rules.documented ? [] : [undocumented]), ...fields] };
};
