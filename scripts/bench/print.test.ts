import { expect, test } from 'vitest';
import { print } from './print.ts';

test('a report is a table with aligned columns', () => {
  const text = print({
    title: 'getUser',
    unit: 'calls a second',
    rows: [
      { name: 'ours', value: 12_345.6, range: [12_000, 13_000] },
      { name: 'openapi-fetch', value: 999, aim: { atMost: 1000 } },
    ],
    ratios: [{ name: 'ours / openapi-fetch', value: 0.7949, range: [0.7, 1.25], aim: { atLeast: 0.8 } }],
  });
  expect(text).toBe(
    [
      'getUser (calls a second)',
      '  ours                  12,346  (12,000 to 13,000)',
      '  openapi-fetch            999                      aim: at most 1,000, met',
      '  ours / openapi-fetch   0.795  (0.7 to 1.25)       aim: at least 0.8, missed',
    ].join('\n'),
  );
});
