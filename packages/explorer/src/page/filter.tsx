/** @jsxImportSource preact */
import type { Part } from './state.ts';

/** By which name fields are looked for: ours, or a provider's. */
export const Filter = ({ state, set }: Pick<Part, 'state' | 'set'>) => (
  <label class="filter">
    <span>Find by any name</span>
    <input
      type="search"
      id="filter"
      value={state.filter}
      placeholder="/"
      dir="auto"
      onInput={({ currentTarget }) => set({ filter: currentTarget.value })}
    />
  </label>
);
