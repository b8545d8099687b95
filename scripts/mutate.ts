import './tell-errors.ts';
import { Stryker } from '@stryker-mutator/core';
import { choose, parts } from './mutate/parts.ts';
import { readArguments } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

// Changes the code in one small way after the other, and tells which changes no test notices. What was found before and
// has not changed since is not tried again.

/** Of a hundred mutants, so many have to be noticed. */
const goal = 95;

const usage = `Usage: npm run mutate [-- PART or FILE ...], where a part is one of ${Object.keys(parts).join(', ')}.`;
const chosen = choose(readArguments({ usage }).names);
if (!chosen) throw new UsageError(usage);

for (const [name, { mutate, tests }] of chosen) {
  process.env.AMEND_MUTATE_TESTS = JSON.stringify(tests);
  const results = await new Stryker({
    mutate: [
      ...mutate.map((start) => (start.endsWith('.ts') ? start : `${start}**.ts`)),
      '!**/*.test*.ts',
      '!**/{generated,testing}/**',
    ],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    vitest: { configFile: 'scripts/mutate/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 30_000,
    incremental: true,
    incrementalFile: `.mutants/${name}.json`,
    // A copy of the repository, with links of its own between the packages.
    tempDirName: '.mutants/copies',
    symlinkNodeModules: false,
    buildCommand: 'pnpm install --frozen-lockfile --offline --ignore-scripts --silent',
    ignorePatterns: ['.turbo', 'dist', '*.tgz'],
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, logTests: false },
  }).runMutationTest();
  const decided = results.filter(
    ({ status }) => status !== 'Ignored' && status !== 'CompileError' && status !== 'RuntimeError',
  );
  const noticed = decided.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const share = decided.length === 0 ? 100 : (noticed / decided.length) * 100;
  console.log(
    `${name}: ${noticed} of ${decided.length} mutants were noticed (${share.toFixed(1)} %; ${goal} % are needed).`,
  );
  if (share < goal) process.exitCode = 1;
}
