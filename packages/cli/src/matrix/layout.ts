import { type Column, type State, stateNames } from 'amend/matrix';
import { cellSize } from './signs.ts';

/** A picture is as wide as its columns, and at least as wide as its legend needs. */
const narrowest = 860;

/** About as wide as a README; what is wider stands in bands below each other. */
export const widest = 900;

/** Distances, in pixels. */
export const space = {
  margin: 24,
  fields: 206,
  column: cellSize.width + 6,
  variant: 8,
  provider: 16,
  row: 22,
  band: 28,
};

/** A thing and where it stands. */
export interface Placed<Thing> {
  readonly thing: Thing;
  readonly x: number;
  readonly y: number;
}

const gapBefore = (column: Column, previous: Column | undefined): number => {
  if (!previous) return 0;
  if (previous.provider !== column.provider) return space.provider;
  return previous.variant === column.variant ? 0 : space.variant;
};

/** The middle of each column. */
export const placeColumns = (columns: readonly Column[]): number[] => {
  const middles: number[] = [];
  for (const [index, column] of columns.entries()) {
    const left = (middles.at(-1) ?? space.margin + space.fields - space.column / 2) + space.column / 2;
    middles.push(left + gapBefore(column, columns[index - 1]) + space.column / 2);
  }
  return middles;
};

/** How wide the picture is. */
export const widthOf = (columns: readonly Column[]): number =>
  Math.max(narrowest, (placeColumns(columns).at(-1) ?? 0) + space.column / 2 + space.margin);

/** Where the text of an entry of the legend begins, from the entry's left. */
export const legendText = cellSize.width + 8;

const legendColumns = 3;

/** How wide an entry of the legend may be. */
const legendWidth = (width: number): number => (width - 2 * space.margin) / legendColumns;

/** The entries of the legend, line by line. */
export const placeLegend = (width: number): Placed<State>[] =>
  stateNames.map((thing, index) => ({
    thing,
    x: space.margin + (index % legendColumns) * legendWidth(width),
    y: Math.floor(index / legendColumns) * (space.row + 4),
  }));
