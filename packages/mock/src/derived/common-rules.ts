import type { FieldRule, RequestBody, RoleRule, UpdateRules } from '@amend/contract';
import type { Rules } from '../provider.ts';

/** What both allow. */
const both = (one: FieldRule | RoleRule, other: FieldRule | RoleRule): FieldRule | RoleRule =>
  'updatable' in one && 'updatable' in other
    ? { ...one, updatable: one.updatable.filter((status) => other.updatable.includes(status)) }
    : one;

/** The rules of an update, where its bodies do not say which kind of user each is for: what all of them allow. */
export const commonRules = (
  update: UpdateRules<object>['update'],
  { schemas = [] }: Partial<RequestBody> = {},
): Rules => {
  const fields: Record<string, FieldRule | RoleRule> = {};
  for (const [name, rule] of schemas.flatMap(({ rules }) => Object.entries(rules?.fields ?? {})))
    fields[name] = fields[name] ? both(fields[name], rule) : rule;
  return { update, fields };
};
