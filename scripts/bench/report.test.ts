import { describe, expect, test } from 'vitest';
import { type Aim, isMet, median, ratioOf, rowsOf } from './report.ts';

test.each([
  [[3], 3],
  [[9, 1], 5],
  [[9, 1, 2], 2],
  [[10, 9, 2, 1], 5.5],
])('the median of %j is %d', (values, want) => {
  expect(median(values)).toBe(want);
});

test.each<[number, Aim, boolean]>([
  [0.8, { atLeast: 0.8 }, true],
  [0.79, { atLeast: 0.8 }, false],
  [8000, { atMost: 8000 }, true],
  [8001, { atMost: 8000 }, false],
  [Number.NaN, { atMost: 8000 }, false],
  [Number.NaN, { atLeast: 0.8 }, false],
])('%d meets %j: %s', (value, aim, want) => {
  expect(isMet(value, aim)).toBe(want);
});

describe('samples', () => {
  const samples = { ours: [10, 30, 20], theirs: [20, 30, 10] };

  test('are summed up by contender', () => {
    expect(rowsOf(samples)).toEqual([
      { name: 'ours', value: 20, range: [10, 30] },
      { name: 'theirs', value: 20, range: [10, 30] },
    ]);
  });

  test('are compared round by round', () => {
    expect(ratioOf(samples, ['ours', 'theirs'], { atLeast: 1 })).toEqual({
      name: 'ours / theirs',
      value: 1,
      range: [0.5, 2],
      aim: { atLeast: 1 },
    });
  });

  test('of which one is missing meet no aim', () => {
    const { value } = ratioOf({ ours: [1], theirs: [] }, ['ours', 'theirs']);
    expect(isMet(value, { atLeast: 0 })).toBe(false);
  });
});
