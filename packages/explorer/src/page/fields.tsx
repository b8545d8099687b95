/** @jsxImportSource preact */
import { type FieldState, fieldsFor } from 'amend';
import { stateOf, states } from 'amend/matrix';
import { useEffect, useRef } from 'preact/hooks';
import { FieldDetail } from './field-detail.tsx';
import { FieldInput } from './field-input.tsx';
import { Filter } from './filter.tsx';
import { Empty } from './parts.tsx';
import { Sign } from './sign.tsx';
import type { Part } from './state.ts';
import { isNamed, matrix } from './subjects.ts';

const Row = ({ at, state, set }: Pick<Part, 'state' | 'set'> & { at: FieldState }) => {
  const told = stateOf(state.subject.operation, at);
  const id = at.field.replaceAll('.', '-');
  const isOpen = state.field === at.field;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={row} class={`field${at.field in state.change ? ' is-changed' : ''}`}>
      <Sign of={told} />
      <button type="button" class="name" aria-expanded={isOpen} onClick={() => set({ field: isOpen ? '' : at.field })}>
        <span id={`${id}-label`}>{at.label}</span>
        <code>{at.property}</code>
      </button>
      <span class={`told is-${told}`} id={`${id}-state`}>
        {states[told].meaning}
      </span>
      <FieldInput at={at} state={state} set={set} id={id} />
      {isOpen && <FieldDetail at={at} state={state} />}
    </li>
  );
};

/** Every field of the chosen user: whether it may change, who says so, and a place for a new value. */
export const Fields = ({ state, set }: Part) => {
  const { subject, status, filter } = state;
  const own = new Map(fieldsFor(subject.operation, status).map((at) => [at.field as string, at]));
  const found = matrix.rows.flatMap(({ field, group }) => {
    const at = own.get(field);
    return at && isNamed(field, filter) ? [{ at, group }] : [];
  });
  const open = found.filter(({ at }) => at.editable).length;
  return (
    <section class="fields" aria-labelledby="fields">
      <header>
        <h2 id="fields">Fields</h2>
        <p class="hint">{`${open} of ${found.length} may change`}</p>
        <Filter state={state} set={set} />
      </header>
      {found.length === 0 && <Empty>No field of {subject.provider} has such a name, here or on the wire.</Empty>}
      {[...Map.groupBy(found, ({ group }) => group)].map(([group, its]) => (
        <div key={group} class="group">
          <h3>{group}</h3>
          <ul>
            {its.map(({ at }) => (
              <Row key={at.field} at={at} state={state} set={set} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
