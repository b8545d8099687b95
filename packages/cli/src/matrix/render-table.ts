import type { Style } from '../style.ts';
import { wrap } from '../table.ts';
import { type Span, spansOf } from './column-spans.ts';
import { shortName } from './groups.ts';
import type { Column, Matrix, Row } from './matrix.ts';
import { notesOf } from './notes.ts';
import { type State, stateNames, states } from './states.ts';

const gap = ' ';
const narrowestName = 12;

/** `unv.`: a column is as narrow as its words. */
const shortStatus = ({ status }: Column): string => (status ? `${status.slice(0, 3)}.` : '');

const colours = {
  editable: 'green',
  undocumented: 'green',
  'by-kind': 'yellow',
  locked: 'red',
  never: 'red',
  echo: 'cyan',
  absent: 'gray',
} as const satisfies Record<State, string>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** How wide some neighbouring columns are together. */
const widthOf = (widths: readonly number[]): number => sum(widths) + gap.length * (widths.length - 1);

/** How wide each column is: as its words, and wide enough for the headings above it. */
const widthsOf = ({ columns, rows }: Matrix): number[] => {
  const widths = columns.map((column, index) =>
    Math.max(
      shortStatus(column).length,
      ...rows.map(({ cells }) => states[cells[index]?.state ?? 'absent'].word.length),
    ),
  );
  for (const { heading, first, last } of [...spansOf(columns, 'variant'), ...spansOf(columns, 'provider')])
    widths[last] = (widths[last] ?? 0) + Math.max(0, heading.length - widthOf(widths.slice(first, last + 1)));
  return widths;
};

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

/** The matrix in words, for a terminal. */
export const renderTable = (matrix: Matrix, { paint, columns: wide }: Style): string => {
  const { columns, rows } = matrix;
  const widths = widthsOf(matrix);
  const longest = Math.max(...rows.map(({ field }) => shortName(field).length));
  const nameWidth = Math.min(longest, Math.max(narrowestName, wide - sum(widths) - widths.length));

  const indent = ' '.repeat(nameWidth);
  const headingLine = (spans: readonly Span[]): string =>
    [indent, ...spans.map(({ heading, first, last }) => heading.padEnd(widthOf(widths.slice(first, last + 1))))].join(
      gap,
    );
  const bodyLine = ({ field, cells }: Row): string =>
    [
      cut(shortName(field), nameWidth).padEnd(nameWidth),
      ...cells.map(({ state }, index) => {
        const { word } = states[state];
        return paint(colours[state], word) + ' '.repeat((widths[index] ?? 0) - word.length);
      }),
    ].join(gap);

  const head = [spansOf(columns, 'provider'), spansOf(columns, 'variant')].map(headingLine);
  const status = [indent, ...columns.map((column, index) => shortStatus(column).padEnd(widths[index] ?? 0))].join(gap);
  const body = rows.flatMap((row, index) =>
    row.group === rows[index - 1]?.group ? [bodyLine(row)] : ['', paint('bold', row.group), bodyLine(row)],
  );
  const legend = stateNames.map((name) => `${states[name].word.padEnd(6)} ${states[name].meaning}`);
  const notes = notesOf(matrix).flatMap((note) => wrap(note, wide));
  return [...head, status, ...body, '', ...legend, '', ...notes].map((line) => line.trimEnd()).join('\n');
};
