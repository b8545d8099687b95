import { type Aim, isMet, type Report, type Row } from './report.ts';

const number = (value: number): string =>
  value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });

const verdict = (value: number, aim: Aim): string => {
  const limit = 'atMost' in aim ? `at most ${number(aim.atMost)}` : `at least ${number(aim.atLeast)}`;
  return `aim: ${limit}, ${isMet(value, aim) ? 'met' : 'missed'}`;
};

const cellsOf = ({ name, value, range, aim }: Row): string[] => [
  name,
  number(value),
  range ? `(${range.map(number).join(' to ')})` : '',
  aim ? verdict(value, aim) : '',
];

/** A report as a table. */
export const print = ({ title, unit, rows, ratios }: Report): string => {
  const lines = [...rows, ...ratios].map(cellsOf);
  const align = (cell: string, column: number): string => {
    const width = Math.max(...lines.map((cells) => cells[column]?.length ?? 0));
    return column === 1 ? cell.padStart(width) : cell.padEnd(width);
  };
  return [`${title} (${unit})`, ...lines.map((cells) => `  ${cells.map(align).join('  ')}`.trimEnd())].join('\n');
};
