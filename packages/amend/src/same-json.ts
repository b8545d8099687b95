import { isRecord } from './fields.ts';

/** No contract nests deeper; what does, or what holds itself, is no JSON that we take. */
const deepest = 32;

/** Whether two JSON values are equal, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown, depth = deepest): boolean => {
  if (a === b) return true;
  const areLists = Array.isArray(a) && Array.isArray(b);
  if (depth === 0 || (!areLists && !(isRecord(a) && isRecord(b)))) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(Reflect.get(a, key), Reflect.get(b, key), depth - 1))
  );
};
