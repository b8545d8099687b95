/** @jsxImportSource preact */
import { plansOf } from './accounts.ts';
import { Fields } from './fields.tsx';
import { Problems } from './parts.tsx';
import { Plans } from './plans.tsx';
import { views, writeRoute } from './route.ts';
import { usePage } from './state.ts';
import { Whom } from './whom.tsx';

export const App = () => {
  const [state, set] = usePage();
  const users: [] = [];
  const plans = plansOf(state, users);
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        To the content
      </button>
      <header class="top">
        <a class="mark" href={writeRoute({ ...state, view: 'plan' }, state.change)}>
          Amend
        </a>
        <nav aria-label="Views">
          {(['plan'] as const).map((view) => (
            <a
              key={view}
              href={writeRoute({ ...state, view, place: [] }, state.change)}
              aria-current={view === state.view ? 'page' : undefined}
            >
              {views[view]}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Problems of={state.problems} />
        <h1>May this change, at whom, and who says so?</h1>
        <Whom state={state} set={set} users={users} />
        <div class="columns">
          <Fields state={state} set={set} />
          <Plans state={state} set={set} plans={plans} users={users} mock={undefined} />
        </div>
      </main>
    </>
  );
};
