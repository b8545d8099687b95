/** Stands where something is that cannot be read whole: an accessor of a class, a Map, a Date, what throws, a function. */
export const unreadable = Symbol('unreadable');

/** Why what is not JSON cannot be a value; in words that go on from the field's name. */
export const noPlainData =
  'is no plain data, but an accessor of a class, a Date, NaN or the like; pass what JSON can hold';

/** Of the whole of a patch, of `native` or of `current`. */
export const cannotBeRead = 'cannot be read whole; pass a plain object';

/** No contract nests deeper, and no answer that a client takes holds more values. */
const limits = { depth: 32, values: 600_000 };

/** What was read, and whether that is all that there was. */
export interface Plain {
  readonly value: unknown;
  readonly isWhole: boolean;
}

interface Reading {
  left: number;
  isWhole: boolean;
}

const giveUp = (reading: Reading): typeof unreadable => {
  reading.isWhole = false;
  return unreadable;
};

/** Whether it is the prototype of all objects, of whatever realm. */
const isRoot = (prototype: object | null): boolean =>
  prototype === null ||
  prototype === Object.prototype ||
  (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'));

/** What a class gives to its objects beside methods: JSON does not see it. */
const inheritedBy = (value: object): string[] => {
  const names: string[] = [];
  let prototype: object | null = Object.getPrototypeOf(value);
  for (let depth = limits.depth; prototype && !isRoot(prototype); depth -= 1) {
    if (depth === 0) throw new RangeError('no class inherits from so many others');
    for (const [name, { value: inherited }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (typeof inherited !== 'function') names.push(name);
    prototype = Object.getPrototypeOf(prototype);
  }
  return names;
};

/** The names that JSON would leave out. */
const hiddenIn = (value: object, shown: readonly string[]): readonly string[] => {
  const names = Object.getOwnPropertyNames(value);
  const isPlain = isRoot(Object.getPrototypeOf(value));
  if (isPlain && names.length === shown.length) return [];
  const seen = new Set(shown);
  return [...names, ...(isPlain ? [] : inheritedBy(value))].filter((name) => !seen.has(name));
};

const readList = (list: readonly unknown[], reading: Reading, depth: number): unknown => {
  const { length } = list;
  if (length > reading.left) return giveUp(reading);
  const copy: unknown[] = [];
  // A hole is no value.
  for (let index = 0; index < length; index += 1) {
    const element = read(list[index], reading, depth);
    copy.push(element === undefined ? unreadable : element);
  }
  return copy;
};

const readRecord = (record: object, reading: Reading, depth: number): unknown => {
  // A spread looks at each property once, and takes `__proto__` for a name like others.
  const copy: Record<string, unknown> = { ...record };
  const names = Object.keys(copy);
  for (const name of names) {
    const value = read(copy[name], reading, depth, name);
    if (value === undefined) delete copy[name];
    else if (value !== copy[name]) copy[name] = value;
  }
  const hidden = hiddenIn(record, names);
  for (const name of hidden)
    Object.defineProperty(copy, name, { value: giveUp(reading), enumerable: true, configurable: true, writable: true });
  // An object of a class that shows nothing keeps what it has to itself.
  const isClosed = names.length + hidden.length === 0 && !isRoot(Object.getPrototypeOf(record));
  return isClosed ? giveUp(reading) : copy;
};

const noJson = new Set<string>(['bigint', 'function', 'symbol']);

const tagOf = (value: object): string => Object.prototype.toString.call(value);

const read = (value: unknown, reading: Reading, depth: number, name = '', isWritten = false): unknown => {
  reading.left -= 1;
  if (typeof value === 'string' && reading.left >= 0) return value;
  if (typeof value !== 'object' || value === null) {
    const isJson = typeof value === 'number' ? Number.isFinite(value) : !noJson.has(typeof value);
    return isJson && reading.left >= 0 ? value : giveUp(reading);
  }
  // It stands there for all to see, and is no value of a field.
  if (depth === 0) return unreadable;
  if (reading.left < 0) return giveUp(reading);
  try {
    const toJson: unknown = isWritten ? undefined : Reflect.get(value, 'toJSON');
    // A day and a moment are different things, and JSON makes the one of the other.
    if (typeof toJson === 'function' && tagOf(value) !== '[object Date]')
      return read(toJson.call(value, name), reading, depth, name, true);
    if (Array.isArray(value)) return readList(value, reading, depth - 1);
    return tagOf(value) === '[object Object]' ? readRecord(value, reading, depth - 1) : giveUp(reading);
  } catch {
    return giveUp(reading);
  }
};

/**
 * A copy of what JSON makes of something, each property read once, so that nothing changes between judging and sending.
 * Never throws. What JSON would lose, or write as something else, is {@link unreadable} in its place.
 */
export const readPlain = (value: unknown): Plain => {
  const reading: Reading = { left: limits.values, isWhole: true };
  return { value: read(value, reading, limits.depth), isWhole: reading.isWhole };
};

/** Whether a value cannot be read whole. */
export const isUnreadable = (value: unknown): boolean =>
  value === unreadable || (typeof value === 'object' && value !== null && Object.values(value).some(isUnreadable));

/** Freezes what {@link readPlain} and a plan are made of. */
export const freezeDeep = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value;
  for (const child of Array.isArray(value) ? value : Object.values(value))
    if (typeof child === 'object') freezeDeep(child);
  return Object.freeze(value);
};
