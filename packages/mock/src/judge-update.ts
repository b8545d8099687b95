import type { FieldRule, Status, Verification } from '@amend/client/contract';
import { elementsOf, type Fields, isPartOf, sameJson } from './json.ts';
import type { Problem } from './problem.ts';
import type { Rules } from './provider.ts';

/** What an update is judged by; `unknown` allows only what every status allows. */
export type JudgedStatus = Status | 'unknown';

/** What a user's status word means; without a documented status, nothing is known. */
export const statusOf = (verification: Verification | undefined, user: Fields): JudgedStatus => {
  const word = verification && user[verification.property];
  if (typeof word !== 'string') return 'unknown';
  if (verification?.verified.includes(word)) return 'verified';
  return verification?.unverified.includes(word) ? 'unverified' : 'unknown';
};

const allows = (updatable: readonly Status[], status: JudgedStatus): boolean =>
  status === 'unknown'
    ? updatable.includes('unverified') && updatable.includes('verified')
    : updatable.includes(status);

const whyLocked = (updatable: readonly Status[], status: JudgedStatus): string => {
  if (updatable.length === 0) return 'can never change';
  if (status === 'unknown') return 'cannot change while it is not known whether the user is verified';
  return status === 'verified' ? 'cannot change once the user is verified' : 'cannot change until the user is verified';
};

/** The kind of an element, if the rules have one for it. */
const kindOf = ({ items }: FieldRule, element: Fields): string | undefined => {
  const kind = items && element[items.property];
  return typeof kind === 'string' && Object.hasOwn(items?.kinds ?? {}, kind) ? kind : undefined;
};

/** When an element may be sent; a kind that no rule names is locked once the user is verified. */
const statusesOfKind = ({ items, updatable }: FieldRule, kind: string | undefined): readonly Status[] => {
  if (!items) return updatable;
  return (kind !== undefined && items.kinds[kind]) || ['unverified'];
};

interface JudgedField {
  readonly problems: readonly Problem[];
  /** What is left of the value to be written; nothing if the user has it already and may not change it. */
  readonly change?: unknown;
}

const locked = (field: string, message: string): Problem => ({ field, rule: 'locked', message });

const judgeElements = (name: string, rule: FieldRule, status: JudgedStatus, sent: unknown, stored: unknown) => {
  const problems: Problem[] = [];
  const change = elementsOf(sent).filter((element, index) => {
    const kind = kindOf(rule, element);
    const updatable = statusesOfKind(rule, kind);
    if (allows(updatable, status)) return true;
    const isStored = elementsOf(stored).some((candidate) => isPartOf(element, candidate));
    const why = whyLocked(updatable, status);
    if (!isStored) problems.push(locked(`/${name}/${index}`, kind ? `(${kind}) ${why}` : why));
    return false;
  });
  return { problems, ...(change.length > 0 && { change }) };
};

/** How a provider compares a field, where it is not by JSON. */
export type Compare = Readonly<Record<string, (sent: unknown, stored: unknown) => boolean>>;

const judgeField = (
  name: string,
  rule: FieldRule,
  { status, sent, stored, compare }: { status: JudgedStatus; sent: unknown; stored: Fields; compare: Compare },
): JudgedField => {
  if (Array.isArray(sent)) return judgeElements(name, rule, status, sent, stored[name]);
  if (allows(rule.updatable, status)) return { problems: [], change: sent };
  const isSame = compare[name] ?? sameJson;
  return isSame(sent, stored[name])
    ? { problems: [] }
    : { problems: [locked(`/${name}`, whyLocked(rule.updatable, status))] };
};

/** Whether an update may be made, and what of it changes something. */
export interface Judgement {
  readonly problems: readonly Problem[];
  readonly changes: Fields;
}

/** Holds an update against the rules of its kind of user, in that user's own status. */
export const judgeUpdate = (
  rules: Rules,
  { status, body, stored, compare = {} }: { status: JudgedStatus; body: Fields; stored: Fields; compare?: Compare },
): Judgement => {
  const judged = Object.entries(body).map(([name, sent]) => {
    const rule = Object.hasOwn(rules.fields, name) ? rules.fields[name] : undefined;
    if (!rule || !('updatable' in rule))
      return { name, problems: [{ field: `/${name}`, rule: 'unknown', message: 'is no field of this kind of user' }] };
    return { name, ...judgeField(name, rule, { status, sent, stored, compare }) };
  });
  return {
    problems: judged.flatMap(({ problems }) => problems),
    changes: Object.fromEntries(judged.flatMap((field) => ('change' in field ? [[field.name, field.change]] : []))),
  };
};
