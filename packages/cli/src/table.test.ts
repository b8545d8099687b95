import { expect, test } from 'vitest';
import { renderTable, wrap } from './table.ts';

test.each([
  ['a bb ccc', 4, ['a bb', 'ccc']],
  ['abcdef gh', 3, ['abcdef', 'gh']],
  ['', 10, ['']],
  ['a b', Number.POSITIVE_INFINITY, ['a b']],
])('%j in %d columns', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

test('columns are as wide as their cells, whatever the paint, and the last one is wrapped', () => {
  const paint = (text: string) => `<${text}>`;
  expect(
    renderTable(
      [
        ['a', { text: 'yes', paint }, 'one'],
        ['long', 'no', 'three words which wrap'],
      ],
      30,
      '  ',
    ),
  ).toBe(['  a     <yes>  one', '  long  no   three words which', '             wrap'].join('\n'));
});

test('there may be no rows', () => expect(renderTable([], 80)).toBe(''));

test('there may be more rows than a call has room for', () => {
  const rows = Array.from({ length: 200_000 }, () => ['a', 'b']);
  expect(renderTable(rows, 80).split('\n')).toHaveLength(rows.length);
});
