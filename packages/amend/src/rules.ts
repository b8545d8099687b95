import {
  type Lock,
  lockIn,
  locks,
  type MemberRule,
  type PropertyRule,
  type RuleStatus,
  statusesOf,
} from '@amend/contract';
import { own } from './fields.ts';
import type { Standing } from './status.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** The rule of a property, or of a member of one. */
export type AnyRule = PropertyRule | MemberRule;

/** The rule of a property; none for a create, which has no rules by status. */
export const ruleOf = ({ rules }: AnyUserOperation, property: string): PropertyRule | undefined => {
  const rule = own(rules?.properties, property);
  return rule && 'updatable' in rule ? rule : undefined;
};

/**
 * Why a field cannot change, for programs.
 *
 * - `never`: in no status.
 * - `status`: not in this one, which `status` tells, in the provider's word where the rule names such.
 * - `unknown-status`: not in every status, and it is not known in which the user is.
 * - `other-status`: nor is it in one that is verified or unverified, or nothing can change in it; `status` is the provider's
 *   word.
 */
export interface FieldLock {
  readonly kind: 'never' | 'status' | 'unknown-status' | 'other-status';
  readonly status?: string;
  /** The statuses in which it may change: ours, or words of the provider's. */
  readonly allowedIn: readonly RuleStatus[];
}

const kinds = {
  never: 'never',
  verified: 'status',
  unverified: 'status',
  unknown: 'unknown-status',
  neither: 'other-status',
  frozen: 'other-status',
  word: 'status',
} as const satisfies Record<Lock, FieldLock['kind']>;

/** The same as {@link lockOf}, for programs. */
export const lockFor = (
  rule: AnyRule | undefined,
  { status, word }: Standing,
  kind?: unknown,
): FieldLock | undefined => {
  if (!rule) return undefined;
  const allowedIn = statusesOf(rule, kind);
  const lock = lockIn(allowedIn, status, word);
  if (lock === undefined) return undefined;
  const named = lock === 'word' ? (word ?? status) : lock;
  const told = kinds[lock] === 'status' ? named : kinds[lock] === 'other-status' ? word : undefined;
  return { kind: kinds[lock], ...(told !== undefined && { status: told }), allowedIn };
};

const sourceOf = ({ sources: [first] }: AnyRule): string => (first ? ` (${first.from})` : '');

/** A lock in words, with the source of its rule. */
export const whyLocked = (rule: AnyRule, lock: Lock): string => `${locks[lock]}${sourceOf(rule)}`;

const whileItSays = (_: unknown, word = '') => `leave it out for as long as the provider says ${word}`;

const waysOut: Readonly<Record<Lock, (allowed: readonly RuleStatus[], word?: string) => string>> = {
  never: () => 'leave it out',
  verified: () => 'leave it out',
  unverified: () => 'verify the user first',
  unknown: () => "read the user's status first",
  neither: whileItSays,
  frozen: whileItSays,
  word: (allowed) => `leave it out until the status is ${allowed.join(' or ')}`,
};

/** Why a property, or an element of such a kind in it, may not be sent; it goes on from the field's name. */
export const lockOf = (rule: AnyRule | undefined, { status, word }: Standing, kind?: unknown): string | undefined => {
  if (!rule) return undefined;
  const allowed = statusesOf(rule, kind);
  const lock = lockIn(allowed, status, word);
  return lock && `${whyLocked(rule, lock)}; ${waysOut[lock](allowed, word)}`;
};

/** Whether a property, or an element of such a kind in it, may be sent, and why; it goes on from the field's name. */
export const reasonOf = (rule: AnyRule | undefined, standing: Standing, kind?: unknown): string =>
  rule ? (lockOf(rule, standing, kind) ?? `may change${sourceOf(rule)}`) : 'may be set';
