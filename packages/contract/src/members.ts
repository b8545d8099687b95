import { type Lock, lockIn } from './lock.ts';
import type { JudgedStatus, MemberRule, PropertyRule, RoleRule, RuleStatus } from './rules.ts';

// Rules below the top level of a body. A value is judged by what becomes of it: what a merged object leaves out stays, and
// what an object leaves out that takes another's place is lost, which is a change of it.

/** All lists of statuses in a rule: of the property, of its kinds of elements, and of its members. */
export const statusListsOf = (rule: PropertyRule | RoleRule | MemberRule): readonly (readonly RuleStatus[])[] =>
  'updatable' in rule
    ? [
        rule.updatable,
        ...('items' in rule ? Object.values(rule.items?.kinds ?? {}) : []),
        ...Object.values(rule.members ?? {}).flatMap(statusListsOf),
      ]
    : [];

/** The rule of what stands at a place below: the nearest on the way to it. */
export const ruleAt = <Rule extends MemberRule>(rule: Rule, [step, ...rest]: readonly string[]): Rule | MemberRule => {
  const { members = {} } = rule;
  const member = step !== undefined && Object.hasOwn(members, step) ? members[step] : undefined;
  return member ? ruleAt(member, rest) : rule;
};

/** A place below a property, the property itself if the path is empty, that may not be sent. */
export interface LockedPlace {
  readonly path: readonly string[];
  readonly rule: MemberRule;
  readonly lock: Lock;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/**
 * What a change of a property changes although it may not.
 *
 * @param becomes The whole value that the property then has; of a merged object, what it leaves out too.
 * @param stored The value that it has.
 */
export const lockedPlaces = (
  rule: MemberRule,
  standing: { readonly status: JudgedStatus; readonly word?: string },
  becomes: unknown,
  stored: unknown,
  isSame: (becomes: unknown, stored: unknown) => boolean,
  path: readonly string[] = [],
): readonly LockedPlace[] => {
  const lock = lockIn(rule.updatable, standing.status, standing.word);
  // What is null was as good as absent.
  const isKept = (becomes === undefined && stored === null) || isSame(becomes, stored);
  if (lock) return isKept ? [] : [{ path, rule, lock }];
  return Object.entries(rule.members ?? {}).flatMap(([name, member]) =>
    lockedPlaces(member, standing, memberOf(becomes, name), memberOf(stored, name), isSame, [...path, name]),
  );
};
