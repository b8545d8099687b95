import { fullFormats } from 'ajv-formats/dist/formats.js';

/** No pattern is tried on a longer text: it could exhaust the stack of V8's regular expressions. */
export const longestMatched = 100_000;

/** No address comes near; a text of millions of characters would exhaust the stack of V8's regular expressions. */
const longestEmail = 1000;

const email = fullFormats.email as RegExp;

// A day of any year, and the one that only leap years have.
const usualDay = String.raw`\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`;
const leapDay = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`;

// Many providers document times without a zone, or without seconds.
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?`;

/**
 * The formats that a contract may use. A request is checked by the expression; `annotation` has nothing to check. Of
 * responses no format is checked.
 */
export const formats: Readonly<Record<string, RegExp | 'annotation'>> = {
  // Ajv writes a regular expression into the validator as it is. ajv-formats has a function for dates, which would have
  // to be bundled; this accepts the same texts.
  date: new RegExp(`^${usualDay}$|^${leapDay}$`),
  'date-time': new RegExp(`^(?:${usualDay}|${leapDay})[Tt ]${time}$`),
  email: new RegExp(email.source.replace('^', `^(?=[^]{0,${longestEmail}}$)`), email.flags),
  uri: /^[A-Za-z][A-Za-z0-9+.-]{0,30}:[!-~]{1,8000}$/,
  uuid: fullFormats.uuid as RegExp,
  ...Object.fromEntries(
    [
      'password',
      'int32',
      'int64',
      'float',
      'double',
      'decimal',
      'byte',
      'binary',
      'time',
      'url',
      'ipv4',
      'ipv6',
      'hostname',
    ].map((name) => [name, 'annotation'] as const),
  ),
};
