import { type Column, type Matrix, type Row, type State, shortName, states } from 'amend/matrix';
import { wrap } from '../table.ts';
import { type Span, spansOf } from './column-spans.ts';
import { legendText, placeColumns, placeLegend, space } from './layout.ts';
import { type Mark, markMeanings, markNames } from './marks.ts';
import { notesOf } from './notes.ts';
import { cellSize } from './signs.ts';
import { fontSize } from './style-sheet.ts';
import { textWidth } from './text-width.ts';
import { xml } from './xml.ts';

/** A part of the picture, which is drawn wherever the parts above it end. */
export interface Block {
  readonly height: number;
  readonly draw: (top: number) => readonly string[];
}

const titleOf = (name: string): string => (name === '' ? '' : `<title>${xml(name)}</title>`);

/** One line of text; `name` is told of it where the pointer rests. */
export const text = (x: number, y: number, style: string, content: string, name = ''): string =>
  `<text x="${x}" y="${y}" class="${style}">${xml(content)}${titleOf(name)}</text>`;

const use = (state: State, x: number, y: number, name = ''): string =>
  `<use href="#amend-${state}" x="${x}" y="${y}"${name ? `>${titleOf(name)}</use>` : '/>'}`;

/** What was found of a cell: by its field and its column. */
export type MarkOf = (field: string, column: Column) => Mark | undefined;

const useMark = (mark: Mark, x: number, y: number): string =>
  `<use href="#amend-mark-${mark}" x="${x}" y="${y}">${titleOf(markMeanings[mark])}</use>`;

/** What the marks mean. */
export const marksBlock: Block = {
  height: space.row + 12,
  draw: (top) =>
    markNames.flatMap((name, index) => {
      const x = space.margin + index * 205;
      return [useMark(name, x + 6, top + 5), text(x + 18, top + 9, 'note text', markMeanings[name])];
    }),
};

/** What the picture is, in two lines. */
export const titleBlock = (title: string, lead: string): Block => ({
  height: 84,
  draw: (top) => [text(space.margin, top + 44, 'title text', title), text(space.margin, top + 66, 'lead muted', lead)],
});

/** Each sign, with its meaning. */
export const legendBlock = (width: number): Block => {
  const entries = placeLegend(width);
  return {
    height: (entries.at(-1)?.y ?? 0) + space.row + 22,
    draw: (top) =>
      entries.flatMap(({ thing, x, y }) => [
        use(thing, x + cellSize.width / 2, top + y + 11),
        text(x + legendText, top + y + 15, 'note text', states[thing].meaning),
      ]),
  };
};

/** Where a span begins, ends, and has its middle. */
const extentOf = (columns: readonly Column[], { first, last }: Span): Record<'from' | 'to' | 'middle', number> => {
  const middles = placeColumns(columns);
  const from = (middles[first] ?? 0) - cellSize.width / 2;
  const to = (middles[last] ?? 0) + cellSize.width / 2;
  return { from, to, middle: (from + to) / 2 };
};

/** What parts a band from the one above it. */
export const gapBlock: Block = { height: space.band, draw: () => [] };

/** Whose columns stand below: provider, variant, status. */
export const headBlock = (columns: readonly Column[]): Block => ({
  height: 70,
  draw: (top) => [
    ...spansOf(columns, 'provider').flatMap((span) => {
      const { from, to, middle } = extentOf(columns, span);
      return [
        text(middle, top + 14, 'provider text middle', span.heading),
        `<path class="line" d="M${from} ${top + 23}H${to}"/>`,
      ];
    }),
    ...spansOf(columns, 'variant').map((span) =>
      text(extentOf(columns, span).middle, top + 41, 'variant text middle', span.heading),
    ),
    ...placeColumns(columns).map((middle, index) =>
      text(middle, top + 59, 'status muted middle', columns[index]?.status ?? 'no status'),
    ),
  ],
});

/** A heading on a ground of its own. */
export const bandOf = (heading: string, top: number, width: number): string =>
  `<rect class="band" x="${space.margin - 10}" y="${top + 6}" width="${width - 2 * space.margin + 20}" height="22" rx="4"/>${text(space.margin, top + 21, 'group text', heading)}`;

/** A heading of a group; those further down say once more whose columns stand below. */
export const groupBlock = (group: string, columns: readonly Column[], width: number, isFirst: boolean): Block => ({
  height: 34,
  draw: (top) => [
    bandOf(group, top, width),
    ...(isFirst ? [] : spansOf(columns, 'variant')).map((span) =>
      text(extentOf(columns, span).middle, top + 21, 'status muted middle', span.heading || span.provider),
    ),
  ],
});

/** One field: its name, and a sign in each column. */
export const rowBlock = ({ field, cells }: Row, middles: readonly number[], markOf?: MarkOf): Block => ({
  height: space.row,
  draw: (top) => [
    text(space.margin, top + 15, 'field text', shortName(field)),
    ...cells.map((cell, index) =>
      use(cell.state, middles[index] ?? 0, top + 11, cell.state === 'absent' ? '' : cell.reason),
    ),
    ...cells.flatMap((cell, index) => {
      const mark = markOf?.(field, cell);
      return mark ? [useMark(mark, (middles[index] ?? 0) + cellSize.width / 2 - 7, top + 11)] : [];
    }),
  ],
});

/** What no sign says. */
export const notesBlock = (matrix: Matrix, width: number): Block => {
  const inner = width - 2 * space.margin;
  const lines = notesOf(matrix).flatMap((note) => wrap(note, Math.floor(inner / textWidth('e', fontSize.note))));
  return {
    height: 18 * lines.length + 36,
    draw: (top) => lines.map((line, index) => text(space.margin, top + 24 + 18 * index, 'note muted', line)),
  };
};
