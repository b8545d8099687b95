/** `people`, and what ends in no `s` of its own. */
const singulars: readonly (readonly [RegExp, string])[] = [
  [/^people$/i, 'person'],
  [/ies$/, 'y'],
  [/(ss|us|is)$/, '$1'],
  [/(sh|ch|x|z|ss)es$/, '$1'],
  [/s$/, ''],
];

const singular = (word: string): string => {
  const [from, to] = singulars.find(([form]) => form.test(word)) ?? [/$/, ''];
  return word.replace(from, to);
};

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const verb = /^(create|add|new|get|fetch|retrieve|read|update|edit|modify|change|patch|list|delete|remove)(?![a-z])/;

/** What a path is about: `/v2/legal_entities/{id}`, `/legalEntity/update` and `/updateLegalEntity` are about a `LegalEntity`. */
export const nounOf = (path: string): string => {
  const words = path.split('/').filter((part) => part !== '' && !part.includes('{') && !/^v[0-9.]+$/.test(part));
  const nouns = words.map((word) => word.replace(verb, '')).filter(Boolean);
  const parts = (nouns.at(-1) ?? 'user').split(/[^A-Za-z0-9]+/).filter(Boolean);
  const noun = [...parts.slice(0, -1), singular(parts.at(-1) ?? 'user')].map(capitalise).join('');
  return /^[A-Z]/.test(noun) ? noun : `User${noun}`;
};
