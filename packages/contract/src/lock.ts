import type { JudgedStatus, PropertyRule, RuleStatus, Status } from './rules.ts';

const isOurs = (status: string): status is Status => status === 'unverified' || status === 'verified';

/**
 * Whether statuses allow it; an unknown one, and any other word, must be allowed whatever it turns out to be. Nothing is in one
 * that is frozen, or may be.
 *
 * @param word the provider's, where it is known: what names it allows it.
 */
export const allows = (updatable: readonly RuleStatus[], status: JudgedStatus, word?: string): boolean => {
  if (status === 'frozen' || status === 'unsure') return false;
  // A word of the provider's that is spelt as one of ours is ours.
  if (word !== undefined && !isOurs(word) && updatable.includes(word)) return true;
  return isOurs(status)
    ? updatable.includes(status)
    : updatable.includes('unverified') && updatable.includes('verified');
};

/**
 * When a property may be sent; with a kind, when an element of that kind in it may. A kind that no rule names is locked
 * once the user is verified, and no kind may be sent when the property may not.
 */
export const statusesOf = (
  { updatable, items }: Pick<PropertyRule, 'updatable' | 'items'>,
  kind?: unknown,
): readonly RuleStatus[] => {
  if (!items || kind === undefined) return updatable;
  const named = typeof kind === 'string' && Object.hasOwn(items.kinds, kind) ? items.kinds[kind] : undefined;
  const statuses: readonly RuleStatus[] = named ?? ['unverified'];
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
  word: 'cannot change in this status',
} as const;

export type Lock = keyof typeof locks;

/** Why statuses do not allow it; nothing if they do. */
export const lockIn = (updatable: readonly RuleStatus[], status: JudgedStatus, word?: string): Lock | undefined => {
  if (allows(updatable, status, word)) return undefined;
  if (updatable.length === 0) return 'never';
  const isKnown = isOurs(status) || status === 'neither';
  if (isKnown && !updatable.every(isOurs)) return 'word';
  return isKnown || status === 'frozen' ? status : 'unknown';
};
