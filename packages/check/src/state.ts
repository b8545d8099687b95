import type { Cell } from './cells.ts';
import type { Shown } from './readings.ts';

/**
 * - `agrees`: the provider did what the contract says.
 * - `differs`: it did something else.
 * - `undecided`: it said yes, and no read shows what became of it.
 * - `not-tried`: nothing was sent, or nothing came back.
 */
export type Verdict = 'agrees' | 'differs' | 'undecided' | 'not-tried';

/** What became of a cell; it names fields, and holds no value. */
export interface Judged {
  readonly verdict: Verdict;
  /** What the provider did, or why nothing was tried. */
  readonly provider: string;
  /** What reads show before and after it, by the names of properties, where that is not as it should be. */
  readonly readings?: Readonly<Record<string, Shown>>;
}

/** A cell, and what became of it. */
export type CheckedCell = Cell & Judged;

/** A user that a check has made. */
export interface MadeUser {
  readonly id: string;
  readonly number: number;
}

/** What a check knows so far: enough to go on after an interruption, ids aside no value. */
export interface CheckState {
  readonly version: 1;
  readonly provider: string;
  /** What the made-up values are counted from. */
  readonly seed: number;
  /** How many values have been made up. */
  readonly made: number;
  /** How many requests may have changed something. */
  readonly writes: number;
  /** The user that was made of each kind, and the number that its values were made from. */
  readonly users: Readonly<Record<string, MadeUser>>;
  /** The kinds of which a user is being made, with that number. */
  readonly pending: Readonly<Record<string, number>>;
  /** The ids of users that were made and are no longer what they were made as. */
  readonly retired: readonly string[];
  /** By cell. */
  readonly cells: Readonly<Record<string, Judged>>;
}

export const newState = (provider: string, seed: number): CheckState => ({
  version: 1,
  provider,
  seed,
  made: 0,
  writes: 0,
  users: {},
  pending: {},
  retired: [],
  cells: {},
});

/** Holds the state while it changes, and has each change kept. */
export interface Book {
  readonly state: () => CheckState;
  readonly set: (change: Partial<CheckState>) => Promise<void>;
  readonly judge: (key: string, judged: Judged) => Promise<void>;
  /** A number that no value was made from. */
  readonly number: () => number;
}

export const openBook = (start: CheckState, save: (state: CheckState) => Promise<void> = async () => {}): Book => {
  let state = start;
  const set = async (change: Partial<CheckState>): Promise<void> => {
    state = { ...state, ...change };
    await save(state);
  };
  return {
    state: () => state,
    set,
    judge: (key, judged) => set({ cells: { ...state.cells, [key]: judged } }),
    number: () => {
      state = { ...state, made: state.made + 1 };
      return state.seed + state.made;
    },
  };
};
