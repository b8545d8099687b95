import { fullFormats } from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPattern } from '../lint/check-pattern.ts';
import { expressions, searched } from '../testing/expressions.ts';
import { formats } from './formats.ts';

const { validate: isDate } = fullFormats.date as { validate: (text: string) => boolean };
const ours = formats.date as RegExp;

test.each(expressions.filter(([name]) => searched.includes(name)))('%s takes linear time', (_, { source, flags }) => {
  expect(checkPattern(source, flags).status).toBe('safe');
});

test('a date is what ajv-formats takes for one, for every day of 800 years', () => {
  const disagreements: string[] = [];
  for (let year = 1600; year < 2400; year += 1)
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
        if (ours.test(text) !== isDate(text)) disagreements.push(text);
      }
  expect(disagreements).toEqual([]);
});

test('a date is what ajv-formats takes for one, for texts that are nearly dates', () => {
  const text = fc.stringMatching(/^[0-9]{3,5}-?[0-9]{1,3}-?[0-9]{1,3}[ \n]?$/);
  fc.assert(
    fc.property(text, (value) => {
      expect(ours.test(value)).toBe(isDate(value));
    }),
    { numRuns: 2000 },
  );
});
