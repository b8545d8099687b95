import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from './read-json.ts';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('what a person wrote is taken as it is', () => {
  test.each([
    ['an object', '{"phone": "+12105550132", "address": {"city": "Austin"}}'],
    ['with a byte order mark', '\uFEFF{"phone": "1"}'],
    ['the same key in two objects', '[{"a": 1}, {"a": 2, "b": {"a": 3}}]'],
    ['signs of JSON in a text', '{"a": "{\\"a\\":[1,2]}", "b": ":,{}[]"}'],
    ['as deep as is allowed', deep(64)],
    ['with spaces of all kinds', ' \t\r\n[ 1 ,\n2 ] '],
    ['with a byte order mark inside a text', '{"a": "\uFEFF"}'],
  ])('%s', (_, text) => expect(readJson(text)).toEqual({ value: JSON.parse(text.replace(/^\uFEFF/, '')) }));
});

describe('what would be lost or changed in silence is refused, with its place and without a value', () => {
  test.each([
    [
      'the same key twice',
      '{"phone": "4711",\n "phone": "4712"}',
      'holds a key twice (line 2, column 2); keep one of them',
    ],
    [
      'the same key twice, written otherwise',
      '{"phone": "4711", "\\u0070hone": "4712"}',
      'holds a key twice (line 1, column 19); keep one of them',
    ],
    [
      'the same key twice, further down',
      '{"a": {"x": 4711},\r\n"b": [{}, {"c": 4712, "d": "\\"", "c": 4713}]}',
      'holds a key twice (line 2, column 34); keep one of them',
    ],
    [
      'the same key twice, after a return alone',
      '{"a": 4711,\r"a": 4712}',
      'holds a key twice (line 2, column 1); keep one of them',
    ],
    [
      'the same key twice, after a list',
      '{"l": [1, [2]], "a b": 1, "a b": 2}',
      'holds a key twice (line 1, column 27); keep one of them',
    ],
    [
      'the same key twice, after numbers of all forms',
      '[-1.25, 1e+10, 1E-10, 2.5e3, {"a": 1, "a": 2}]',
      'holds a key twice (line 1, column 39); keep one of them',
    ],
    [
      'a key that reaches for a prototype',
      '{"a": [{"__proto__": "4711"}]}',
      'holds the key __proto__ (line 1, column 9); leave it out',
    ],
    ['the same, escaped', '{"\\u005f_proto__": "4711"}', 'holds the key __proto__ (line 1, column 2); leave it out'],
    [
      'a number that is too large',
      '{"a": 1,\n"b": 9007199254740993}',
      'holds a number out of range (line 2, column 6); write fewer digits, or a text',
    ],
    [
      'the same after a text',
      '["x", {"a": 1}, 1e999]',
      'holds a number out of range (line 1, column 17); write fewer digits, or a text',
    ],
    ['an endless number', '[-1e999]', 'holds a number out of range (line 1, column 2); write fewer digits, or a text'],
    ['too many levels', deep(65), 'is nested more than 64 levels deep (line 1, column 65)'],
    ['a hundred thousand levels', deep(100_000), 'is nested more than 64 levels deep (line 1, column 65)'],
    ['a hundred thousand levels that do not end', '['.repeat(100_000), 'is not JSON'],
    ['nothing', '', 'is not JSON'],
    ['two byte order marks', '\uFEFF\uFEFF{}', 'is not JSON (line 1, column 1)'],
    ['a text that ends too early', '{"ssn": "123-45-6789", ', 'is not JSON'],
    ['a text that does not close', '{"ssn": "123-45-6789', 'is not JSON (line 1, column 9)'],
    ['a word', '{"a": 1,\n "b": planted}', 'is not JSON (line 2, column 7)'],
    ['single quotes', "{'a': 1}", 'is not JSON (line 1, column 2)'],
    ['a comma at the end', '{"a": 1,\n}', 'is not JSON (line 2, column 1)'],
    ['a comma at the end of a list', '[1, 2, ]', 'is not JSON (line 1, column 8)'],
    ['two values and a comma', '{},\n{}', 'is not JSON (line 1, column 3)'],
    ['no comma', '{"a": 1\n"b": 2}', 'is not JSON (line 2, column 1)'],
    ['no colon', '{"a" 1}', 'is not JSON (line 1, column 6)'],
    ['no key', '{1: 2}', 'is not JSON (line 1, column 2)'],
    ['the wrong bracket', '{"a": [1}', 'is not JSON (line 1, column 9)'],
    ['two values', '{} {}', 'is not JSON (line 1, column 4)'],
    ['a word after the whole', '{"a": 1} x', 'is not JSON (line 1, column 10)'],
    ['a number and a text', '1 "x"', 'is not JSON (line 1, column 3)'],
    ['a key and a value alone', '"a": 1', 'is not JSON (line 1, column 4)'],
    ['an escape that is none', '{"a": "\\u12"}', 'is not JSON (line 1, column 7)'],
    ['a comment', '{\n// planted\n}', 'is not JSON (line 2, column 1)'],
    ['a number with a zero before it', '[01]', 'is not JSON (line 1, column 3)'],
    ['a control sign in a text', '["a\nb"]', 'is not JSON (line 1, column 2)'],
    ['NaN', '[NaN]', 'is not JSON (line 1, column 2)'],
  ])('%s', (_, text, problem) => expect(readJson(text)).toMatchObject({ problem }));
});

test('whatever is spoilt in a text, it is refused where it is spoilt, or stays JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom(...'{}[]:,"\\1a \n'), (text, where, sign) => {
      const at = where % text.length;
      const spoilt = text.slice(0, at) + sign + text.slice(at + 1);
      const read = readJson(spoilt);
      if ('value' in read) expect(read.value).toEqual(JSON.parse(spoilt));
      else expect(read.problem).toMatch(/^(is not JSON|holds |is nested )/);
    }),
  );
});
