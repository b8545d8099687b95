import type { Named } from '@amend/contract';

export const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const own = (object: Named, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
};

export const textOf = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'undefined';

/** Whether two values are the same JSON, in whatever order their properties stand; nothing is the same as `null`. */
export const sameJson = (one: unknown, other: unknown): boolean => textOf(one ?? null) === textOf(other ?? null);
