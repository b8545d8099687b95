import { fullFormats } from 'ajv-formats/dist/formats.js';

/** No pattern is tried on a longer text: it could exhaust the stack of V8's regular expressions. */
export const longestMatched = 100_000;

/** No address comes near; a text of millions of characters would exhaust the stack of V8's regular expressions. */
const longestEmail = 1000;

const email = fullFormats.email as RegExp;

// Ajv writes a regular expression into the validator as it is. ajv-formats has a function for dates, which would have
// to be bundled; this accepts the same texts.
const date = new RegExp(
  [
    String.raw`^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`,
    String.raw`(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`,
    String.raw`02-(?:0[1-9]|1\d|2[0-8]))$`,
    String.raw`^(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29$`,
  ].join('|'),
);

/**
 * The formats that a contract may use. A request is checked by the expression; `annotation` has nothing to check, and
 * `response` stands in responses only, whose formats are not checked.
 */
export const formats: Readonly<Record<string, RegExp | 'annotation' | 'response'>> = {
  date,
  email: new RegExp(email.source.replace('^', `^(?=[^]{0,${longestEmail}}$)`), email.flags),
  uuid: fullFormats.uuid as RegExp,
  password: 'annotation',
  'date-time': 'response',
  uri: 'response',
};
