import type { Codec } from './codec.ts';
import { isMasked } from './masked.ts';
import { isBlank, isOdd, isPlain, oddSign } from './text.ts';

// The forms in which providers write values. Each is named for what it turns into what.

const matching = (name: string, pattern: RegExp, issue: string): Codec => ({
  name,
  encode: (value) => (typeof value === 'string' && pattern.test(value) ? { wire: value } : { issue }),
  decode: (wire) => (typeof wire === 'string' && pattern.test(wire) ? wire : undefined),
  asItIs: true,
});

/** What is wrong with a text; nothing if it can be written. */
const textIssue = (value: unknown): string | undefined => {
  if (typeof value === 'string' && isPlain(value)) return undefined;
  if (typeof value !== 'string' || isBlank(value)) return 'must be text, and not empty';
  return isOdd(value) ? oddSign : undefined;
};

/** Text as it is. */
export const text: Codec = {
  name: 'text',
  encode: (value) => {
    const issue = textIssue(value);
    return issue === undefined ? { wire: value } : { issue };
  },
  // An answer is read as it comes.
  decode: (wire) => (typeof wire === 'string' && /\S/.test(wire) ? wire : undefined),
  asItIs: true,
};

/** Text as it is; none, where a provider's own samples send it empty. */
export const textOrEmpty: Codec = {
  name: 'textOrEmpty',
  encode: (value, context) => {
    if (value === '') return { wire: value };
    return typeof value === 'string' && (isPlain(value) || !isBlank(value))
      ? text.encode(value, context)
      : { issue: 'must be text' };
  },
  decode: (wire) => (wire === '' ? wire : text.decode(wire)),
  asItIs: true,
};

/** What a provider sets and shows. */
export const readOnly: Codec = {
  ...text,
  name: 'readOnly',
  encode: () => ({ issue: 'is set by the provider; leave it out' }),
};

export const boolean: Codec = {
  name: 'boolean',
  encode: (value) => (typeof value === 'boolean' ? { wire: value } : { issue: 'must be true or false' }),
  decode: (wire) => (typeof wire === 'boolean' ? wire : undefined),
  asItIs: true,
};

/** A phone number in E.164, as it is. */
export const e164 = matching('e164', /^\+[1-9][0-9]{1,14}$/, 'must be an E.164 number, a plus sign and digits');

/** E.164 and the 10 digits of the North American plan; other countries have no form here. */
export const e164ToUs10: Codec = {
  name: 'e164ToUs10',
  encode: (value) =>
    typeof value === 'string' && /^\+1[0-9]{10}$/.test(value)
      ? { wire: value.slice(2) }
      : { issue: 'must be a US number in E.164, +1 and 10 digits' },
  decode: (wire) => (typeof wire === 'string' && /^(\+1)?[0-9]{10}$/.test(wire) ? `+1${wire.slice(-10)}` : undefined),
};

/** E.164 and its digits without the plus sign; US numbers have 10 digits, so others must not. */
export const e164ToDigits: Codec = {
  name: 'e164ToDigits',
  encode: (value, context) => {
    const us = e164ToUs10.encode(value, context);
    if ('wire' in us) return us;
    const checked = e164.encode(value, context);
    if ('issue' in checked) return checked;
    const digits = String(checked.wire).slice(1);
    if (digits.startsWith('1')) return { issue: 'must have 10 digits after +1' };
    if (digits.length < 10) return { issue: 'must have at least 10 digits with its country code' };
    return digits.length === 10
      ? { issue: 'has 10 digits with its country code, which this provider takes for a US number' }
      : { wire: digits };
  },
  decode: (wire) => {
    if (typeof wire !== 'string' || !/^[0-9]{10,15}$/.test(wire)) return undefined;
    if (wire.length === 10) return `+1${wire}`;
    return wire.startsWith('0') ? undefined : `+${wire}`;
  },
};

/** Whether a text is a day that exists, YYYY-MM-DD. */
export const isIsoDate = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(value)) return false;
  // A day that its month does not have becomes one of the next.
  return Number(value.slice(8)) <= 28 || new Date(value).getUTCDate() === Number(value.slice(8));
};

/** A day, YYYY-MM-DD. */
export const isoDate: Codec = {
  name: 'isoDate',
  encode: (value) => (isIsoDate(value) ? { wire: value } : { issue: 'must be a date, YYYY-MM-DD' }),
  decode: (wire) => (isIsoDate(wire) ? wire : undefined),
  asItIs: true,
};

/** A day, YYYY-MM-DD, that has come. */
export const pastDate: Codec = {
  ...isoDate,
  name: 'pastDate',
  encode: (value, context) => {
    const checked = isoDate.encode(value, context);
    if ('issue' in checked) return checked;
    const hasCome = isIsoDate(context.today) && String(checked.wire) <= context.today;
    return hasCome ? checked : { issue: 'must not be in the future' };
  },
};

/** Nine digits, with or without dashes, and the nine digits alone; a masked number is refused. */
export const ssnDigits: Codec = {
  name: 'ssnDigits',
  encode: (value) =>
    typeof value === 'string' && /^[0-9]{3}(-?)[0-9]{2}\1[0-9]{4}$/.test(value)
      ? { wire: value.replaceAll('-', '') }
      : { issue: 'must be nine digits, with or without dashes; a masked number cannot be written' },
  decode: () => undefined,
  loss: 'comes back masked, if at all',
};

/** The number of a document: read as masked where it is, and then never written back. */
export const documentNumber: Codec = {
  name: 'documentNumber',
  encode: (value, context) => {
    if (typeof value !== 'string' || isBlank(value) || isMasked(value))
      return { issue: 'must be text, and not masked: a masked number cannot be written' };
    return text.encode(value, context);
  },
  decode: (wire) => (typeof wire !== 'string' ? undefined : isMasked(wire) ? { masked: wire } : wire),
  asItIs: true,
};

/** Whole numbers, and their digits as text; both are read. */
export const integerToText: Codec = {
  name: 'integerToText',
  encode: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? { wire: String(value) }
      : { issue: 'must be a whole number from 0' },
  decode: (wire) => {
    const number = typeof wire === 'string' && /^[0-9]{1,16}$/.test(wire) ? Number(wire) : wire;
    return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
  },
  normal: String,
};
