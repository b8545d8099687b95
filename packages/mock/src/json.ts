/** A JSON object, by its wire names. */
export interface Fields {
  readonly [name: string]: unknown;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of an array that are objects; none if there is no array. */
export const elementsOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** Whether two JSON values are equal, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(Reflect.get(a, key), Reflect.get(b, key)))
  );
};

/** A text that two JSON values share if they are equal, whatever the order of their keys. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isFields(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/**
 * Tells of an object whether each of its properties has the same value in one and the same element of a list. The list
 * is looked at once for each set of names, and not once for each object.
 */
export const createPartFinder = (elements: readonly Fields[]): ((part: Fields) => boolean) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (part) => {
    const names = Object.keys(part).toSorted();
    const valuesOf = (element: Fields): string => textOf(names.map((name) => element[name]));
    const key = textOf(names);
    const values =
      known.get(key) ??
      new Set(elements.filter((element) => names.every((name) => Object.hasOwn(element, name))).map(valuesOf));
    known.set(key, values);
    return values.has(valuesOf(part));
  };
};
