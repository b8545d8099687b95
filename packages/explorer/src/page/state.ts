import { useEffect, useState } from 'preact/hooks';
import { type Change, isPrivate } from './change.ts';
import type { Mock } from './mock.ts';
import { type Route, readRoute, writeRoute } from './route.ts';

/** What the whole page goes by. What is private stands here alone, and is lost with the page. */
export interface State extends Route {
  readonly change: Change;
  readonly filter: string;
  /** The user of the mock that is chosen, by provider. */
  readonly users: Readonly<Record<string, string>>;
}

type Update = (part: Partial<State>) => void;

/** What a part of the page is given. */
export interface Part {
  state: State;
  set: Update;
  mock: Mock;
}

export const usePage = (): readonly [State, Update] => {
  const [state, setState] = useState<State>(() => ({ change: {}, filter: '', users: {}, ...readRoute(location.hash) }));
  const set: Update = (part) => setState((before) => ({ ...before, ...part }));
  useEffect(() => {
    const follow = (): void => {
      const { change, ...route } = readRoute(location.hash);
      setState((before) => {
        const kept = Object.entries(before.change).filter(([field, value]) => isPrivate(field, value));
        const { subject, status, field } = route.view === 'plan' ? route : before;
        const written = change && { change: { ...change, ...Object.fromEntries(kept) } };
        return { ...before, ...route, subject, status, field, ...written };
      });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const address = writeRoute(state, state.change);
  useEffect(() => {
    const before = location.hash;
    // Not at each key: Safari takes a hundred in half a minute, and throws.
    const timer = setTimeout(() => {
      if (location.hash === before && before !== address) history.replaceState(null, '', address);
    }, 300);
    return () => clearTimeout(timer);
  }, [address]);
  return [state, set];
};
