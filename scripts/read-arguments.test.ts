import { expect, test } from 'vitest';
import { readArguments } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

const accepted = {
  usage: '',
  options: {
    form: { type: 'string', default: 'text', oneOf: ['text', 'json'] },
    file: { type: 'string' },
    check: { type: 'boolean' },
  },
  names: { what: 'fruit', among: ['apple', 'pear'] },
} as const;
const defaults = { form: 'text', file: undefined, check: false, names: ['apple', 'pear'] };

test.each<[string[], object]>([
  [[], defaults],
  [['pear', '--check', 'pear', '--', '--form=json'], { ...defaults, check: true, form: 'json', names: ['pear'] }],
  [['--file', 'a'], { ...defaults, file: 'a' }],
])('%j is understood', (given, want) => {
  expect(readArguments(accepted, given)).toEqual(want);
});

test('what is no list may be anything, or nothing', () => {
  expect(readArguments({ usage: '' }, []).names).toEqual([]);
  expect(readArguments({ usage: '' }, ['constructor']).names).toEqual(['constructor']);
});

test.each([
  [['aple'], 'There is no fruit aple; did you mean apple? (apple, pear)'],
  [['constructor'], 'There is no fruit constructor; did you mean '],
  [['--chekc'], 'There is no option --chekc; did you mean --check?'],
  [['--constructor'], 'There is no option --constructor; did you mean --'],
  [['-x'], 'There is no option -x; did you mean --'],
  [['--check=yes'], 'There is no option --check=yes; did you mean --check?'],
  [['--form=txt'], '--form must be one of text, json; did you mean text?'],
  [['--form'], "Option '--form <value>' argument missing; see --help."],
  [['--form', '--check'], "Option '--form' argument is ambiguous; see --help."],
])('%j is not', (given, sentence) => {
  const reading = () => readArguments(accepted, given);
  expect(reading).toThrow(UsageError);
  expect(reading).toThrow(sentence);
});
