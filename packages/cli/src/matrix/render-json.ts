import { type Matrix, stateNames, states } from 'amend/matrix';

/**
 * The matrix for programs: `states` (each with its meaning), `columns` (provider, variant, status), and `fields`, each
 * with one cell for each column: the column's own three, `state`, `reason` and `lockedKinds`.
 */
export const renderJson = ({ columns, rows }: Matrix): string =>
  JSON.stringify(
    {
      states: Object.fromEntries(stateNames.map((name) => [name, states[name].meaning])),
      columns,
      fields: rows,
    },
    undefined,
    2,
  );
