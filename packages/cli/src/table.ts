import { onOneLine } from '@amend/client/visible';

/** A cell that is painted once its width is known. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const gap = '  ';

/** The narrowest that a last column is wrapped to. */
const narrowest = 20;

/** Lines of at most `width` characters, broken between words alone; a word that is longer keeps its line. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of onOneLine(text).split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** Rows in columns as wide as their widest cell; the last column is wrapped to what is left. */
export const renderTable = (rows: readonly (readonly (Cell | string)[])[], columns: number, indent = ''): string => {
  const cells = rows.map((row) =>
    row.map((cell): Cell => {
      const whole = typeof cell === 'string' ? { text: cell } : cell;
      return { ...whole, text: onOneLine(whole.text) };
    }),
  );
  const largest = (sizeOf: (row: readonly Cell[]) => number): number =>
    cells.reduce((most, row) => Math.max(most, sizeOf(row)), 0);
  const count = largest((row) => row.length);
  const widths = Array.from({ length: count - 1 }, (_, column) => largest((row) => row[column]?.text.length ?? 0));
  const start = widths.reduce((sum, width) => sum + width + gap.length, indent.length);
  const rest = Math.max(narrowest, columns - start);
  return cells
    .flatMap((row) => {
      const [first = '', ...others] = wrap(row[count - 1]?.text ?? '', rest);
      const paint = row[count - 1]?.paint ?? ((text) => text);
      const fixed = widths.map((width, column) => {
        const { text = '', paint: own = (same: string) => same } = row[column] ?? {};
        return own(text) + ' '.repeat(width - text.length);
      });
      const line = indent + [...fixed, paint(first)].join(gap);
      return [line.trimEnd(), ...others.map((other) => ' '.repeat(start) + paint(other))];
    })
    .join('\n');
};
