import type { Matrix } from 'amend/matrix';
import { columnName } from './column-spans.ts';

/** What no single word in a cell says. */
export const notesOf = ({ columns, rows }: Matrix): string[] => {
  const kinds = columns.flatMap((column, index) =>
    rows.flatMap(({ field, cells }) => {
      const { state, lockedKinds = {} } = cells[index] ?? {};
      if (state !== 'by-kind') return [];
      const names = Object.keys(lockedKinds).join(', ');
      return [`${columnName(column)}, ${field}: locked for ${names}, and for every kind that no rule names.`];
    }),
  );
  const silent = columns.filter((_, index) => rows.some(({ cells }) => cells[index]?.state === 'undocumented'));
  const unruled = new Set(silent.map(({ provider, variant }) => columnName({ provider, ...(variant && { variant }) })));
  return [
    ...kinds,
    ...[...unruled].map((name) => `${name}: the provider states no rules by status.`),
    ...(columns.some(({ status }) => status)
      ? ['While a status is not known, only what every status allows may change.']
      : []),
  ];
};
