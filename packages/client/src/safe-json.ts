/** What `JSON.parse` refuses, or changes or lets through in silence; and what takes too long. */
export type Flaw =
  | 'no JSON'
  | 'number out of range'
  | 'too deep'
  | 'too many values'
  | 'forbidden key'
  | 'duplicate key';

/** JSON that is safe to hand on, or what is wrong with it. */
export type Parsed = { readonly value: unknown } | { readonly flaw: Flaw };

export const maxDepth = 64;

export const isUnsafe = (number: number): boolean =>
  !Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number));

const [quote, backslash, colon, comma, list, object] = [...'"\\:,[{'].map((sign) => sign.charCodeAt(0));

/**
 * How many keys a JSON text has, and how many values it may have: each key is followed by a colon, each value is the first
 * of its list or object or stands behind a comma, and no such sign stands outside a string for another reason.
 */
const count = (text: string): { keys: number; values: number } => {
  let keys = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) inString = !inString;
    else if (code === backslash) at += 1;
    else if (inString) continue;
    else if (code === colon) keys += 1;
    else if (code === comma || code === list || code === object) values += 1;
  }
  return { keys, values };
};

/**
 * Why a parsed text may not be handed on: what `JSON.parse` changes or lets through in silence. Of a key that occurs
 * twice only one is left, so the text then has more keys than the value.
 */
const findFlaw = (value: unknown, keysInText: number): Flaw | undefined => {
  let keys = 0;
  const flawOf = (node: unknown, depth: number): Flaw | undefined => {
    if (typeof node === 'number') return isUnsafe(node) ? 'number out of range' : undefined;
    return typeof node === 'object' && node !== null ? visit(node, depth) : undefined;
  };
  const visit = (node: object, depth: number): Flaw | undefined => {
    if (depth === maxDepth) return 'too deep';
    const isList = Array.isArray(node);
    if (!isList && Object.hasOwn(node, '__proto__')) return 'forbidden key';
    const children: unknown[] = isList ? node : Object.values(node);
    if (!isList) keys += children.length;
    for (const child of children) {
      const flaw = flawOf(child, depth + 1);
      if (flaw) return flaw;
    }
    return undefined;
  };
  return flawOf(value, 0) ?? (keys < keysInText ? 'duplicate key' : undefined);
};

/** How many values may come in so many bytes: no provider has so little as 16 bytes to each. */
export const valuesIn = (maxBytes: number): number => maxBytes / 16;

/**
 * Parses JSON and refuses what would not arrive as it was sent: keys that occur twice or reach for a prototype, numbers
 * that JavaScript cannot hold, and nesting that overflows a later step. The engine's own messages quote the text and
 * are not passed on.
 */
export const parseSafely = (text: string, maxValues = Number.POSITIVE_INFINITY): Parsed => {
  const { keys, values } = count(text);
  // A hundred thousand values take longer than a call may block, in the engine's own parser already.
  if (values > maxValues) return { flaw: 'too many values' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { flaw: 'no JSON' };
  }
  const flaw = findFlaw(value, keys);
  return flaw ? { flaw } : { value };
};
