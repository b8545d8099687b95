import type { Checked, CheckedCell, Verdict } from '@amend/check';
import type { Style } from '../style.ts';
import { renderTable } from '../table.ts';
import { colours, countsOf, explain, nameOf, verdicts } from './words.ts';

const unique = <Each>(list: readonly Each[]): readonly Each[] => [...new Set(list)];

const headingOf = ({ type, operation }: CheckedCell): string => `${type}, ${operation}`;

const fieldsOf = ({ fields: [first = '-', ...others] }: CheckedCell): string =>
  others.length > 0 ? `${first} and ${others.length} more` : first;

/** A table of the fields of one update: in each status what became of the cell. */
const updateTable = (cells: readonly CheckedCell[], { paint, columns }: Style): string => {
  const statuses = unique(cells.map(({ status }) => status));
  const rows = unique(cells.map(nameOf)).map((name) => cells.filter((cell) => nameOf(cell) === name));
  return renderTable(
    [
      ['', 'field', ...statuses],
      ...rows.map((row) => [
        ...row.slice(0, 1).flatMap((cell) => [nameOf(cell), fieldsOf(cell)]),
        ...statuses.map((status) => {
          const { verdict = 'not-tried' } = row.find((cell) => cell.status === status) ?? {};
          return { text: verdict, paint: (text: string) => paint(colours[verdict], text) };
        }),
      ]),
    ],
    columns,
    '  ',
  );
};

/** Why cells were not tried or are not decided, each reason once. */
const reasonsOf = (cells: readonly CheckedCell[], verdict: Verdict): readonly string[] => {
  const own = cells.filter((cell) => cell.verdict === verdict);
  return unique(own.map(({ provider }) => provider)).map((why) => {
    const names = own.filter(({ provider }) => provider === why).map(nameOf);
    return `${verdict}: ${why} (${unique(names).join(', ')}).`;
  });
};

/** A check for a person: a table by field for each update, and then what is to be read. */
export const renderCheck = ({ provider, cells, writes, answers, stopped, left }: Checked, style: Style): string => {
  const counts = countsOf(cells);
  const tables = unique(cells.map(headingOf)).flatMap((heading) => [
    style.paint('bold', `${provider}: ${heading}`),
    updateTable(
      cells.filter((cell) => headingOf(cell) === heading),
      style,
    ),
    '',
  ]);
  return [
    ...tables,
    ...cells.filter(({ verdict }) => verdict === 'differs').map(explain),
    ...reasonsOf(cells, 'undecided'),
    ...reasonsOf(cells, 'not-tried'),
    ...answers.map(
      ({ operation, status, kind, at, times }) =>
        `An answer of ${operation} (${status}) that the contract does not know, ${times} times: ${kind} at ${at}.`,
    ),
    ...(stopped === undefined ? [] : [`Stopped: ${stopped}.`]),
    ...(left.length > 0 ? [`Left at ${provider}: ${left.join(', ')}.`] : []),
    `${verdicts.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ')}, in ${writes} writes.`,
  ].join('\n');
};
