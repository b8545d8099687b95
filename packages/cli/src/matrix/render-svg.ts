import { type Matrix, stateNames, states } from 'amend/matrix';
import { bandsOf } from './bands.ts';
import { columnName } from './column-spans.ts';
import { placeColumns, widest, widthOf } from './layout.ts';
import { markNames, marks } from './marks.ts';
import { signs } from './signs.ts';
import { styleSheet } from './style-sheet.ts';
import {
  type Block,
  gapBlock,
  groupBlock,
  headBlock,
  legendBlock,
  type MarkOf,
  marksBlock,
  notesBlock,
  rowBlock,
  titleBlock,
} from './svg-blocks.ts';
import { toldBlock } from './told-block.ts';
import { xml } from './xml.ts';

const usual = {
  title: 'Which fields may change, at which provider, in which status',
  lead: 'Every field of an update, before and after the provider has verified the user. Generated from the contracts.',
};

/** What is drawn over a matrix, and said of it. */
export interface Overlay {
  readonly title: string;
  readonly lead: string;
  /** The mark of a cell, if it has one. */
  readonly markOf: MarkOf;
}

const rowBlocks = ({ columns, rows }: Matrix, width: number, markOf: MarkOf | undefined): Block[] => {
  const middles = placeColumns(columns);
  return rows.flatMap((row, index) =>
    row.group === rows[index - 1]?.group
      ? [rowBlock(row, middles, markOf)]
      : [groupBlock(row.group, columns, width, index === 0), rowBlock(row, middles, markOf)],
  );
};

/** What the picture shows, for those who hear it: in each column, the fields that may not simply change; what tells a status. */
const description = ({ columns, rows, told }: Matrix): string =>
  columns
    .map((column, index) => {
      const closed = rows.flatMap(({ field, cells }) => {
        const state = cells[index]?.state ?? 'absent';
        return ['locked', 'never', 'echo', 'by-kind'].includes(state) ? [`${field} (${states[state].word})`] : [];
      });
      return `${columnName(column)}: ${closed.join(', ') || 'nothing is locked'}.`;
    })
    .concat(told.map(({ reason }) => reason))
    .join(' ');

/** The matrix as a picture, for light pages and dark ones, that needs nothing from elsewhere. */
export const renderSvg = (matrix: Matrix): string => drawMatrix(matrix);

/** The same, with marks over it where there is something to tell of single cells. */
export const drawMatrix = (matrix: Matrix, overlay?: Overlay): string => {
  const { title, lead, markOf }: Partial<Overlay> & Pick<Overlay, 'title' | 'lead'> = overlay ?? usual;
  const bands = bandsOf(matrix, ({ columns }) => widthOf(columns) <= widest);
  const width = Math.max(...bands.map(({ columns }) => widthOf(columns)));
  const blocks = [
    titleBlock(title, lead),
    legendBlock(width),
    ...(markOf ? [marksBlock] : []),
    ...bands.flatMap((band, index) => [
      ...(index === 0 ? [] : [gapBlock]),
      headBlock(band.columns),
      ...rowBlocks(band, width, markOf),
    ]),
    ...(matrix.told.length > 0 ? [toldBlock(matrix.told, width)] : []),
    notesBlock(matrix, width),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  let top = 0;
  const body = blocks.flatMap((block) => {
    const lines = block.draw(top);
    top += block.height;
    return lines;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="amend-title amend-desc">`,
    `<title id="amend-title">${xml(title)}</title>`,
    `<desc id="amend-desc">${xml(description(matrix))}</desc>`,
    `<style>\n${styleSheet}\n</style>`,
    '<defs>',
    ...stateNames.map((name) => `<g id="amend-${name}" class="${name}">${signs[name]}</g>`),
    ...(markOf ? markNames.map((name) => `<g id="amend-mark-${name}">${marks[name]}</g>`) : []),
    '</defs>',
    `<rect class="page" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...body,
    '</svg>',
  ].join('\n');
};
