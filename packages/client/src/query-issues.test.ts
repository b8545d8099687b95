import { expect, test } from 'vitest';
import { queryIssues } from './query-issues.ts';

test.each<[value: unknown, want: string | undefined]>([
  ['text', undefined],
  [7, undefined],
  [false, undefined],
  [undefined, undefined],
  ['\ud800', 'must be well-formed text'],
  [Number.NaN, 'must be text, a number or a boolean'],
  [null, 'must be text, a number or a boolean'],
  [['a'], 'must be text, a number or a boolean'],
])('a parameter is %j', (value, message) => {
  expect(queryIssues(['page'], [['page', value]])).toEqual(message ? [{ path: '/query/page', message }] : []);
});

test('every parameter is looked at, until more is wrong than is listed', () => {
  const query = Array.from({ length: 500 }, (_, index) => [`4711-${index}`, ''] as const);
  const wrong = { path: '/query/a field', message: 'must be left out: there is no such parameter' };
  expect(queryIssues(['page'], [['page', 1], ...query.slice(0, 2)])).toEqual([wrong, wrong]);
  expect(queryIssues(['page'], query.slice(0, 100))).toHaveLength(100);
  expect(queryIssues(['page'], query)).toHaveLength(101);
});
