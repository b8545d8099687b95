/** What `JSON.parse` refuses, or changes or lets through in silence. */
export type Flaw = 'no JSON' | 'number out of range' | 'too deep' | 'forbidden key' | 'duplicate key';

/** JSON that is safe to hand on, or what is wrong with it. */
export type Parsed = { readonly value: unknown } | { readonly flaw: Flaw };

export const maxDepth = 64;

export const isUnsafe = (number: number): boolean =>
  !Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number));

/** How many keys a JSON text has: each is followed by a colon, and no other colon stands outside a string. */
const countKeys = (text: string): number => {
  let keys = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') inString = !inString;
    else if (character === '\\') at += 1;
    else if (character === ':' && !inString) keys += 1;
  }
  return keys;
};

/**
 * Why a parsed text may not be handed on: what `JSON.parse` changes or lets through in silence. Of a key that occurs
 * twice only one is left, so the text then has more keys than the value.
 */
const findFlaw = (text: string, value: unknown): Flaw | undefined => {
  let keys = 0;
  const visit = (node: unknown, depth: number): Flaw | undefined => {
    if (typeof node === 'number') return isUnsafe(node) ? 'number out of range' : undefined;
    if (typeof node !== 'object' || node === null) return undefined;
    if (depth === maxDepth) return 'too deep';
    if (Object.hasOwn(node, '__proto__')) return 'forbidden key';
    const children = Object.values(node);
    if (!Array.isArray(node)) keys += children.length;
    for (const child of children) {
      const flaw = visit(child, depth + 1);
      if (flaw) return flaw;
    }
    return undefined;
  };
  return visit(value, 0) ?? (keys < countKeys(text) ? 'duplicate key' : undefined);
};

/**
 * Parses JSON and refuses what would not arrive as it was sent: keys that occur twice or reach for a prototype, numbers
 * that JavaScript cannot hold, and nesting that overflows a later step. The engine's own messages quote the text and
 * are not passed on.
 */
export const parseSafely = (text: string): Parsed => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { flaw: 'no JSON' };
  }
  const flaw = findFlaw(text, value);
  return flaw ? { flaw } : { value };
};
