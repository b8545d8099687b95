import { checkSync } from 'recheck';
import type { Context, Rule, Schema } from '../redocly.ts';

// The back end without a process of its own.
process.env.RECHECK_BACKEND = 'pure';

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

/** Why a pattern may not be in a contract, or nothing. */
const flaw = (pattern: string): string | undefined => {
  if (!isAscii(pattern)) return 'holds a non-ASCII character: write it as an escape, \\u2019 say';
  const verdict = checkSync(pattern, 'u');
  if (verdict.status === 'safe') return undefined;
  return verdict.status === 'vulnerable'
    ? `can take ${verdict.complexity.type} time on a hostile value: rewrite it so that no text matches in two ways`
    : 'could not be proved linear in time: simplify it';
};

/**
 * A pattern that may hang a validator or that stands without `maxLength`; and, in patterns, enums and property names,
 * a character that stock Prism cannot put into a header (it dies of it: stoplightio/prism#1934).
 */
export const safePatterns: Rule = () => ({
  Schema(schema: Schema, { location, report }: Context) {
    if (typeof schema.pattern === 'string') {
      const at = location.child('pattern');
      const found = flaw(schema.pattern);
      if (found) report({ message: `This pattern ${found}.`, location: at });
      if (schema.maxLength === undefined) report({ message: 'A pattern needs a maxLength beside it.', location: at });
    }
    for (const pattern of Object.keys(schema.patternProperties ?? {})) {
      const found = flaw(pattern);
      if (found)
        report({ message: `This pattern ${found}.`, location: location.child(['patternProperties', pattern]).key() });
    }
    for (const name of Object.keys(schema.properties ?? {}))
      if (!isAscii(name))
        report({ message: 'This property name is not ASCII.', location: location.child(['properties', name]).key() });
    if (schema.enum?.some((value) => typeof value === 'string' && !isAscii(value)))
      report({ message: 'This enum has a value that is not ASCII.', location: location.child('enum') });
  },
});
