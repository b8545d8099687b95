import { hpayUser } from 'amend/hpay';
import { machnetBusiness, machnetIndividual } from 'amend/machnet';
import { makeMatrix } from 'amend/matrix';
import { stiltUser } from 'amend/stilt';
import { expect, test } from 'vitest';
import { bandsOf } from './bands.ts';
import { columnName } from './column-spans.ts';

const matrix = makeMatrix([
  { provider: 'machnet', variant: 'individual', operation: machnetIndividual.update },
  { provider: 'machnet', variant: 'business', operation: machnetBusiness.update },
  { provider: 'stilt', operation: stiltUser.update },
  { provider: 'hpay', variant: 'replace', operation: hpayUser.replace },
  { provider: 'hpay', variant: 'patch', operation: hpayUser.patch },
]);

test.each<[most: number, columns: number[]]>([
  [7, [7]],
  [6, [5, 2]],
  [4, [4, 3]],
  [3, [4, 3]],
  [2, [4, 1, 2]],
  [0, [4, 1, 2]],
])('at most %i columns beside each other: %j', (most, want) => {
  const bands = bandsOf(matrix, ({ columns }) => columns.length <= most);
  expect(bands.map(({ columns }) => columns.length)).toEqual(want);
  expect(bands.flatMap(({ columns }) => columns.map(columnName))).toEqual(matrix.columns.map(columnName));
});

test('each band has the fields of its own providers, and none is lost', () => {
  const bands = bandsOf(matrix, () => false);
  const cellsIn = (parts: readonly (typeof matrix)[]) =>
    parts
      .flatMap(({ rows }) =>
        rows.flatMap(({ field, cells }) => cells.map((cell) => `${field} ${columnName(cell)} ${cell.state}`)),
      )
      .filter((cell) => !cell.endsWith(' absent'))
      .toSorted();
  expect(cellsIn(bands)).toEqual(cellsIn([matrix]));
  for (const { rows } of bands)
    for (const { field, cells } of rows)
      expect(
        cells.map(({ state }) => state),
        field,
      ).not.toEqual(cells.map(() => 'absent'));
  expect(bands[1]?.rows.map(({ field }) => field)).not.toContain('documents.physical');
});
