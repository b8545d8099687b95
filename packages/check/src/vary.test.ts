import { expect, test } from 'vitest';
import { varied } from './vary.ts';

const bases: readonly (readonly [name: string, base: unknown, form: RegExp])[] = [
  ['a name', 'Rosa', /^R[a-z]{3}$/],
  ['a number', '2125550101', /^2[0-9]{9}$/],
  ['an e-mail address', 'rosa@example.com', /^check\.[0-9a-z]+@example\.com$/],
  ['a date', '1990-04-12', /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/],
  ['a date with slashes', '1990/04/12', /^[0-9]{4}\/[0-9]{2}\/[0-9]{2}$/],
  ['an id', '4c955cca-3a6e-4d2b-b0c3-1c423440f541', /^4c955cca-/],
  ['a document', 'data:application/pdf;base64,RUlO', /^data:application\/pdf;base64,R[A-Za-z]{3}$/],
  ['a count', 5, /^[0-9]+$/],
];

test.each(bases)('%s: each of many numbers near each other gives another value of its form', (_, base, form) => {
  for (const start of [0, 1, 25, 4_999_950]) {
    const values = Array.from({ length: 60 }, (__, index) => varied(base, start + index + 1)[0]);
    for (const value of values) expect(String(value)).toMatch(form);
    expect(new Set([base, ...values]).size).toBe(61);
  }
});

test('the same number gives the same value, and a switch is turned', () => {
  expect(varied('Rosa', 7)).toEqual(varied('Rosa', 7));
  expect([varied(true, 3), varied(false, 3), varied(null, 3)]).toEqual([[false], [true], []]);
});
