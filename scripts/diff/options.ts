import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { isAtLeast, type Level, levels } from './change.ts';
import { formats } from './report.ts';

const usage = `Usage: npm run contracts:diff -- [BASE] [options]

Compares the contracts, their update rules and the mapping in the working tree, uncommitted changes included, with a
git revision, and rates each difference by what it breaks.

BASE is a commit, a branch or a tag; a branch is taken at its tip. Without it: the commit at which this branch left
origin/main, or HEAD where there is no origin/main.

  --format FORMAT                   how to print the report: text, markdown, json, or github, which is annotations (text)
  --report FILE                     write the report as Markdown into a file, too, fit for a comment on a pull request
  --links URL                       lead from Markdown to the lines: https://github.com/OWNER/NAME/blob/COMMIT
  --fail-on major|minor|patch|none  exit with code 1 if a change is as grave as this, or graver (none)
  --declared                        do not fail if the changesets that are new since BASE declare enough
  --changeset                       write the proposed changeset into .changeset
  --help

A rule whose x-source is the same as before fails in any case, unless its property is new, or an x-conflict beside the
rule is: a rule changes because some page says so, and that page, or why it is the same, belongs in the contract.

Exit codes: 0 done, 1 --fail-on was reached, or a rule changed and its source did not, 2 wrong usage.

Examples:
  npm run contracts:diff
  npm run contracts:diff -- HEAD~3 --format markdown
  npm run contracts:diff -- main --fail-on major --declared`;

/** Reads the arguments. @throws {UsageError} on a misspelt one. */
export const readOptions = (given?: readonly string[]) => {
  const { names, ...options } = readArguments(
    {
      usage,
      options: {
        format: { type: 'string', default: 'text', oneOf: formats },
        report: { type: 'string' },
        links: { type: 'string' },
        'fail-on': { type: 'string', default: 'none', oneOf: [...levels, 'none'] },
        declared: { type: 'boolean' },
        changeset: { type: 'boolean' },
      },
    },
    given,
  );
  if (names.length > 1) throw new UsageError('Only one revision can be the base; see --help.');
  return { ...options, base: names[0] };
};

export type Options = ReturnType<typeof readOptions>;

/** Whether the gravest change is grave enough to fail. */
export const isReached = (failOn: Level | 'none', highest: Level | undefined): boolean =>
  failOn !== 'none' && highest !== undefined && isAtLeast(highest, failOn);
