import { briefly, type Told } from 'amend/matrix';
import { space } from './layout.ts';
import { fontSize } from './style-sheet.ts';
import { type Block, bandOf, text } from './svg-blocks.ts';
import { codeWidth, textWidth } from './text-width.ts';

const heading = 'Status, told by webhook';

/** Where each column begins. */
const columns = { provider: space.margin, status: 130, event: space.margin + space.fields, word: 450, doubt: 606 };
const gap = 10;

/** As much of a text as a column has room for. */
const fitted = (content: string, width: (text: string) => number, room: number): string => {
  if (width(content) <= room) return content;
  const signs = [...content];
  while (signs.length > 0 && width(`${signs.join('')}…`) > room) signs.pop();
  return `${signs.join('')}…`;
};

const name = (content: string, room: number) => fitted(content, (each) => textWidth(each, fontSize.note), room);
const code = (content: string, room: number) => fitted(content, (each) => codeWidth(each, fontSize.field), room);

/** How the status of a user arrives by itself: each event on a line of its own. */
export const toldBlock = (told: readonly Told[], width: number): Block => ({
  height: 36 + space.row * told.length,
  draw: (top) => [
    bandOf(heading, top, width),
    ...told.flatMap((each, index) => {
      const { provider, status = '', event, word = '', reason } = each;
      const previous = told[index - 1];
      const isFirst = previous?.provider !== provider;
      const isNew = isFirst || previous?.status !== status;
      const y = top + 49 + space.row * index;
      const at = (column: keyof typeof columns, style: string, content: string, why = ''): string[] =>
        content === '' ? [] : [text(columns[column], y, style, content, why)];
      return [
        ...at('provider', 'note text', isFirst ? name(provider, columns.status - columns.provider - gap) : ''),
        ...at('status', 'note muted', isNew ? status : ''),
        ...at('event', 'field text', code(event ?? '', columns.word - columns.event - gap), reason),
        ...at('word', 'field muted', code(word, columns.doubt - columns.word - gap)),
        ...at(event === undefined ? 'event' : 'doubt', 'note muted', briefly(each)),
      ];
    }),
  ],
});
