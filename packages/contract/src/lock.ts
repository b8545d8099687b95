import type { JudgedStatus, PropertyRule, Status } from './rules.ts';

/**
 * Whether statuses allow it; an unknown one, and any other word, must be allowed whatever it turns out to be. Nothing is in one
 * that is frozen, or may be.
 */
export const allows = (updatable: readonly Status[], status: JudgedStatus): boolean =>
  status === 'unverified' || status === 'verified'
    ? updatable.includes(status)
    : status !== 'frozen' && status !== 'unsure' && updatable.includes('unverified') && updatable.includes('verified');

/**
 * When a property may be sent; with a kind, when an element of that kind in it may. A kind that no rule names is locked
 * once the user is verified, and no kind may be sent when the property may not.
 */
export const statusesOf = ({ updatable, items }: PropertyRule, kind?: unknown): readonly Status[] => {
  if (!items || kind === undefined) return updatable;
  const named = typeof kind === 'string' && Object.hasOwn(items.kinds, kind) ? items.kinds[kind] : undefined;
  const statuses: readonly Status[] = named ?? ['unverified'];
  return updatable.filter((status) => statuses.includes(status));
};

/** Why something may not be sent, each in words that go on from its name. */
export const locks = {
  never: 'can never change',
  verified: 'cannot change once the user is verified',
  unverified: 'cannot change until the user is verified',
  unknown: 'cannot change while it is not known whether the user is verified',
  neither: 'cannot change while the user is neither verified nor unverified',
  frozen: 'cannot change in this status, as nothing can',
} as const;

export type Lock = keyof typeof locks;

/** Why statuses do not allow it; nothing if they do. */
export const lockIn = (updatable: readonly Status[], status: JudgedStatus): Lock | undefined => {
  if (allows(updatable, status)) return undefined;
  if (updatable.length === 0) return 'never';
  return status !== 'unsure' && Object.hasOwn(locks, status) ? status : 'unknown';
};
