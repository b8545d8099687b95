import { type FieldRule, lockIn, locks, statusesOf, type VerificationStatus } from '@amend/contract';
import { createPartFinder, elementsOf, type Fields, isFields, sameJson } from './json.ts';
import type { Problem } from './problem.ts';
import type { Rules } from './provider.ts';

/** The kind of an element, if the rules have one for it. */
const kindOf = ({ items }: FieldRule, element: Fields): string | undefined => {
  const kind = items && element[items.property];
  return typeof kind === 'string' && Object.hasOwn(items?.kinds ?? {}, kind) ? kind : undefined;
};

interface JudgedField {
  readonly problems: readonly Problem[];
  /** What is left of the value to be written; nothing if the user has it already and may not change it. */
  readonly change?: unknown;
}

const locked = (field: string, message: string): Problem => ({ field, rule: 'locked', message });

const judgeElements = (name: string, rule: FieldRule, status: VerificationStatus, sent: unknown, stored: unknown) => {
  const problems: Problem[] = [];
  const isStored = createPartFinder(elementsOf(stored));
  const change = elementsOf(sent).filter((element, index) => {
    const kind = kindOf(rule, element);
    // No kind is none that a rule names.
    const lock = lockIn(statusesOf(rule, kind ?? null), status);
    if (!lock) return true;
    if (!isStored(element)) problems.push(locked(`/${name}/${index}`, kind ? `(${kind}) ${locks[lock]}` : locks[lock]));
    return false;
  });
  return { problems, ...(change.length > 0 && { change }) };
};

/** How a provider compares a field, where it is not by JSON. */
export type Compare = Readonly<Record<string, (sent: unknown, stored: unknown) => boolean>>;

const judgeField = (
  name: string,
  rule: FieldRule,
  { status, sent, stored, compare }: { status: VerificationStatus; sent: unknown; stored: Fields; compare: Compare },
): JudgedField => {
  if (Array.isArray(sent) && sent.every(isFields)) return judgeElements(name, rule, status, sent, stored[name]);
  const lock = lockIn(rule.updatable, status);
  if (!lock) return { problems: [], change: sent };
  const isSame = compare[name] ?? sameJson;
  return isSame(sent, stored[name]) ? { problems: [] } : { problems: [locked(`/${name}`, locks[lock])] };
};

/** Whether an update may be made, and what of it changes something. */
export interface Judgement {
  readonly problems: readonly Problem[];
  readonly changes: Fields;
}

/** Holds an update against the rules of its kind of user, in that user's own status. */
export const judgeUpdate = (
  rules: Rules,
  {
    status,
    body,
    stored,
    compare = {},
  }: { status: VerificationStatus; body: Fields; stored: Fields; compare?: Compare },
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
