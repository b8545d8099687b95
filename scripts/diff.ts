import './tell-errors.ts';
import { highestOf } from './diff/change.ts';
import { bumpsFor, renderChangeset, undeclared } from './diff/changeset.ts';
import { newChangesets, publishedPackages, writeChangeset } from './diff/changeset-files.ts';
import { findChanges } from './diff/find-changes.ts';
import { baseOf, rootOf } from './diff/git.ts';
import { isReached, readOptions } from './diff/options.ts';
import { render } from './diff/report.ts';

// Says what a change of contracts or mapping breaks: `node scripts/diff.ts [base]`; --help tells the rest.

/** The report goes to stdout, and what was done about it to stderr. */
const run = async (): Promise<0 | 1> => {
  const options = readOptions();
  const root = rootOf(process.cwd());
  const base = baseOf(root, options.base);
  const changes = await findChanges(root, base.commit);
  console.log(render({ base: `${base.name} (${base.commit.slice(0, 7)})`, changes }, options.format));

  const bumps = bumpsFor(changes, publishedPackages(root));
  if (options.changeset && Object.keys(bumps).length > 0)
    console.error(`Proposed changeset: ${writeChangeset(root, base, renderChangeset(bumps, changes))}`);
  if (!isReached(options['fail-on'], highestOf(changes))) return 0;
  if (!options.declared) return 1;
  const missing = undeclared(bumps, newChangesets(root, base));
  if (missing.length === 0) return 0;
  const needed = missing.map((name) => `${name} (${bumps[name]})`).join(', ');
  console.error(
    `No new changeset raises ${needed}; run \`npm run contracts:diff -- --changeset\` and commit what it writes.`,
  );
  return 1;
};

process.exitCode = await run();
