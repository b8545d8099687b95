import type { JsonObject } from '@amend/compiler/read';
import { isMap, mapAt, textAt } from './json.ts';

/** Words by which a vendor says that something may not change, or not always. */
const telling =
  /immutable|can(?:not|'t|\u2019t| not| only|not only)|(?:not|never|no longer) (?:be )?(?:updat|chang|modif|edit|alter)|read.?only|verif|\bonce\b|only (?:be )?(?:set|chang|updat|allow|if|when|for)|permanent|can (?:\w+ )?be (?:updat|chang|modif|edit)|after (?:creat|verif|approv|submi)|lock|fixed|unchangeable|ignored/i;

/** Words by which a vendor says what becomes of what an update leaves out. */
const tellingOfRest =
  /\b(?:leav|omit|left out|partial|sparse|only (?:the|those|what|new)|replac|overwrit|unset|keep|unchanged|remain|provided|complete|entire|merge)/i;

const longest = 200;

const sentencesOf = (text: string): string[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=[A-Z*`])/)
    .map((each) => each.trim())
    .filter(Boolean);

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}\u2026` : text;

/** What a vendor says of a property. */
export interface Hint {
  readonly sentence: string;
  /** It says something about when the property may change. */
  readonly isRule: boolean;
}

/** The vendor's own sentence about a text: the one that tells of changes, else the first. */
export const hintIn = (text: string | undefined, form = telling): Hint | undefined => {
  const sentences = sentencesOf(text ?? '');
  const telltale = sentences.filter((each) => form.test(each));
  const sentence = telltale.length > 0 ? telltale.join(' ') : sentences[0];
  return sentence === undefined ? undefined : { sentence: shortened(sentence), isRule: telltale.length > 0 };
};

/** The vendor's own sentence about what an update leaves out, else its first. */
export const hintOfRest = (text: string | undefined): string => hintIn(text, tellingOfRest)?.sentence ?? '';

/** What is said of when a property may change, and what stands below it. */
export const hintOf = (property: JsonObject): Hint | undefined => {
  const own = hintIn(textAt(property, 'description'));
  const inner = isMap(property.items) ? property.items : property;
  const below = Object.entries(mapAt(inner, 'properties')).flatMap(([name, each]) => {
    const hint = isMap(each) ? hintOf(each) : undefined;
    return hint?.isRule ? [`${name}: ${hint.sentence}`] : [];
  });
  if (below.length === 0) return own;
  const said = [...(own?.isRule ? [own.sentence] : []), ...below].join(' ');
  return { sentence: shortened(said), isRule: true };
};
