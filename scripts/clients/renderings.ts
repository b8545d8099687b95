import { format, inspect } from 'node:util';

const total = (render: () => unknown): string => {
  try {
    return String(render());
  } catch {
    // Some ways cannot show some values.
    return '';
  }
};

const chain = function* (value: unknown): Generator<unknown> {
  for (let at = value; typeof at === 'object' && at !== null; at = Reflect.get(at, 'cause')) yield at;
};

const entries = (value: unknown): [PropertyKey, unknown][] =>
  typeof value === 'object' && value !== null
    ? Reflect.ownKeys(value).map((key) => [key, Reflect.get(value, key)])
    : [];

/** The ways in which a value ends up in a log. */
const ways: readonly ((value: unknown) => unknown)[] = [
  (value) => inspect(value),
  (value) =>
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true, maxStringLength: null }),
  (value) => inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, customInspect: false }),
  (value) => inspect(value, { depth: Number.POSITIVE_INFINITY, showProxy: true }),
  ...['%s', '%o', '%O', '%j', '%d', '%c'].map((directive) => (value: unknown) => format(directive, value)),
  (value) => format(value),
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, Object.getOwnPropertyNames(value)),
  (value) => String(value),
  (value) => `${value}`,
  (value) => Reflect.get(value as object, 'stack'),
  (value) => Reflect.get(value as object, 'message'),
  (value) => inspect(Object.entries(value as object), { depth: Number.POSITIVE_INFINITY }),
  (value) => inspect(entries(value), { depth: Number.POSITIVE_INFINITY, showHidden: true }),
  (value) => inspect(structuredClone(value), { depth: Number.POSITIVE_INFINITY, showHidden: true }),
  (value) => inspect([...chain(value)].map(entries), { depth: Number.POSITIVE_INFINITY }),
];

/** Everything that a log could show of a value. */
export const renderAll = (value: unknown): string => ways.map((way) => total(() => way(value))).join('\n');
