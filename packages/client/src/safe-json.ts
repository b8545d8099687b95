/** JSON that is safe to hand on, or what is wrong with it. */
export type Parsed = { readonly value: unknown } | { readonly flaw: string };

const maxDepth = 64;
// The string part is unrolled, so that a long string takes no backtracking stack.
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][0-9.eE+-]*|[[\]{}:]/g;

const isUnsafeNumber = (token: string): boolean => {
  const number = Number(token);
  return !Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number));
};

/** Why valid JSON may not be handed on: what `JSON.parse` changes or lets through in silence. */
const findFlaw = (text: string): string | undefined => {
  /** The keys seen so far in each open object, and nothing for an array. */
  const open: (Set<string> | undefined)[] = [];
  let lastString = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : undefined) > maxDepth) return 'too deep';
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key: string = lastString.includes('\\') ? JSON.parse(lastString) : lastString.slice(1, -1);
      if (key === '__proto__') return 'forbidden key';
      const keys = open.at(-1);
      if (keys?.has(key)) return 'duplicate key';
      keys?.add(key);
    } else if (token.startsWith('"')) lastString = token;
    else if (isUnsafeNumber(token)) return 'number out of range';
  }
  return undefined;
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
  const flaw = findFlaw(text);
  return flaw ? { flaw } : { value };
};
