import { expect, test } from 'vitest';
import { isReached, readOptions } from './options.ts';

test('options and their defaults', () => {
  const defaults = {
    base: undefined,
    format: 'text',
    report: undefined,
    links: undefined,
    'fail-on': 'none',
    declared: false,
    changeset: false,
  };
  expect(readOptions([])).toEqual(defaults);
  expect(readOptions(['--', 'v1', '--format=json', '--fail-on', 'minor', '--declared'])).toEqual({
    ...defaults,
    base: 'v1',
    format: 'json',
    'fail-on': 'minor',
    declared: true,
  });
});

test.each([
  [['--fail-on=mayor'], '--fail-on must be one of major, minor, patch, none; did you mean major?'],
  [['--format', 'md'], '--format must be one of text, markdown, json, github; did you mean text?'],
  [['a', 'b'], 'Only one revision can be the base; see --help.'],
])('%j', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});

test.each([
  ['none', 'major', false],
  ['major', 'minor', false],
  ['major', 'major', true],
  ['minor', 'major', true],
  ['minor', 'patch', false],
  ['patch', 'patch', true],
  ['patch', undefined, false],
] as const)('--fail-on %s with %s', (failOn, highest, want) => {
  expect(isReached(failOn, highest)).toBe(want);
});
