import { formats } from '../read/formats.ts';

/** The formats that are told by an expression. */
export const expressions = Object.entries(formats).filter(
  (entry): entry is [string, RegExp] => entry[1] instanceof RegExp,
);

/** Those for which no proof is known: seconds are spent on looking for a text that takes long. */
export const searched: readonly string[] = ['email', 'uri'];
