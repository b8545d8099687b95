import type { Matrix } from 'amend/matrix';
import { spansOf } from './column-spans.ts';

/** Some columns of a matrix; a field that none of them has is left out. */
const partOf = ({ columns, rows, told }: Matrix, from: number, to: number): Matrix => ({
  columns: columns.slice(from, to),
  rows: rows
    .map((row) => ({ ...row, cells: row.cells.slice(from, to) }))
    .filter(({ cells }) => cells.some(({ state }) => state !== 'absent')),
  told,
});

/**
 * A matrix as bands that stand below each other, each with as many providers as fit. A provider's columns stay together,
 * even where they alone are too wide.
 */
export const bandsOf = (matrix: Matrix, fits: (part: Matrix) => boolean): Matrix[] => {
  if (fits(matrix)) return [matrix];
  const starts = [0];
  for (const { first, last } of spansOf(matrix.columns, 'provider')) {
    const start = starts.at(-1) ?? 0;
    if (first > start && !fits(partOf(matrix, start, last + 1))) starts.push(first);
  }
  return starts.map((start, index) => partOf(matrix, start, starts[index + 1] ?? matrix.columns.length));
};
