import type { Checked, CheckedCell, Verdict } from '@amend/check';
import type { Style } from '../style.ts';
import { renderTable } from '../table.ts';

const colours = { agrees: 'green', differs: 'red', undecided: 'yellow', 'not-tried': 'gray' } as const;

const verdicts = Object.keys(colours) as Verdict[];

/** Every verdict, with how many cells it has. */
export const countsOf = (cells: readonly CheckedCell[]): Readonly<Record<Verdict, number>> =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, cells.filter((cell) => cell.verdict === verdict).length]),
  ) as Record<Verdict, number>;

const nameOf = ({ property, kind }: CheckedCell): string => (kind === undefined ? property : `${property} ${kind}`);

const headingOf = ({ type, operation }: CheckedCell): string => `${type}, ${operation}`;

const fieldsOf = ([cell]: readonly CheckedCell[]): string => {
  const [first = '-', ...others] = cell?.fields ?? [];
  return others.length > 0 ? `${first} and ${others.length} more` : first;
};

/** A table of the fields of one update: in each status what became of the cell. */
const updateTable = (cells: readonly CheckedCell[], { paint, columns }: Style): string => {
  const statuses = [...new Set(cells.map(({ status }) => status))];
  const rows = Map.groupBy(cells, nameOf);
  return renderTable(
    [
      ['', 'field', ...statuses],
      ...[...rows].map(([name, row]) => [
        name,
        fieldsOf(row),
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

const sentence = ({ type, operation, status, provider, contract, readings = {}, ...cell }: CheckedCell): string => {
  const shown = Object.entries(readings).map(([name, reading]) => `${name} ${reading}`);
  const read = shown.length > 0 ? `; then a read shows ${shown.join(', ')}` : '';
  return `${nameOf({ type, operation, status, provider, contract, ...cell })} (${type}, ${operation}, ${status}): the contract says that it ${contract}; the provider ${provider}${read}.`;
};

/** All that is not as the contract says, one sentence for each. */
const sentencesOf = (cells: readonly CheckedCell[]): readonly string[] =>
  cells.filter(({ verdict }) => verdict === 'differs').map(sentence);

/** Why cells were not tried or are not decided, each reason once. */
const reasonsOf = (cells: readonly CheckedCell[], verdict: Verdict): readonly string[] => {
  const groups = Map.groupBy(
    cells.filter((cell) => cell.verdict === verdict),
    ({ provider }) => provider,
  );
  return [...groups].map(([why, of]) => `${verdict}: ${why} (${[...new Set(of.map(nameOf))].join(', ')}).`);
};

/** A check for a person: a table by field for each update, and then what is to be read. */
export const renderCheck = ({ provider, cells, writes, stopped, left }: Checked, style: Style): string => {
  const counts = countsOf(cells);
  const tables = [...Map.groupBy(cells, headingOf)].flatMap(([heading, some]) => [
    style.paint('bold', `${provider}: ${heading}`),
    updateTable(some, style),
    '',
  ]);
  return [
    ...tables,
    ...sentencesOf(cells),
    ...reasonsOf(cells, 'undecided'),
    ...reasonsOf(cells, 'not-tried'),
    ...(stopped === undefined ? [] : [`Stopped: ${stopped}.`]),
    ...(left.length > 0 ? [`Left at ${provider}: ${left.join(', ')}.`] : []),
    `${verdicts.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ')}, in ${writes} writes.`,
  ].join('\n');
};
