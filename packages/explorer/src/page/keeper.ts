import type { HeldReason, LinkStatus, Overview, PauseReason } from '@amend/keep';
import { useEffect, useState } from 'preact/hooks';

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

interface Answer<Content> {
  readonly told?: Content;
  /** What is wrong, in a sentence; '' if nothing is. */
  readonly problem: string;
}

const gone: Answer<never> = { problem: 'The keeper does not answer; what is shown of it may be old.' };

const ask = async <Content>(path: string): Promise<Answer<Content>> => {
  try {
    const answer = await fetch(`/keeper/${path}`);
    const content = await answer.json();
    return answer.ok ? { told: content, problem: '' } : { problem: String(content.detail) };
  } catch {
    return gone;
  }
};

/** How often it is asked anew, in milliseconds. */
const every = 10_000;

/** What the keeper tells under a path, as it is by now; nothing without one. */
export const useTold = <Content>(path: string | undefined): Answer<Content> => {
  const [answer, setAnswer] = useState<Answer<Content>>({ problem: '' });
  useEffect(() => {
    setAnswer({ problem: '' });
    if (path === undefined) return;
    let isOver = false;
    const read = async (): Promise<void> => {
      const found = await ask<Content>(path);
      if (!isOver) setAnswer((before) => ({ ...before, ...found }));
    };
    read();
    const timer = setInterval(read, every);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [path]);
  return answer;
};
