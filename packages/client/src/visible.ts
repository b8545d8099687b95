/** What a terminal obeys, or does not show: control and direction signs, and more. Two joiners belong to scripts. */
const steering = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/**
 * A text with anybody's words in it, fit to be printed: every sign but a line's end that steers a terminal is shown, as
 * JSON escapes it, so that JSON stays what it is.
 */
export const visible = (text: string): string =>
  text.replaceAll(steering, (sign) => (sign === '\n' ? sign : escaped(sign)));

/** The same on one line, as long as before: such signs are question marks. */
export const onOneLine = (text: string): string => text.replaceAll(steering, '?');
