import { type BodySchema, type FieldRule, type RoleRule, type Status, statusesOf } from '@amend/contract';
import { pointer } from './change.ts';
import type { Fact, Facts } from './facts.ts';

type Rule = FieldRule | RoleRule;

const statuses: readonly Status[] = ['unverified', 'verified'];

const allowed = (when: readonly Status[], name: string, at: string): Facts =>
  Object.fromEntries(when.map((status) => [status, { is: 'allowed', words: { name, status }, at }]));

const kindFact = (kind: string, when: readonly Status[], field: string, at: string): Fact => {
  const name = `${field} of the kind ${kind}`;
  const told = when.length > 0 ? `can be sent while the user is ${when.join(' or ')}` : 'can never be sent';
  return { is: 'kind', words: { name, kind, when: told }, at, below: allowed(when, name, at) };
};

/** Kinds that only one version tells apart have the rule of the whole list in the other. */
const kindFacts = (rule: FieldRule, name: string, at: string): Fact => ({
  is: 'part',
  below: Object.fromEntries(
    Object.keys(rule.items?.kinds ?? {}).map((kind) => [kind, kindFact(kind, statusesOf(rule, kind), name, at)]),
  ),
  implies: rule.items ? undefined : ({ words }) => kindFact(words?.kind ?? '', rule.updatable, name, at),
});

const fieldFact = (name: string, at: string, rule: Rule): Fact => {
  const role: Fact = {
    is: 'role',
    value: 'role' in rule ? rule.role : 'field of the user',
    words: { name },
    at: `${at}/x-role`,
  };
  if ('role' in rule) return { is: 'field', words: { name }, at, below: { role } };
  const { updatable, items, effect } = rule;
  const below: Facts = {
    ...allowed(updatable, name, `${at}/x-updatable`),
    ...(items && { toldBy: { is: 'toldBy', value: items.property, words: { name }, at: `${at}/x-updatable-items` } }),
    kinds: kindFacts(rule, name, `${at}/x-updatable-items`),
    ...(effect && { [effect]: { is: 'effect', words: { name, effect }, at: `${at}/x-effect` } }),
  };
  return { is: 'field', words: { name }, at, below: { role, user: { is: 'part', below } } };
};

/** Before an operation had rules, all that its body holds could be sent. */
export const open = (rule: Rule): Rule =>
  'role' in rule ? rule : { updatable: statuses, required: false, sources: [] };

/** The rules of one body, as they are, or as `ruleOf` has them. */
export const rulesFact = (
  operation: string,
  body: Required<BodySchema>,
  ruleOf: (rule: Rule) => Rule = (rule) => rule,
): Fact => {
  const { name: schema, rules } = body;
  const at = ['components', 'schemas', schema];
  const documented = pointer(...at, 'x-rules-documented');
  const fields = Object.keys(body.schema.properties ?? {}).map((property): [string, Fact] => {
    const rule = Object.hasOwn(rules.fields, property) ? rules.fields[property] : undefined;
    const name = `${operation}.${property} (${schema})`;
    const field = rule && fieldFact(name, pointer(...at, 'properties', property), ruleOf(rule));
    // That a property leaves the schema is for the comparison of schemas to tell.
    return [`property ${property}`, { is: 'part', below: { ...(field && { field }) } }];
  });
  const below: Facts = {
    ...(!rules.documented && {
      documented: { is: 'undocumented', words: { name: `${operation} (${schema})` }, at: documented },
    }),
    ...Object.fromEntries(fields),
  };
  return { is: 'rules', words: { operation, schema }, at: pointer(...at), below };
};
