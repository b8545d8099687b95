import { writeFileSync } from 'node:fs';
import { visible } from '@amend/client/visible';
import { UsageError } from '../usage-error.ts';
import { highestOf } from './change.ts';
import { type Bumps, bumpsFor, renderChangeset, undeclared } from './changeset.ts';
import { newChangesets, publishedPackages, writeChangeset } from './changeset-files.ts';
import { findChanges } from './find-changes.ts';
import { type Base, baseOf } from './git.ts';
import { isReached, type Options } from './options.ts';
import { render, withoutLineEnds } from './report.ts';
import { unsourcedIn } from './report-parts.ts';
import { tellUnsourced } from './tell-rule.ts';

export interface Ended {
  readonly code: 0 | 1;
  /** The report. */
  readonly stdout: string;
  /** What was done about it. */
  readonly stderr: string;
}

const undeclaredIn = (root: string, base: Base, bumps: Bumps): string[] => {
  const missing = undeclared(bumps, newChangesets(root, base));
  if (missing.length === 0) return [];
  const needed = missing.map((name) => `${name} (${bumps[name]})`).join(', ');
  return [
    `No new changeset raises ${needed}; run \`npm run contracts:diff -- --changeset\` and commit what it writes.`,
  ];
};

const writeReport = (path: string, text: string): void => {
  try {
    writeFileSync(path, `${text}\n`);
  } catch {
    throw new UsageError(`--report cannot be written to ${path}; name a file in a folder that exists.`);
  }
};

/** Says what a change of contracts or mapping breaks, in a repository. @throws {UsageError} if it can compare nothing. */
export const run = async (root: string, options: Options): Promise<Ended> => {
  const base = baseOf(root, options.base);
  const { changes, cells } = await findChanges(root, base.commit);
  const bumps = bumpsFor(changes, publishedPackages(root));
  const isProposed = options.changeset && Object.keys(bumps).length > 0;
  const proposals = isProposed ? [writeChangeset(root, base, renderChangeset(bumps, changes))] : [];

  const isGrave = isReached(options['fail-on'], highestOf(changes));
  const faults = isGrave && options.declared ? undeclaredIn(root, base, bumps) : [];
  const report = { base: `${base.name} (${base.commit.slice(0, 7)})`, changes, cells, faults, links: options.links };
  if (options.report !== undefined) writeReport(options.report, render(report, 'markdown'));
  const unsourced = unsourcedIn(changes).map((rule) => `${rule.file}:${rule.line}: ${tellUnsourced(rule)}`);
  const lines = [...proposals.map((path) => `Proposed changeset: ${path}`), ...unsourced, ...faults];
  return {
    code: unsourced.length > 0 || faults.length > 0 || (isGrave && !options.declared) ? 1 : 0,
    stdout: render(report, options.format),
    stderr: visible(lines.map((line) => `${withoutLineEnds(line)}\n`).join('')),
  };
};
