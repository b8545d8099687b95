/** @jsxImportSource preact */
import type { Verdict } from 'amend';
import type { State } from 'amend/matrix';

export type Told = State | Verdict;

const tick = <path d="M3.5 8.5 6.5 11.5 12.5 4.5" />;
const circle = <circle cx="8" cy="8" r="5.5" />;
const bars = <path d="M3 6h10M3 10h10" />;
const lock = (
  <>
    <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    <rect class="solid" x="3.2" y="7" width="9.6" height="6.5" rx="1.2" />
  </>
);
const ring = (
  <>
    {circle}
    <path d="M8 5v3.5M8 11v.1" />
  </>
);

/** What is told, by its shape alone; the word stands beside it. */
const shapes = {
  editable: tick,
  send: tick,
  undocumented: (
    <>
      {tick}
      <path d="M1.5 14.5h13" stroke-dasharray="2 2" />
    </>
  ),
  'by-kind': (
    <>
      {circle}
      <path class="solid" d="M8 2.5a5.5 5.5 0 0 1 0 11Z" />
    </>
  ),
  locked: lock,
  never: (
    <>
      {circle}
      <path d="M4.2 11.8 11.8 4.2" />
    </>
  ),
  echo: bars,
  unchanged: bars,
  absent: <circle class="solid" cx="8" cy="8" r="1.2" />,
  unsupported: <path d="M4 8h8" />,
  invalid: <path d="M4 4 12 12M12 4 4 12" />,
  missing: ring,
} as const satisfies Record<Told, unknown>;

/** The mark of a state or of a verdict, which says nothing to a screen reader. */
export const Sign = ({ of }: { of: Told }) => (
  <svg class={`sign is-${of}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {shapes[of]}
  </svg>
);
