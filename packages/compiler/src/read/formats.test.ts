import { fullFormats } from 'ajv-formats/dist/formats.js';
import { expect, test } from 'vitest';
import { checkPattern } from '../lint/check-pattern.ts';
import { expressions, searched } from '../testing/expressions.ts';
import { formats } from './formats.ts';

test.each(expressions.filter(([name]) => !searched.includes(name)))('%s takes linear time', (_, { source, flags }) => {
  expect(checkPattern(source, flags).status).toBe('safe');
});

test.each([
  'rosa@example.com',
  'a.b+c@x-y.example',
  'a@b',
  'a@',
  '@b.example',
  'a b@c.example',
  `${'a'.repeat(900)}@b.example`,
])('an e-mail address is what ajv-formats takes for one: %s', (text) => {
  expect((formats.email as RegExp).test(text)).toBe((fullFormats.email as RegExp).test(text));
});

test.each<[format: string, text: string, fits: boolean]>([
  ['date-time', '2026-02-28T23:59:60.123456Z', true],
  ['date-time', '2024-02-29t00:00:00+05:30', true],
  ['date-time', '2026-07-02 09:15', true],
  ['date-time', '2026-02-29T00:00:00Z', false],
  ['date-time', '2026-07-02', false],
  ['date-time', '2026-07-02T24:00:00Z', false],
  ['date-time', '2026-07-02T09:15:00Z\n', false],
  ['uri', 'https://example.com/a?b=%20#c', true],
  ['uri', 'mailto:rosa@example.com', true],
  ['uri', '/users/7', false],
  ['uri', 'https://example.com/a b', false],
])('%s: %j', (format, text, fits) => {
  expect((formats[format] as RegExp).test(text)).toBe(fits);
});
