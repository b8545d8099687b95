import { type Flaw, isUnsafe, maxDepth } from './safe-json.ts';

const spaces = /[ \t\r\n]*/y;
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null/y;
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a match ends that begins at an offset; nothing if none does. */
const endOf = (expression: RegExp, text: string, at: number): number | undefined => {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
};

const skipSpaces = (text: string, at: number): number => endOf(spaces, text, at) ?? at;

const endOfString = (text: string, start: number): number | undefined => {
  let at: number | undefined = start + 1;
  while (at !== undefined) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    // Behind the end there is a sign of no length, which is less than any other.
    if (sign < ' ') return undefined;
    at = sign === '\\' ? endOf(escapes, text, at) : at + 1;
  }
  return undefined;
};

/** A text (`t`), another scalar (`s`), or one of the signs; nothing where no JSON stands. */
const readToken = (text: string, at: number): { kind: string; end: number } | undefined => {
  const sign = text.charAt(at);
  if ('{}[],:'.includes(sign)) return { kind: sign, end: at + 1 };
  const [kind, end] = sign === '"' ? ['t', endOfString(text, at)] : ['s', endOf(scalar, text, at)];
  return end === undefined ? undefined : { kind, end };
};

const values = 'ts{[';

/** Each flaw of a text, with its offset, up to the first sign that is not JSON; a text that only ends too early has none. */
const flawsOf = function* (text: string): Generator<readonly [Flaw, number]> {
  /** The keys of each open object; none for a list. */
  const levels: (Set<string> | undefined)[] = [];
  let allowed = values;
  /** Those of the object in which a key stands next; none where no key does. */
  let keys: Set<string> | undefined;
  for (let at = skipSpaces(text, 0), end: number; at < text.length; at = skipSpaces(text, end)) {
    const token = readToken(text, at);
    if (!token || !allowed.includes(token.kind)) return yield ['no JSON', at];
    const { kind } = token;
    end = token.end;
    if (kind === '{' || kind === '[') {
      if (levels.length === maxDepth) yield ['too deep', at];
      levels.push(kind === '{' ? new Set() : undefined);
      allowed = kind === '{' ? 't}' : `${values}]`;
    } else if (kind === ',') allowed = levels.at(-1) ? 't' : values;
    else if (kind === ':') allowed = values;
    else if (keys && kind === 't') {
      const key: string = JSON.parse(text.slice(at, end));
      if (key === '__proto__') yield ['forbidden key', at];
      if (keys.has(key)) yield ['duplicate key', at];
      keys.add(key);
      allowed = ':';
    } else {
      if (kind === 's' && isUnsafe(Number(text.slice(at, end)))) yield ['number out of range', at];
      if (kind === '}' || kind === ']') levels.pop();
      allowed = levels.length === 0 ? '' : levels.at(-1) ? ',}' : ',]';
    }
    keys = kind === '{' || kind === ',' ? levels.at(-1) : undefined;
  }
};

/** The line and the column of an offset, from 1. */
const placeOf = (text: string, at: number): { line: number; column: number } => {
  let line = 1;
  let start = 0;
  for (const { 0: end, index } of text.slice(0, at).matchAll(/\r\n?|\n/g)) {
    line += 1;
    start = index + end.length;
  }
  return { line, column: at - start + 1 };
};

/** The line and the column in which a flaw of a text stands, from 1; nothing if the text only ends too early. */
export const findFlaw = (text: string, flaw: Flaw): { line: number; column: number } | undefined => {
  for (const [found, at] of flawsOf(text)) if (found === flaw) return placeOf(text, at);
  return undefined;
};
