import { type JudgedStatus, lockedPlaces, lockIn, locks, type PropertyRule, statusesOf } from '@amend/contract';
import { createPartFinder, elementsOf, type Fields, isFields, sameJson } from './json.ts';
import type { Problem } from './problem.ts';
import type { Rules } from './provider.ts';

/** The kind of an element, if the rules have one for it. */
const kindOf = ({ items }: PropertyRule, element: Fields): string | undefined => {
  const kind = items && element[items.property];
  return typeof kind === 'string' && Object.hasOwn(items?.kinds ?? {}, kind) ? kind : undefined;
};

/** In which status a user is, and the provider's word for it. */
export interface Standing {
  readonly status: JudgedStatus;
  readonly word?: string;
}

interface JudgedProperty {
  readonly problems: readonly Problem[];
  /** What is left of the value to be written; nothing if the user has it already and may not change it. */
  readonly change?: unknown;
}

const locked = (pointer: string, message: string): Problem => ({ field: pointer, rule: 'locked', message });

const judgeElements = (
  name: string,
  rule: PropertyRule,
  { status, word }: Standing,
  { sent, stored }: { sent: unknown; stored: unknown },
) => {
  const problems: Problem[] = [];
  const isStored = createPartFinder(elementsOf(stored));
  const change = elementsOf(sent).filter((element, index) => {
    const kind = kindOf(rule, element);
    // No kind is none that a rule names.
    const lock = lockIn(statusesOf(rule, kind ?? null), status, word);
    if (!lock) return true;
    if (!isStored(element)) problems.push(locked(`/${name}/${index}`, kind ? `(${kind}) ${locks[lock]}` : locks[lock]));
    return false;
  });
  return { problems, ...(change.length > 0 && { change }) };
};

/** How a provider compares a property, where it is not by JSON. */
export type Compare = Readonly<Record<string, (sent: unknown, stored: unknown) => boolean>>;

/** What a property then is that is sent so: of an object that is merged, what it leaves out too. */
export type Merge = (name: string, sent: unknown, stored: unknown) => unknown;

const judgeProperty = (
  name: string,
  rule: PropertyRule,
  standing: Standing,
  { sent, stored, compare, merge }: { sent: unknown; stored: Fields; compare: Compare; merge: Merge },
): JudgedProperty => {
  if (Array.isArray(sent) && sent.every(isFields))
    return judgeElements(name, rule, standing, { sent, stored: stored[name] });
  const lock = lockIn(rule.updatable, standing.status, standing.word);
  if (!lock) {
    const becomes = merge(name, sent, stored[name]);
    const places = lockedPlaces(rule, standing, becomes, stored[name], sameJson);
    return {
      problems: places.map(({ path, lock }) => locked(`/${[name, ...path].join('/')}`, locks[lock])),
      change: sent,
    };
  }
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
    body,
    stored,
    compare = {},
    merge = (_, sent) => sent,
    ...standing
  }: Standing & { body: Fields; stored: Fields; compare?: Compare; merge?: Merge },
): Judgement => {
  const judged = Object.entries(body).map(([name, sent]) => {
    const rule = Object.hasOwn(rules.properties, name) ? rules.properties[name] : undefined;
    if (!rule || !('updatable' in rule))
      return { name, problems: [{ field: `/${name}`, rule: 'unknown', message: 'is no field of this kind of user' }] };
    return { name, ...judgeProperty(name, rule, standing, { sent, stored, compare, merge }) };
  });
  return {
    problems: judged.flatMap(({ problems }) => problems),
    changes: Object.fromEntries(judged.flatMap((one) => ('change' in one ? [[one.name, one.change]] : []))),
  };
};
