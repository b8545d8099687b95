import { describe, expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { readOptions } from './options.ts';

const taken = ['beta'];
const refusal = (name: string): string => {
  try {
    readOptions(taken, ['--', name]);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
};

// ECMAScript's, those of strict code and of modules included.
const words = [
  ...['arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete'],
  ...['do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'implements'],
  ...['import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private', 'protected', 'public'],
  ...['return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void'],
  ...['while', 'with', 'yield', 'async', 'object', 'string', 'promise', 'record', 'fetch', 'constructor', 'then'],
];
const folders = ['amend', 'cli', 'client', 'contract', 'examples', 'mock', 'node_modules', 'packages', 'scripts'];
const devices = ['con', 'prn', 'aux', 'nul', 'com0', 'com1', 'com9', 'lpt1', 'lpt9'];

describe('refused at once, in one sentence', () => {
  test.each<[because: string, names: readonly string[]]>([
    ['is a word of the language, or of its platform', words],
    ['is a folder or a package of this project', folders],
    ['is a device on Windows, where no folder can be called so', devices],
    ['does not have 2 to 31 letters', ['a', 'a'.repeat(32), 'a'.repeat(300)]],
    ['is not one lower-case word of letters and digits', ['Acme', 'a-b', 'a_b', '1a', '../x', '@a/b', 'ä', '', '.']],
    ['is taken', taken],
  ])('%s', (because, names) => {
    for (const name of names) expect(refusal(name)).toBe(`${name} ${because}; choose another name, such as acme.`);
  });
});

test.each(['acme', 'wise', 'a1', 'classes', 'mocks', 'com10', 'a'.repeat(31)])('%s can be a name', (name) => {
  expect(refusal(name)).toBe('');
});
