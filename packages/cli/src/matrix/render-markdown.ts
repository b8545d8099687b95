import { briefly, type Matrix, stateNames, states } from 'amend/matrix';
import { columnName } from './column-spans.ts';
import { notesOf } from './notes.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Words from a contract are text, and never a table's own signs or HTML. */
const plain = (text: string): string =>
  text.replaceAll(/[\\|`*_<>[\]]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, ' ');

const code = (text: string): string => (/^[\w.]+$/.test(text) ? `\`${text}\`` : plain(text));

/** The matrix as a Markdown table, for those who read it as text. */
export const renderMarkdown = (matrix: Matrix): string => {
  const { columns, rows } = matrix;
  const table = [
    line(['field', ...columns.map((column) => plain(columnName(column)))]),
    line(['---', ...columns.map(() => ':-:')]),
    ...rows.map(({ field, cells }) => line([code(field), ...cells.map(({ state }) => plain(states[state].word))])),
  ];
  const legend = stateNames.map((name) => `- **${plain(states[name].word)}**: ${plain(states[name].meaning)}`);
  const told = matrix.told.map((each) => {
    const { provider, status = '', event, word } = each;
    const by = [event, word].flatMap((name) => (name === undefined ? [] : code(name))).join(', ');
    return line([plain(provider), status, by, plain(briefly(each))]);
  });
  const tellers =
    told.length > 0 ? [line(['provider', 'status', 'told by webhook', '']), line(Array(4).fill('---')), ...told] : [];
  return [table, tellers, legend, notesOf(matrix).map((note) => `- ${plain(note)}`)]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
};
