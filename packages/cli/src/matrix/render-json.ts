import { type Matrix, stateNames, states } from 'amend/matrix';

/**
 * The matrix for programs: `states` (each with its meaning), `columns` (provider, variant, status), `fields`, each with
 * one cell for each column: the column's own three, `state`, `reason` and `lockedKinds`; and `told`.
 */
export const renderJson = ({ columns, rows, told }: Matrix): string =>
  JSON.stringify(
    {
      states: Object.fromEntries(stateNames.map((name) => [name, states[name].meaning])),
      columns,
      fields: rows,
      told,
    },
    undefined,
    2,
  );
