import type { Help } from './command.ts';
import type { Style } from './style.ts';
import { renderTable, wrap } from './table.ts';

/** Help is as wide as it can be read well, also where nobody reads along. */
const widest = 80;

/** A block under its heading. */
export const headed = ({ paint }: Style, heading: string, ...lines: readonly string[]): string =>
  [paint('bold', `${heading}:`), ...lines].join('\n');

/** Words and what they mean, in columns. */
export const listed = ({ columns }: Style, rows: readonly (readonly [string, string])[]): string =>
  renderTable(rows, Math.min(columns, widest), '  ');

/** A text in lines. */
export const paragraph = ({ columns }: Style, text: string): string => wrap(text, Math.min(columns, widest)).join('\n');

/** What `--help` prints of a command: its form, its flags, and examples. */
export const renderHelp = ({ form, about, argument, flags, notes = [], examples }: Help, style: Style): string => {
  const rows = Object.entries(flags).map(
    ([name, flag]) => [`--${name}${flag.value ? ` ${flag.value}` : ''}`, flag.about] as const,
  );
  return [
    `${style.paint('bold', 'Usage:')} amend ${form}`,
    paragraph(style, about),
    ...(argument ? [headed(style, 'Arguments', listed(style, [[argument.value, argument.about]]))] : []),
    headed(style, 'Flags', listed(style, [...rows, ['--help', 'print this']])),
    ...notes.map((note) => paragraph(style, note)),
    headed(style, 'Examples', ...examples.map((line) => `  ${line}`)),
  ].join('\n\n');
};
