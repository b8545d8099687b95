import { highestOf } from './change.ts';
import { bumpsFor, renderChangeset, undeclared } from './changeset.ts';
import { newChangesets, publishedPackages, writeChangeset } from './changeset-files.ts';
import { findChanges } from './find-changes.ts';
import { baseOf } from './git.ts';
import { isReached, type Options } from './options.ts';
import { render } from './report.ts';

export interface Ended {
  readonly code: 0 | 1;
  /** The report. */
  readonly stdout: string;
  /** What was done about it. */
  readonly stderr: string;
}

/** Says what a change of contracts or mapping breaks, in a repository. @throws {UsageError} if it can compare nothing. */
export const run = async (root: string, options: Options): Promise<Ended> => {
  const base = baseOf(root, options.base);
  const changes = await findChanges(root, base.commit);
  const stdout = render({ base: `${base.name} (${base.commit.slice(0, 7)})`, changes }, options.format);

  const bumps = bumpsFor(changes, publishedPackages(root));
  const isProposed = options.changeset && Object.keys(bumps).length > 0;
  const proposal = isProposed
    ? `Proposed changeset: ${writeChangeset(root, base, renderChangeset(bumps, changes))}\n`
    : '';
  if (!isReached(options['fail-on'], highestOf(changes))) return { code: 0, stdout, stderr: proposal };
  if (!options.declared) return { code: 1, stdout, stderr: proposal };
  const missing = undeclared(bumps, newChangesets(root, base));
  if (missing.length === 0) return { code: 0, stdout, stderr: proposal };
  const needed = missing.map((name) => `${name} (${bumps[name]})`).join(', ');
  const demand = `No new changeset raises ${needed}; run \`npm run contracts:diff -- --changeset\` and commit what it writes.\n`;
  return { code: 1, stdout, stderr: proposal + demand };
};
