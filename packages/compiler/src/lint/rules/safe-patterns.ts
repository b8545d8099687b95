import { checkPattern } from '../check-pattern.ts';
import type { Context, Parameter, Rule } from '../redocly.ts';
import { everySchema, type FoundSchema, holder } from '../schemas.ts';

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

const holdsAscii = (value: unknown): boolean => {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, child]) => isAscii(key) && holdsAscii(child));
  return typeof value !== 'string' || isAscii(value);
};

const judge = (pattern: string): string | undefined => {
  if (!isAscii(pattern)) return 'holds a non-ASCII character: write it as an escape, \\u2019 say';
  const verdict = checkPattern(pattern, 'u');
  if (verdict.status === 'safe') return undefined;
  return verdict.status === 'vulnerable'
    ? `can take ${verdict.complexity.type} time on a hostile value: rewrite it so that no text matches in two ways`
    : 'could not be proved linear in time: simplify it';
};

const flaws = new Map<string, string | undefined>();

/** Why a pattern may not be in a contract, or nothing. A verdict takes up to half a second, so each is found once. */
const flaw = (pattern: string): string | undefined => {
  if (!flaws.has(pattern)) flaws.set(pattern, judge(pattern));
  return flaws.get(pattern);
};

const check = (found: FoundSchema, { report }: Context): void => {
  const { node } = found;
  if (typeof node.pattern === 'string') {
    const location = holder(found, 'pattern').child('pattern');
    const problem = flaw(node.pattern);
    if (problem) report({ message: `This pattern ${problem}.`, location });
    if (node.maxLength === undefined) report({ message: 'A pattern needs a maxLength beside it.', location });
  }
  for (const pattern of Object.keys(node.patternProperties ?? {})) {
    const location = holder(found, 'patternProperties', pattern).child(['patternProperties', pattern]).key();
    const problem = flaw(pattern);
    if (problem) report({ message: `This pattern ${problem}.`, location });
  }
  for (const name of Object.keys(node.properties ?? {}))
    if (!isAscii(name))
      report({
        message: 'This property name is not ASCII.',
        location: holder(found, 'properties', name).child(['properties', name]).key(),
      });
  for (const keyword of ['enum', 'const', 'default'] as const)
    if (!holdsAscii(node[keyword]))
      report({ message: `This ${keyword} is not ASCII.`, location: holder(found, keyword).child(keyword) });
};

/**
 * A pattern that may hang a validator or that stands without `maxLength`; and, in patterns, names and values that a
 * validator quotes, a character that stock Prism cannot put into a header (it dies of it: stoplightio/prism#1934).
 */
export const safePatterns: Rule = () => ({
  ...everySchema(check),
  Parameter({ name = '' }: Parameter, { location, report }: Context) {
    if (!isAscii(name)) report({ message: 'This parameter name is not ASCII.', location: location.child('name') });
  },
});
