/** @jsxImportSource preact */
import type { Verdict } from 'amend';
import type { State } from 'amend/matrix';

const tick = 'M3.5 8.5 6.5 11.5 12.5 4.5';
const circle = 'M8 2.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11Z';
const bars = 'M3 6h10M3 10h10';
const lock = ['M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2', 'M3.5 7h9v6.5h-9Z'] as const;

/** What is told, by its shape alone: lines, and what is filled; the word stands beside it. */
const shapes: Readonly<Record<State | Verdict, readonly [lines: string, filled?: string]>> = {
  editable: [tick],
  send: [tick],
  undocumented: [`${tick}M1.5 14.5h1.6m1.8 0h1.6m1.8 0h1.6m1.8 0h1.6`],
  'by-kind': [circle, 'M8 2.5a5.5 5.5 0 0 1 0 11Z'],
  locked: lock,
  never: [`${circle}M4.2 11.8 11.8 4.2`],
  echo: [bars],
  unchanged: [bars],
  absent: ['', 'M8 7.2a.8 .8 0 0 1 0 1.6a.8 .8 0 0 1 0-1.6Z'],
  unsupported: ['M4 8h8'],
  invalid: ['M4 4 12 12M12 4 4 12'],
  missing: [`${circle}M8 5v3.5M8 11v.1`],
};

/** The mark of a state or of a verdict, which says nothing to a screen reader. */
export const Sign = ({ of }: { of: State | Verdict }) => {
  const [lines, filled] = shapes[of];
  return (
    <svg class={`sign is-${of}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={lines} />
      {filled && <path class="solid" d={filled} />}
    </svg>
  );
};
