/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';

/** Rows under names; where it is wider than its place, it moves in it. */
export const Table = ({
  name,
  head,
  rows,
  kind = '',
}: {
  name: string;
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
  kind?: string;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves in its place has to be reached by keyboard.
  <section class={`scroll ${kind}`} aria-label={name} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {head.map((each) => (
            <th scope="col" key={each}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells], row) => (
          <tr key={row}>
            <th scope="row" dir="auto">
              {first}
            </th>
            {cells.map((cell, column) => (
              <td key={column} dir="auto" data-head={head[column + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
