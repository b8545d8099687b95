import type { CheckedCell, Verdict } from '@amend/check';

export const colours = { agrees: 'green', differs: 'red', undecided: 'yellow', 'not-tried': 'gray' } as const;

export const verdicts = Object.keys(colours) as Verdict[];

/** Every verdict, with how many cells it has. */
export const countsOf = (cells: readonly CheckedCell[]): Readonly<Record<Verdict, number>> =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, cells.filter((cell) => cell.verdict === verdict).length]),
  ) as Record<Verdict, number>;

/** What a cell is about. */
export const nameOf = ({ property, kind, member = [] }: CheckedCell): string =>
  [[property, ...member].join('.'), kind ?? []].flat().join(' ');

/** What is due, what happened, and what a read shows, in a sentence without a value. */
export const explain = (cell: CheckedCell): string => {
  const { type, operation, status, provider, contract, readings = {} } = cell;
  const shown = Object.entries(readings).map(
    ([name, { before, after }]) => `${name} ${after}${before === 'not shown' ? ', where it showed none before' : ''}`,
  );
  const read = shown.length > 0 ? `; then a read shows ${shown.join(', ')}` : '';
  return `${nameOf(cell)} (${type}, ${operation}, ${status}): the contract says that it ${contract}; the provider ${provider}${read}.`;
};
