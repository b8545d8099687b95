import type { HeldReason, LinkStatus, Overview, PauseReason } from '@amend/keep';
import { useEffect, useState } from 'preact/hooks';
import { type Loaded, useLoaded } from './loaded.ts';

/** Whether the page is a keeper's own: then its address says so, and the keeper is where the page comes from. */
export const isKept = location.protocol.startsWith('http') && new URLSearchParams(location.search).has('keeper');

/** Why something waits, and why a provider is left alone, in words. */
export const because = {
  locked: 'What waits is locked in the user’s status: another status frees it, or a person.',
  unknown: 'Whether a change was made cannot be known: a person decides.',
  rejected: 'The provider refuses what its contract allows.',
  'not-taken': 'The provider says yes, and goes on showing another value.',
  'needs-current': 'The provider takes what waits only together with what is not known.',
  together: 'Another field of the same change waits.',
  'not-found': 'The provider knows no such user.',
  'no-key': 'The key that the change is sealed with is not there.',
  unavailable: 'Requests about this user go on failing.',
  down: 'does not answer, or not well',
  credentials: 'refuses our credentials',
  rate: 'asked for patience',
} as const satisfies Record<HeldReason | PauseReason, string>;

/** What the keeper tells below `/keeper`. */
export interface Tellings {
  readonly overview: { readonly providers: readonly Overview[] };
  readonly user: { readonly links: readonly LinkStatus[] };
}

const ask = async <Content>(path: string): Promise<Content> => {
  const read = async (): Promise<[isOk: boolean, content: Content & { detail?: string }]> => {
    const answer = await fetch(`/keeper/${path}`);
    return [answer.ok, await answer.json()];
  };
  const gone = new Error('The keeper does not answer; what is shown of it may be old.');
  const [isOk, content] = await read().catch(() => Promise.reject(gone));
  if (!isOk) throw new Error(content.detail);
  return content;
};

/** How often it is asked anew, in milliseconds. */
const every = 10_000;

/** What the keeper tells under a path, as it is by now. */
export const useTold = <Content>(path: string): Loaded<Content> => {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), every);
    return () => clearInterval(timer);
  }, []);
  return useLoaded(() => ask<Content>(path), [path, turn]);
};
