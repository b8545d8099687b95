/** What a terminal obeys, or does not show: control and direction signs, and more. Two joiners belong to scripts. */
const steering = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u200c\u200d\n]]/gv;

const escaped = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** A text with anybody's words in it, fit to be printed: every sign but a line's end that steers a terminal is shown. */
export const visible = (text: string): string => text.replaceAll(steering, escaped);
