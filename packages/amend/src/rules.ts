import type { FieldRule, Status } from '@amend/client/contract';
import type { AnyAction } from './action.ts';
import { own } from './fields.ts';

/** What a plan goes by: `unknown` allows only what every status allows. */
export type PlanStatus = Status | 'unknown';

/** Whether statuses allow it; an unknown one, and any other word, must be allowed whatever it turns out to be. */
export const allows = (updatable: readonly Status[], status: PlanStatus): boolean =>
  status === 'unverified' || status === 'verified'
    ? updatable.includes(status)
    : updatable.includes('unverified') && updatable.includes('verified');

/** The rule of a property; none for a create, which has no rules by status. */
export const ruleOf = ({ rules }: AnyAction, property: string): FieldRule | undefined => {
  const rule = own(rules?.fields, property);
  return rule && 'updatable' in rule ? rule : undefined;
};

/** When an element of an array may be sent; a kind that no rule names is locked once the user is verified. */
export const statusesOfKind = ({ updatable, items }: FieldRule, kind: unknown): readonly Status[] => {
  if (!items) return updatable;
  const statuses = (typeof kind === 'string' && own(items.kinds, kind)) || ['unverified'];
  return updatable.filter((status) => statuses.includes(status));
};

const statusesOf = (rule: FieldRule, kind: unknown): readonly Status[] =>
  kind === undefined ? rule.updatable : statusesOfKind(rule, kind);

/** Whether a property, or an element of such a kind in it, may be sent, and why; it goes on from the field's name. */
export const reasonOf = (rule: FieldRule | undefined, status: PlanStatus, kind?: unknown): string => {
  if (!rule) return 'may be set';
  const source = rule.sources[0] ? ` (${rule.sources[0].from})` : '';
  const updatable = statusesOf(rule, kind);
  if (allows(updatable, status)) return `may change${source}`;
  if (updatable.length === 0) return `can never change${source}; leave it out`;
  if (status === 'verified') return `cannot change once the user is verified${source}; leave it out`;
  if (status === 'unverified') return `cannot change until the user is verified${source}; verify the user first`;
  return `may be locked${source}, and the status is not known; read the user's status first`;
};

/** Why it may not be sent; nothing if it may. */
export const lockOf = (rule: FieldRule | undefined, status: PlanStatus, kind?: unknown): string | undefined =>
  rule && !allows(statusesOf(rule, kind), status) ? reasonOf(rule, status, kind) : undefined;
