/** @jsxImportSource preact */
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { plansOf } from './accounts.ts';
import { Fields } from './fields.tsx';
import { later } from './later.tsx';
import { type Mock, useMock } from './mock.ts';
import { Problems } from './parts.tsx';
import { Plans } from './plans.tsx';
import { views, writeRoute } from './route.ts';
import { type State, type Update, usePage } from './state.ts';
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

const shown = {
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
} as const;

/** Where the documentation is; a page that has it beside it says so in its head. */
const documentation = document.querySelector<HTMLLinkElement>('link[rel="help"]')?.href;

const toContent = (): void => document.getElementById('main')?.focus();

/** The keys that do something: `/` finds a field, Ctrl+Enter sends. */
const onKey = (event: KeyboardEvent): void => {
  const { target, key, ctrlKey, metaKey } = event;
  const isTyping = target instanceof Element && target.matches('input:not(#filter), textarea, select');
  const wanted = key === '/' && !isTyping ? '#filter' : key === 'Enter' && (ctrlKey || metaKey) ? '.send' : undefined;
  const found = wanted && document.querySelector<HTMLElement>(wanted);
  if (!found) return;
  event.preventDefault();
  if (wanted === '.send') found.click();
  else found.focus();
};

export const App = () => {
  const [state, set] = usePage();
  const [failure] = useErrorBoundary();
  const mock = useMock();
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (failure)
    return (
      <main>
        <h1>This is more than the page can show.</h1>
        <p>Open it anew without what stands in its address; what was written in it is lost.</p>
      </main>
    );
  const { title, View } = shown[state.view];
  const isGone = mock.address !== undefined && mock.problem !== '';
  return (
    <>
      <button type="button" class="skip" onClick={toContent}>
        To the content
      </button>
      <header class="top">
        <a class="mark" href={writeRoute({ ...state, view: 'plan' }, state.change)}>
          Amend
        </a>
        <nav aria-label="Views">
          {(Object.keys(views) as State['view'][]).map((view) => (
            <a
              key={view}
              href={writeRoute({ ...state, view, place: [] }, state.change)}
              aria-current={view === state.view ? 'page' : undefined}
            >
              {views[view]}
            </a>
          ))}
          {documentation && <a href={documentation}>Documentation</a>}
        </nav>
        {state.view === 'plan' && Object.keys(state.change).length > 0 && (
          <button type="button" class="main jump" onClick={() => document.getElementById('plans')?.scrollIntoView()}>
            To the plans
          </button>
        )}
        <p class={`where${isGone ? ' is-gone' : ''}`}>
          {mock.address ? mock.address.replace(/^.*\/\//, 'Mock at ') : 'No mock'}
        </p>
      </header>
      <main id="main" tabIndex={-1}>
        <Problems of={isGone ? [...state.problems, mock.problem] : state.problems} />
        <h1>{title}</h1>
        <View state={state} set={set} mock={mock} />
      </main>
    </>
  );
};
