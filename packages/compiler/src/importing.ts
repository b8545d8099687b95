// What an importer has to know of what is taken, so that it writes nothing else.

export { checkPattern } from './lint/check-pattern.ts';
export { isSensitive, masks } from './lint/sensitive-values.ts';
export { checkContract } from './read/check-contract.ts';
export { formats } from './read/formats.ts';
