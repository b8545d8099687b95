import {
  briefly,
  type Column,
  type Matrix,
  type Row,
  type State,
  shortName,
  stateNames,
  states,
  type Told,
} from 'amend/matrix';
import type { Style } from '../style.ts';
import { renderTable as renderRows, wrap } from '../table.ts';
import { bandsOf } from './bands.ts';
import { type Span, spansOf } from './column-spans.ts';
import { notesOf } from './notes.ts';

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

/** How wide the names are, where none is cut. */
const longestName = ({ rows }: Matrix): number => Math.max(...rows.map(({ field }) => shortName(field).length));

/** What a line has for a name, beside columns of these widths. */
const roomFor = (widths: readonly number[], wide: number): number => wide - sum(widths) - gap.length * widths.length;

/** The lines of some neighbouring columns, with their headings. */
const bandLines = (band: Matrix, { paint, columns: wide }: Style): string[] => {
  const { columns, rows } = band;
  const widths = widthsOf(band);
  const nameWidth = Math.min(longestName(band), Math.max(narrowestName, roomFor(widths, wide)));

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

  const statusLine = [indent, ...columns.map((column, index) => shortStatus(column).padEnd(widths[index] ?? 0))].join(
    gap,
  );
  const body = rows.flatMap((row, index) =>
    row.group === rows[index - 1]?.group ? [bodyLine(row)] : ['', paint('bold', row.group), bodyLine(row)],
  );
  const head = [...[spansOf(columns, 'provider'), spansOf(columns, 'variant')].map(headingLine), statusLine];
  return [...head.filter((line) => line.trim() !== ''), ...body];
};

/** Each status, and what tells it; the first column is as wide as in the columns above. */
const toldLines = (told: readonly Told[], { paint, columns }: Style): string[] => {
  if (told.length === 0) return [];
  const rows = told.map((each) => {
    const { provider, status = '', event, word } = each;
    const by = event === undefined ? [] : [`${event} (${word})`];
    return [provider, status, [...by, briefly(each)].filter(Boolean).join(', ')];
  });
  return [paint('bold', 'Status, told by webhook'), renderRows(rows, columns), ''];
};

/** The matrix in words, for a terminal; columns for which a line has no room stand below the others. */
export const renderTable = (matrix: Matrix, style: Style): string => {
  const bands = bandsOf(matrix, (part) => longestName(part) <= roomFor(widthsOf(part), style.columns));
  const legend = stateNames.map((name) => `${states[name].word.padEnd(6)} ${states[name].meaning}`);
  const notes = notesOf(matrix).flatMap((note) => wrap(note, style.columns));
  const table = bands.flatMap((band) => [...bandLines(band, style), '']);
  return [...table, ...toldLines(matrix.told, style), ...legend, '', ...notes].map((line) => line.trimEnd()).join('\n');
};
