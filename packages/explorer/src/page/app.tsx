/** @jsxImportSource preact */
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { isKept } from './keeper.ts';
import { useMock } from './mock.ts';
import { Button, Problems } from './parts.tsx';
import { views, writeRoute } from './route.ts';
import { shown } from './shown.tsx';
import { type State, usePage } from './state.ts';

/** A keeper's view is offered where one is. */
const shownViews = (Object.keys(views) as State['view'][]).filter((view) => view !== 'keeper' || isKept);

/** Where the documentation is; a page that has it beside it says so in its head. */
const documentation = document.querySelector<HTMLLinkElement>('link[rel="help"]')?.href;

const toPlans = (): void => document.getElementById('plans')?.scrollIntoView();
const toContent = (): void => document.getElementById('main')?.focus();

/** The keys that do something: `/` finds a field, but within what is typed, and Ctrl+Enter sends. */
const onKey = (event: KeyboardEvent): void => {
  const { target, key, ctrlKey, metaKey } = event;
  const isTyping =
    target instanceof Element && target.matches('input:not(#filter:placeholder-shown), textarea, select');
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
      <Button class="skip" onClick={toContent} text="To the content" />
      <header class="top">
        <a class="mark" href={writeRoute({ ...state, view: 'plan' }, state.change)}>
          Amend
        </a>
        <nav aria-label="Views">
          {shownViews.map((view) => (
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
          <Button class="main jump" onClick={toPlans} text="To the plans" />
        )}
        <p class={`where${isGone ? ' is-gone' : ''}`}>
          {mock.address?.replace(/^.*\/\//, 'Mock at ') ?? (isKept ? `Keeper at ${location.host}` : 'No mock')}
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
