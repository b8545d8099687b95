import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { UsageError } from '../usage-error.ts';
import { isAtLeast, type Level, levels } from './change.ts';
import { type Format, formats } from './report.ts';

export const help = `Usage: npm run contracts:diff -- [BASE] [options]

Compares the contracts, their update rules and the mapping in the working tree, uncommitted changes included, with a
git revision, and rates each difference by what it breaks.

BASE is a commit, a branch or a tag; a branch is taken at its tip. Without it: the commit at which this branch left
origin/main, or HEAD where there is no origin/main.

  --format text|markdown|json       how to print the report (text)
  --fail-on major|minor|patch|none  exit with code 1 if a change is as grave as this, or graver (none)
  --declared                        do not fail if the changesets that are new since BASE declare enough
  --changeset                       write the proposed changeset into .changeset
  --help

Exit codes: 0 done, 1 --fail-on was reached, 2 wrong usage.

Examples:
  npm run contracts:diff
  npm run contracts:diff -- HEAD~3 --format markdown
  npm run contracts:diff -- main --fail-on major --declared`;

const failLevels = [...levels, 'none'] as const;

export interface Options {
  base: string | undefined;
  format: Format;
  failOn: Level | 'none';
  declared: boolean;
  changeset: boolean;
  help: boolean;
}

const flags = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'none' },
  declared: { type: 'boolean', default: false },
  changeset: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const oneOf = <Value extends string>(name: string, value: string, all: readonly Value[]): Value => {
  const found = all.find((candidate) => candidate === value);
  if (!found)
    throw new UsageError(`--${name} must be one of ${all.join(', ')}; did you mean ${closest(value, [...all])}?`);
  return found;
};

/** Reads the arguments; a misspelt one throws. */
export const readOptions = (given: readonly string[]): Options => {
  // pnpm hands on the `--` that npm takes for itself.
  const args = given.filter((arg) => arg !== '--');
  const { tokens } = parseArgs({ args, options: flags, allowPositionals: true, strict: false, tokens: true });
  const names = Object.keys(flags);
  for (const token of tokens)
    if (token.kind === 'option' && !names.includes(token.name))
      throw new UsageError(`There is no option ${token.rawName}; did you mean --${closest(token.name, names)}?`);
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args, options: flags, allowPositionals: true });
    } catch (error) {
      throw new UsageError(`${(error as Error).message.split(/[.\n]/)[0]}; see --help.`);
    }
  })();
  if (positionals.length > 1) throw new UsageError('Only one revision can be the base; see --help.');
  return {
    base: positionals[0],
    format: oneOf('format', values.format, formats),
    failOn: oneOf('fail-on', values['fail-on'], failLevels),
    declared: values.declared,
    changeset: values.changeset,
    help: values.help,
  };
};

/** Whether the gravest change is grave enough to fail. */
export const isReached = (failOn: Level | 'none', highest: Level | undefined): boolean =>
  failOn !== 'none' && highest !== undefined && isAtLeast(highest, failOn);
