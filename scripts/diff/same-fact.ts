import { isDeepStrictEqual } from 'node:util';

/** A list means the same in any order where it is one of words, or of sources. */
const withoutOrder = (node: unknown): unknown => {
  if (Array.isArray(node)) {
    const items = node.map(withoutOrder);
    const isUnordered = node.every((item) => typeof item === 'string') || node.every(isSource);
    return isUnordered ? items.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) : items;
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .toSorted()
      .map(([key, value]) => [key, withoutOrder(value)]),
  );
};

const isSource = (node: unknown): boolean => typeof node === 'object' && node !== null && 'evidence' in node;

/** Whether two parts of a contract say the same. */
export const isSameFact = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(withoutOrder(one), withoutOrder(other));
