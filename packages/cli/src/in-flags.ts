/** What the library calls its options, and which flags they are here. */
const flags: readonly (readonly [RegExp, string])[] = [
  [/pass it in current\b/g, 'pass it with --current'],
  [/pass the identifier of the user\b/g, 'pass the identifier of the user with --id'],
  [/as it stands in current\b/g, 'as it was read or given'],
  [/; let send read it again, with reread\b/g, ''],
];

/** A sentence of the library's, for who writes flags and no code. */
export const inFlags = (sentence: string): string =>
  flags.reduce((text, [words, instead]) => text.replace(words, instead), sentence);
