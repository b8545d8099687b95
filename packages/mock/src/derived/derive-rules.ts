import type { FieldRule, RoleRule, Status } from '@amend/contract';
import { isFields } from '../json.ts';
import type { Rules } from '../provider.ts';
import { type Node, resolve } from '../schema.ts';

type Rule = FieldRule | RoleRule;

const ruleOf = (name: string, property: Node, required: boolean): Rule => {
  const { 'x-role': role, 'x-updatable': updatable, 'x-updatable-items': items, 'x-effect': effect } = property;
  if (role === 'identifier' || role === 'credential') return { role, required };
  if (!Array.isArray(updatable)) throw new Error(`${name} has neither x-updatable nor an x-role that is known.`);
  return {
    updatable: updatable as readonly Status[],
    required,
    sources: [],
    ...(isFields(items) && { items: items as unknown as NonNullable<FieldRule['items']> }),
    ...(effect === 'archives-previous' && { effect }),
  };
};

const branchRules = (document: Node, branch: unknown): Readonly<Record<string, Rule>> => {
  const { properties, required = [] } = resolve(document, branch);
  return Object.fromEntries(
    Object.entries(isFields(properties) ? properties : {}).flatMap(([name, property]) => {
      const resolved = resolve(document, property);
      const isRequired = Array.isArray(required) && required.includes(name);
      return resolved.readOnly === true ? [] : [[name, ruleOf(name, resolved, isRequired)]];
    }),
  );
};

/** What both allow: which kind of user a body is for, the contract does not say. */
const both = (one: Rule, other: Rule): Rule =>
  'updatable' in one && 'updatable' in other
    ? { ...one, updatable: one.updatable.filter((status) => other.updatable.includes(status)) }
    : one;

/** The rules of an update body. @throws if a property has none. */
export const deriveRules = (document: Node, schema: unknown, update: Rules['update']): Rules => {
  const body = resolve(document, schema);
  const branches = [body.anyOf ?? body.oneOf ?? [body]].flat().map((branch) => branchRules(document, branch));
  const fields: Record<string, Rule> = {};
  for (const [name, rule] of branches.flatMap((branch) => Object.entries(branch)))
    fields[name] = fields[name] ? both(fields[name], rule) : rule;
  return { update, fields };
};
