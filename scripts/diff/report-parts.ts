import { type Change, type Level, levels } from './change.ts';
import type { CellChange } from './changed-cells.ts';
import type { RuleChange } from './rule-changes.ts';

export interface Report {
  /** What the working tree was compared with, in the words of the report. */
  readonly base: string;
  readonly changes: readonly Change[];
  readonly cells: readonly CellChange[];
  /** What is wrong and of no line, each in one sentence. */
  readonly faults?: readonly string[];
  /** What the path and the line of a file are added to, to lead there: `https://github.com/owner/name/blob/main`. */
  readonly links?: string | undefined;
}

/** How many changes of a level there are. */
export const count = (changes: readonly Change[], level: Level): number =>
  changes.filter((change) => change.level === level).length;

/** How many changes of each level there are, in one sentence. */
export const summaryOf = ({ base, changes }: Report): string =>
  changes.length === 0
    ? `No contract, rule or mapping has changed since ${base}.`
    : `Since ${base}: ${levels.map((level) => `${count(changes, level)} ${level}`).join(', ')}.`;

/** The gravest first. */
export const byLevel = (changes: readonly Change[]): Change[] =>
  levels.flatMap((level) => changes.filter((change) => change.level === level));

/** By subject, the gravest first. */
export const bySubject = (changes: readonly Change[]): [string, Change[]][] => [
  ...Map.groupBy(byLevel(changes), ({ subject }) => subject),
];

/** The rules that changed, each once. */
export const rulesIn = (changes: readonly Change[]): RuleChange[] => [
  ...new Set(changes.flatMap(({ rule }) => rule ?? [])),
];

/** The rules that changed while their sources did not. */
export const unsourcedIn = (changes: readonly Change[]): RuleChange[] =>
  rulesIn(changes).filter(({ source }) => source === 'unchanged');
