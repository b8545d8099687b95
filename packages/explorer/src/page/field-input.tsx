/** @jsxImportSource preact */
import type { FieldState } from 'amend';
import { isList, isSecret, readInput, textOf } from './change.ts';
import { Button, written } from './parts.tsx';
import type { Part } from './state.ts';

/** The new value of a field. A locked one can be filled in too: the plan says what comes of it. */
export const FieldInput = ({ at, state, set, id }: Pick<Part, 'state' | 'set'> & { at: FieldState; id: string }) => {
  const { field, schema } = at;
  const value = state.change[field];
  const isCleared = value === null;
  const change = (next: unknown): void => {
    const { [field]: _, ...others } = state.change;
    set({ change: next === undefined ? others : { ...others, [field]: next } });
  };
  const common = {
    id,
    name: id,
    'aria-labelledby': `${id}-label`,
    'aria-describedby': `${id}-state`,
    disabled: isCleared,
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
        <textarea {...common} {...written} rows={1} placeholder="[JSON]" />
      ) : (
        // A private one is hidden by style: what is a password, a browser may want to store.
        <input
          {...common}
          {...written}
          type="text"
          class={isSecret(at, '') ? 'secret' : ''}
          placeholder={isCleared ? 'cleared' : ''}
        />
      )}
      <Button
        class="clear"
        aria-pressed={isCleared}
        aria-label={`Clear ${at.label}`}
        onClick={() => change(isCleared ? undefined : null)}
        text="clear"
      />
    </div>
  );
};
