/** @jsxImportSource preact */
import { Fields } from './fields.tsx';
import { later } from './later.tsx';
import { Plans } from './plans.tsx';
import type { Part } from './state.ts';
import { Whom } from './whom.tsx';

const ChangeView = (part: Part) => (
  <>
    <Whom {...part} />
    <div class="columns">
      <Fields {...part} />
      <Plans {...part} />
    </div>
  </>
);

/** What each view shows, under which title. */
export const shown = {
  plan: { title: 'May this change, at whom, and who says so?', View: ChangeView },
  matrix: {
    title: 'Every field, at every provider, in every status',
    View: later<Part>(async () => (await import('./matrix-view.tsx')).MatrixView),
  },
  reference: {
    title: 'The contracts, as they are written',
    View: later<Part>(async () => (await import('./reference.tsx')).Reference),
  },
  mock: {
    title: 'The mock, and what it is to do',
    View: later<Part>(async () => (await import('./mock-view.tsx')).MockView),
  },
  keeper: {
    title: 'What is kept in step, and what waits',
    View: later<Part>(async () => (await import('./keeper-view.tsx')).KeeperView),
  },
} as const;
