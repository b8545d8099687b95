/** @jsxImportSource preact */
import { briefly, type Column, loadTold, shortName, stateNames, states } from 'amend/matrix';
import { Filter } from './filter.tsx';
import { useLoaded } from './loaded.ts';
import { fieldTo } from './route.ts';
import { Sign } from './sign.tsx';
import type { Part } from './state.ts';
import { isNamed, matrix } from './subjects.ts';
import { Table } from './table.tsx';

/** A column's name, in words that stand below each other. */
const nameOf = ({ provider, variant, status }: Column): string =>
  [provider, variant, status].filter(Boolean).join('\n');

/** Every field, at every provider, in every status; each cell leads to its field. */
export const MatrixView = ({ state, set }: Part) => {
  const { content: told = [] } = useLoaded(loadTold, []);
  const rows = matrix.rows.filter(({ field }) => isNamed(field, state.filter));
  const rowOf = ({ field, label, cells }: (typeof rows)[number]) => [
    <span key={field} title={label}>
      {shortName(field)
        .split(/(?<=\.)/)
        .flatMap((part) => [<wbr key={part} />, part])}
    </span>,
    ...cells.map(({ state: its, ...column }) =>
      its === 'absent' ? (
        <Sign key={nameOf(column)} of={its} />
      ) : (
        <a key={nameOf(column)} class={`cell is-${its}`} href={fieldTo(state, state.change, field, column)}>
          <Sign of={its} />
          <span class="only-heard">{`${states[its].meaning}: ${field}, ${nameOf(column)}`}</span>
        </a>
      ),
    ),
  ];
  return (
    <>
      <ul class="legend">
        {stateNames.map((name) => (
          <li key={name} class={`is-${name}`}>
            <Sign of={name} /> {states[name].meaning}
          </li>
        ))}
      </ul>
      <Filter state={state} set={set} />
      <Table
        name="Which field may change where, in which status"
        kind="matrix"
        head={['Field', ...matrix.columns.map(nameOf)]}
        rows={rows.map(rowOf)}
      />
      <h2>How a status arrives</h2>
      <Table
        name="By which webhook a status is told"
        head={['Provider', 'Status', 'Webhook', 'Its word', 'How sure']}
        rows={told.map((each) => [each.provider, each.status, each.event, each.word, briefly(each)])}
      />
    </>
  );
};
