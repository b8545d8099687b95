import type { Patch, Plan, User } from 'amend';

/** The value at a field's path, such as `address.city`. */
const valueAt = (user: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      user,
    );

/**
 * What a provider did otherwise than the plan for it said: one sentence for each field, without any value.
 * A field that was sent must be as the patch has it, every other one as it was before.
 */
export const differences = (plan: Plan, patch: Patch, before: User, after: User): readonly string[] =>
  plan.fields.flatMap(({ field, verdict }) => {
    const isSent = verdict === 'send';
    const wanted = valueAt(isSent ? patch : before, field);
    if (valueAt(after, field) === wanted) return [];
    return [`${plan.provider} ${isSent ? 'does not have the new' : 'changed the'} ${field}.`];
  });
