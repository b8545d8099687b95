// Answers that are wrong throughout, as large as one likes.

const list = (size: number, element: string): string =>
  `[${Array.from({ length: Math.floor(size / (element.length + 1)) }, () => element).join()}]`;

const object = (size: number): string =>
  `{${Array.from({ length: Math.floor(size / 12) }, (_, index) => `"k${index}":0`).join()}}`;

/** What stands in place of a part of an answer, by the bytes that it may have. */
const fillings: Readonly<Record<string, (size: number) => string>> = {
  numbers: (size) => list(size, '0'),
  objects: (size) => list(size, '{}'),
  lists: (size) => list(size, '[]'),
  'objects of one key': (size) => list(size, '{"a":0}'),
  // As many values as are still read.
  'spaced objects': (size) => list(size, `{}${' '.repeat(30)}`),
  'spaced objects of one key': (size) => list(size, `{"a":0}${' '.repeat(42)}`),
  texts: (size) => list(size, '"aaaaaaaaaaaaaa"'),
  'objects of many keys': (size) => list(size, object(60_000)),
  'one object of many keys': object,
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A JSON text for each place in it that holds a list or an object, with the filling there. */
const fill = (value: unknown, filling: string): string[] => {
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([name, child]) =>
    fill(child, filling).map((text) => {
      const members = Object.entries(value).map(([key, other]) => {
        const written = key === name ? text : JSON.stringify(other);
        return Array.isArray(value) ? written : `${JSON.stringify(key)}:${written}`;
      });
      return Array.isArray(value) ? `[${members}]` : `{${members}}`;
    }),
  );
  return [filling, ...inside];
};

/** Variants of an answer of up to so many bytes, each with a name. */
export const largeAnswers = (answer: unknown, bytes: number): (readonly [name: string, text: string])[] =>
  Object.entries(fillings).flatMap(([name, filling]) =>
    fill(answer, filling(bytes - JSON.stringify(answer).length)).map(
      (text, place) => [`${name} at place ${place}`, text] as const,
    ),
  );
