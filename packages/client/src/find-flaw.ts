import { type Flaw, isUnsafe, maxDepth } from './safe-json.ts';

const [lineFeed, carriageReturn] = [0x0a, 0x0d];
const space = /[^ \t\r\n]|$/g;
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null/y;
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a match ends that begins at an offset; nothing if none does. */
const endOf = (expression: RegExp, text: string, at: number): number | undefined => {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
};

const skipSpaces = (text: string, at: number): number => {
  space.lastIndex = at;
  return space.exec(text)?.index ?? text.length;
};

const endOfString = (text: string, start: number): number | undefined => {
  let at: number | undefined = start + 1;
  while (at !== undefined && at < text.length) {
    const sign: string = text[at] ?? '';
    if (sign === '"') return at + 1;
    if (sign < ' ') return undefined;
    at = sign === '\\' ? endOf(escapes, text, at) : at + 1;
  }
  return undefined;
};

/** A text (`t`), another scalar (`s`), one of the signs, or nothing of JSON (`?`). */
const readToken = (text: string, at: number): { kind: string; end: number } => {
  const sign = text[at] ?? '';
  if ('{}[],:'.includes(sign)) return { kind: sign, end: at + 1 };
  const end = sign === '"' ? endOfString(text, at) : endOf(scalar, text, at);
  if (end === undefined) return { kind: '?', end: text.length };
  return { kind: sign === '"' ? 't' : 's', end };
};

const values = 'ts{[';

/** Each flaw of a text, with its offset, up to the first sign that is not JSON; a text that only ends too early has none. */
const flawsOf = function* (text: string): Generator<readonly [Flaw, number]> {
  /** The keys of each open object; none for a list. */
  const levels: (Set<string> | undefined)[] = [];
  let allowed = values;
  let isKey = false;
  for (let at = skipSpaces(text, 0), end: number; at < text.length; at = skipSpaces(text, end)) {
    const token = readToken(text, at);
    const { kind } = token;
    end = token.end;
    if (!allowed.includes(kind)) return yield ['no JSON', at];
    const keys = levels.at(-1);
    if (kind === '{' || kind === '[') {
      if (levels.length === maxDepth) yield ['too deep', at];
      levels.push(kind === '{' ? new Set() : undefined);
      allowed = kind === '{' ? 't}' : `${values}]`;
    } else if (kind === ',') allowed = keys ? 't' : values;
    else if (kind === ':') allowed = values;
    else if (isKey && kind === 't') {
      const key: string = JSON.parse(text.slice(at, end));
      if (key === '__proto__') yield ['forbidden key', at];
      if (keys?.has(key)) yield ['duplicate key', at];
      keys?.add(key);
      allowed = ':';
    } else {
      if (kind === 's' && isUnsafe(Number(text.slice(at, end)))) yield ['number out of range', at];
      if (kind === '}' || kind === ']') levels.pop();
      allowed = levels.length === 0 ? '' : levels.at(-1) ? ',}' : ',]';
    }
    isKey = kind === '{' || (kind === ',' && keys !== undefined);
  }
};

/** The line and the column of an offset, from 1. */
const placeOf = (text: string, at: number): { line: number; column: number } => {
  let line = 1;
  let start = 0;
  for (let sign = 0; sign < at; sign += 1) {
    const code = text.charCodeAt(sign);
    if (code !== lineFeed && (code !== carriageReturn || text.charCodeAt(sign + 1) === lineFeed)) continue;
    line += 1;
    start = sign + 1;
  }
  return { line, column: at - start + 1 };
};

/** The line and the column in which a flaw of a text stands, from 1; nothing if the text only ends too early. */
export const findFlaw = (text: string, flaw: Flaw): { line: number; column: number } | undefined => {
  for (const [found, at] of flawsOf(text)) if (found === flaw) return placeOf(text, at);
  return undefined;
};
