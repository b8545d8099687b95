import type { Ids } from '../ids.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const hexDigits = (ids: Ids, length: number): string => {
  let digits = '';
  while (digits.length < length) digits += ids.uuid().replaceAll('-', '');
  return digits.slice(0, length);
};

/** A letter becomes a digit, and there is no zero to begin with. */
const decimalDigits = (ids: Ids, length: number): string =>
  hexDigits(ids, length)
    .replace(/[a-f]/g, (letter) => String(letter.charCodeAt(0) - 96))
    .replace(/^0/, '1');

/** Whether a property is named for an identifier. */
export const isIdentifier = (name: string): boolean => /(^|_)(id|uuid)$|[a-z]I[dD]$/.test(name);

/** An identifier in the form of the example: a UUID, a number, or a prefix and as many letters and digits. */
export const newId = (example: unknown, ids: Ids): string | number => {
  if (typeof example === 'number') return Number(decimalDigits(ids, Math.min(String(example).length, 15)));
  if (typeof example !== 'string') return ids.uuid();
  const [prefix = ''] = /^[A-Za-z]+[_-]/.exec(uuid.test(example) ? '' : example) ?? [];
  const rest = example.slice(prefix.length);
  if (uuid.test(rest)) return prefix + ids.uuid();
  if (/^[0-9]+$/.test(rest)) return prefix + decimalDigits(ids, rest.length);
  const digits = hexDigits(ids, rest.length);
  return prefix + (rest === rest.toUpperCase() ? digits.toUpperCase() : digits);
};
