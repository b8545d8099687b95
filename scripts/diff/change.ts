import { type Decision, decisions } from './decisions.ts';
import type { RuleChange } from './rule-changes.ts';
import { sentences } from './sentences.ts';

/** What a change asks of the next version, the gravest first. */
export const levels = ['major', 'minor', 'patch'] as const;

export type Level = (typeof levels)[number];

/** One difference between the base and the working tree. */
export interface Change {
  /** What the report groups by: `acme@v4`, or `acme mapping`. */
  subject: string;
  provider: string;
  /** A mapping is `amend`'s alone; all else reaches the provider's client and the mock too. */
  part: 'contract' | 'mapping';
  what: string;
  file: string;
  /** As the file is now, or as it was where only that had it; nothing where the change is of no line. */
  line?: number;
  /** File, line and JSON Pointer, or file and property. */
  where: string;
  level: Level;
  /** One sentence on what it means for a caller. */
  why: string;
  /** What changed of a rule, where the change is one. */
  rule?: RuleChange;
}

/** A difference that the table of decisions knows, before it is known whose it is. */
export interface Finding {
  decision: Decision;
  what: string;
  /** What follows the file's name in `where`. */
  at: string;
}

/** What the braces of a sentence stand for. */
export type Words = Readonly<Record<string, string>>;

export const findingOf = (decision: Decision, words: Words, at = ''): Finding => ({
  decision,
  what: sentences[decision].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? ''),
  at,
});

export type Subject = Pick<Change, 'subject' | 'provider' | 'part' | 'file'>;

export const placeOf = (file: string, line: number | undefined, at: string): Pick<Change, 'line' | 'where'> => ({
  ...(line !== undefined && { line }),
  where: `${file}${line === undefined ? '' : `:${line}`}${at}`,
});

export const changeOf = (subject: Subject, { decision, what, at }: Finding, line?: number): Change => ({
  ...subject,
  what,
  ...placeOf(subject.file, line, at),
  ...decisions[decision],
});

/** Whether one level is as grave as another, or graver. */
export const isAtLeast = (level: Level, other: Level): boolean => levels.indexOf(level) <= levels.indexOf(other);

export const highestOf = (changes: readonly { level: Level }[]): Level | undefined =>
  levels.find((level) => changes.some((change) => change.level === level));

/** A JSON Pointer as a URL's fragment. */
export const pointer = (...keys: readonly (string | number)[]): string =>
  `#${keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

/** The keys that a JSON Pointer names. */
export const keysAt = (at: string): string[] =>
  at
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
