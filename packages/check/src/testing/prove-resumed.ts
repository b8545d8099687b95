import { expect, test } from 'vitest';
import { checkProvider } from '../check-provider.ts';
import type { CheckState } from '../state.ts';
import { mocked } from './mocked.ts';

type Fetch = typeof globalThis.fetch;

/** A clock that nobody waits for. */
export const turnedClock = () => {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
};

const madeBy = async (fetch: Fetch, provider: string): Promise<number> => {
  const answer = await fetch(`http://localhost/__amend/users?provider=${provider}&limit=1000`);
  const users = (await answer.json()) as object[];
  return users.filter((user) => !('fixture' in user)).length;
};

export const notAgreed = (cells: readonly { verdict: string }[]): number =>
  cells.filter(({ verdict }) => verdict !== 'agrees').length;

/** One that dies after so many requests goes on where it was. */
export const proveResumed = (provider: Parameters<typeof mocked>[0], lives: readonly number[]): void => {
  test.each(lives)('after %i requests is resumed, and no user is made twice', async (life) => {
    let left = life;
    let served: Fetch | undefined;
    const { options } = await mocked(provider, (fetch) => {
      served = fetch;
      return async (input, init) => {
        left -= 1;
        if (left < 0) throw new TypeError('fetch failed');
        return fetch(input, init);
      };
    });
    let state: CheckState | undefined;
    const resumable = {
      ...options,
      clock: turnedClock(),
      save: async (kept: CheckState): Promise<void> => {
        state = JSON.parse(JSON.stringify(kept));
      },
    };
    const first = await checkProvider(resumable);
    expect(first.stopped).toBe('the provider gave no answer (network)');
    const known = first.cells.filter(({ verdict }) => verdict !== 'not-tried');
    expect(known.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
    const made = await madeBy(served as Fetch, provider);
    expect(first.left).toHaveLength(made);
    left = Number.POSITIVE_INFINITY;
    const second = await checkProvider({ ...resumable, state });
    expect(notAgreed(second.cells)).toBe(0);
    expect(await madeBy(served as Fetch, provider)).toBe(2);
    expect(JSON.stringify(state)).not.toMatch(/example\.com|Sample|Rosa/);
  });
};
