import { capitalise } from '../fill.ts';

/** Whether the language takes the word for the name of a variable in a module. */
const canBeVariable = (name: string): boolean => {
  try {
    // Parsed, and never called.
    new Function(`"use strict"; return async () => { let ${name}; };`);
    return !(name in globalThis);
  } catch {
    return false;
  }
};

/** What TypeScript takes for a type, what code may use without an import, and what a table or a promise has of itself. */
const words = [
  ...['any', 'as', 'async', 'bigint', 'boolean', 'declare', 'from', 'get', 'module', 'namespace', 'never', 'number'],
  ...['object', 'of', 'set', 'string', 'symbol', 'type', 'unknown', 'constructor', 'prototype', 'then', 'native'],
  ...['awaited', 'exclude', 'extract', 'omit', 'parameters', 'partial', 'pick', 'readonly', 'record', 'required'],
];

const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Folders and packages of this repository, now or as soon as something is built. */
const folders = [
  ...['amend', 'cli', 'client', 'compiler', 'contract', 'dist', 'examples', 'generated', 'mock', 'packages', 'scripts'],
  ...['node_modules', 'specs'],
];

/** Why no provider can be called so, in words that go on from the name; nothing if one can. */
export const nameFlaw = (name: string, taken: readonly string[]): string | undefined => {
  if (devices.test(name)) return 'is a device on Windows, where no folder can be called so';
  if (folders.includes(name)) return 'is a folder or a package of this project';
  if (!/^[a-z][a-z0-9]*$/.test(name)) return 'is not one lower-case word of letters and digits';
  if (name.length < 2 || name.length > 31) return 'does not have 2 to 31 letters';
  if (taken.includes(name)) return 'is taken';
  if (words.includes(name) || !canBeVariable(name) || capitalise(name) in globalThis)
    return 'is a word of the language, or of its platform';
  return undefined;
};
