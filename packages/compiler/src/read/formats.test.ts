import { fullFormats } from 'ajv-formats/dist/formats.js';
import { expect, test } from 'vitest';
import { checkPattern } from '../lint/check-pattern.ts';
import { formats } from './formats.ts';

const expressions = Object.entries(formats).filter((entry): entry is [string, RegExp] => entry[1] instanceof RegExp);

test.each(expressions)('%s takes linear time', (_, { source, flags }) => {
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
