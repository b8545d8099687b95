/** @jsxImportSource preact */
import { plansOf } from './accounts.ts';
import { Fields } from './fields.tsx';
import { later } from './later.tsx';
import type { Mock } from './mock.ts';
import { Plans } from './plans.tsx';
import type { State, Update } from './state.ts';
import { Whom } from './whom.tsx';

interface Given {
  state: State;
  set: Update;
  mock: Mock;
}

const ChangeView = ({ state, set, mock }: Given) => (
  <>
    <Whom state={state} set={set} users={mock.users} />
    <div class="columns">
      <Fields state={state} set={set} />
      <Plans state={state} set={set} plans={plansOf(state, mock.users)} mock={mock} />
    </div>
  </>
);

/** What each view shows, under which title. */
export const shown = {
  plan: { title: 'May this change, at whom, and who says so?', View: ChangeView },
  matrix: {
    title: 'Every field, at every provider, in every status',
    View: later<Given>(async () => (await import('./matrix-view.tsx')).MatrixView),
  },
  reference: {
    title: 'The contracts, as they are written',
    View: later<Given>(async () => (await import('./reference.tsx')).Reference),
  },
  mock: {
    title: 'The mock, and what it is to do',
    View: later<Given>(async () => (await import('./mock-view.tsx')).MockView),
  },
  keeper: {
    title: 'What is kept in step, and what waits',
    View: later<Given>(async () => (await import('./keeper-view.tsx')).KeeperView),
  },
} as const;
