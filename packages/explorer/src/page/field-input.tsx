/** @jsxImportSource preact */
import type { FieldState } from 'amend';
import { isList, isSecret, readInput, textOf } from './change.ts';
import type { State, Update } from './state.ts';

/** The new value of a field. A locked one can be filled in too: the plan says what comes of it. */
export const FieldInput = ({ at, state, set, id }: { at: FieldState; state: State; set: Update; id: string }) => {
  const { field, schema } = at;
  const value = state.change[field];
  const change = (next: unknown): void => {
    const { [field]: _, ...others } = state.change;
    set({ change: next === undefined ? others : { ...others, [field]: next } });
  };
  const common = {
    id,
    name: id,
    'aria-labelledby': `${id}-label`,
    'aria-describedby': `${id}-state`,
    disabled: value === null,
    value: textOf(value),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change(readInput(schema, currentTarget.value)),
  };
  const words = schema.enum ?? (schema.type === 'boolean' ? [true, false] : undefined);
  return (
    <div class="input">
      {words ? (
        <select {...common}>
          <option value="">unchanged</option>
          {words.map((word) => (
            <option key={String(word)}>{String(word)}</option>
          ))}
        </select>
      ) : isList(schema) ? (
        <textarea {...common} rows={1} placeholder="[JSON]" autocomplete="off" spellcheck={false} dir="auto" />
      ) : (
        <input
          {...common}
          // A private one is hidden by style: what is a password, a browser may want to store.
          type="text"
          class={isSecret(at, '') ? 'secret' : ''}
          placeholder={value === null ? 'cleared' : ''}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
        />
      )}
      <button
        type="button"
        class="clear"
        aria-pressed={value === null}
        aria-label={`Clear ${at.label}`}
        onClick={() => change(value === null ? undefined : null)}
      >
        clear
      </button>
    </div>
  );
};
