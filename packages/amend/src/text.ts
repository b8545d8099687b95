// What a text may hold. Joiners inside a word are letters to Persian and to the scripts of India.

const plain = /^[!-~][ -~]*$/;

/** Most texts are of signs that nothing can be wrong with. */
export const isPlain = (text: string): boolean => plain.test(text);

/** Control signs, line breaks too; signs that turn the direction of writing; halves of a pair, and what is no character. */
const odd = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u;

/** Anything but blanks and signs without a shape. */
const shown = /[^\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufff9-\ufffb]/u;

/** Why a text that is not plain cannot be written; in words that go on from its field's name. */
export const oddSign = 'holds a control or direction sign, a line break or half a character; leave that out';

/** Whether a text holds a sign that would not be written as it stands. */
export const isOdd = (text: string): boolean => !isPlain(text) && odd.test(text);

/** Whether there is nothing to see in a text. */
export const isBlank = (text: string): boolean => !isPlain(text) && !shown.test(text);

/** Whether any text in a JSON value, the names of its properties too, {@link isOdd}. */
export const holdsOdd = (value: unknown): boolean => {
  if (typeof value === 'string') return isOdd(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, child]) => isOdd(name) || holdsOdd(child));
};
