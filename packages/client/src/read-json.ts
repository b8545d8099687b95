import { findFlaw } from './find-flaw.ts';
import { type Flaw, maxDepth, parseSafely } from './safe-json.ts';

export type { Flaw } from './safe-json.ts';

const sentences: Readonly<Record<Flaw, (place: string) => string>> = {
  'no JSON': (place) => `is not JSON${place}`,
  'duplicate key': (place) => `holds a key twice${place}; keep one of them`,
  'forbidden key': (place) => `holds the key __proto__${place}; leave it out`,
  'number out of range': (place) => `holds a number out of range${place}; write fewer digits, or a text`,
  'too deep': (place) => `is nested more than ${maxDepth} levels deep${place}`,
  'too many values': () => 'holds too many values',
};

/** Why JSON that a person wrote is not taken. */
export interface Problem {
  readonly flaw: Flaw;
  /** Goes on from the file's name, and tells the place, and never a key or a value. */
  readonly problem: string;
}

/**
 * JSON that a person wrote, such as a file's; a byte order mark is taken away. What `JSON.parse` would lose or change in
 * silence is refused.
 */
export const readJson = (text: string): { readonly value: unknown } | Problem => {
  const content = text.replace(/^\uFEFF/, '');
  const parsed = parseSafely(content);
  if ('value' in parsed) return parsed;
  const found = findFlaw(content, parsed.flaw);
  return {
    flaw: parsed.flaw,
    problem: sentences[parsed.flaw](found ? ` (line ${found.line}, column ${found.column})` : ''),
  };
};
