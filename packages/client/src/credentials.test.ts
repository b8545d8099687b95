import { expect, test } from 'vitest';
import { checkCredentials } from './credentials.ts';

test.each(['a', '~', 'a b', 'key-4711', '!"#$%'])('%j can stand in a header', (secret) => {
  expect(() => checkCredentials({ secret })).not.toThrow();
});

test.each([
  '',
  ' ',
  ' a',
  'a ',
  '\na',
  'a\n',
  '\ta',
  'a\tb',
  '\u007fa',
  'a\u007f',
  '\u00e9a',
  'a\u00e9b',
  '\0',
  7,
  null,
])('%j cannot stand in a header, and is not repeated', (secret) => {
  expect(() => checkCredentials({ id: 'a', secret })).toThrow(
    new TypeError('secret must be a text of visible ASCII characters.'),
  );
});
