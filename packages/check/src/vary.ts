// Other values than a given one, of its form: always the same ones for the same number.

const classes = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A text with a number added to its last signs, each another one of its class; the first sign stays, and so does all else. */
const shifted = (text: string, number: number, fits: RegExp): { text: string; isDistinct: boolean } => {
  let rest = number;
  let isOther = false;
  const signs = [...text];
  for (let index = signs.length - 1; index > 0 && (rest > 0 || !isOther); index -= 1) {
    const sign = signs[index] ?? '';
    const alphabet = classes.find((each) => each.includes(sign));
    if (alphabet === undefined || !fits.test(sign)) continue;
    // No step is a whole turn, after which the sign would be the same.
    const steps = alphabet.length - 1;
    signs[index] = alphabet[(alphabet.indexOf(sign) + 1 + (rest % steps)) % alphabet.length] ?? sign;
    rest = Math.floor(rest / steps);
    isOther = true;
  }
  return { text: signs.join(''), isDistinct: rest === 0 };
};

const day = /^([0-9]{4})([-/])([0-9]{2})\2([0-9]{2})$/;

/** So many days earlier, written in the same way: whoever was old enough still is. */
const earlier = (text: string, days: number): string => {
  const [, year, mark = '-', month, date] = day.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date) - days);
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', mark);
};

/** Of a count and of days: no more than a thousand away. */
const few = (number: number): number => (number % 1000) + 1;

const variedText = (text: string, number: number): readonly string[] => {
  if (day.test(text)) return [earlier(text, few(number))];
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(text) ?? [];
  if (domain !== undefined) return [`check.${number.toString(36)}@${domain}`];
  // Of a data URL the content alone.
  const [head = ''] = /^data:[^,]*,/.exec(text) ?? [];
  const all = [/[0-9]/, /[a-z]/i, /[0-9a-f]/i, /[0-9a-z]/i].map((fits) =>
    shifted(text.slice(head.length), number, fits),
  );
  // A text that is too short for this many values has had some of them before.
  return [...all.filter(({ isDistinct }) => isDistinct), ...all]
    .map((each) => head + each.text)
    .filter((other) => other !== text);
};

/** Values that are near a given one, the best first; none may fit the contract. */
export const varied = (value: unknown, number: number): readonly unknown[] => {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + few(number)];
  return typeof value === 'string' ? variedText(value, number) : [];
};
