import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inCheckout } from './checkout.ts';
import { git } from './git.ts';
import type { Mapping } from './mapping.ts';

const run = promisify(execFile);
const describeMapping = fileURLToPath(new URL('describe-mapping.ts', import.meta.url));

/** A mapping, or why there is none. */
export type Attempt = { mapping: Mapping } | { flaw: string };

/** The line in which a broken process says what is wrong. */
const flawOf = (error: unknown): string => {
  const { stderr = '' } = error as { stderr?: string };
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /^\w*Error\b/.test(line)) ?? lines[0] ?? 'it does not run').replace(/\.$/, '');
};

const attempt = async (work: () => Promise<Mapping>): Promise<Attempt> => {
  try {
    return { mapping: await work() };
  } catch (error) {
    return { flaw: flawOf(error) };
  }
};

/** Runs the modules of a checkout whose code is generated. */
const mappingIn = async (checkout: string): Promise<Mapping> => {
  const args = ['--conditions=amend-source', describeMapping, checkout];
  const { stdout } = await run(process.execPath, args, { cwd: checkout, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Mapping;
};

const mappingAt = (root: string, commit: string): Promise<Mapping> =>
  inCheckout(root, commit, async (folder) => {
    await run(process.execPath, [join(folder, 'scripts/generate.ts')], { cwd: folder });
    return mappingIn(folder);
  });

/** The mapping at a commit and in the working tree; nothing where the package's sources are the same in both. */
export const mappingsSince = async (
  root: string,
  commit: string,
): Promise<{ before: Attempt; after: Attempt } | undefined> => {
  const sources = 'packages/amend/src';
  const isSame = git(root, 'diff', '--quiet', commit, '--', sources) !== undefined;
  const untracked = git(root, 'ls-files', '--others', '--exclude-standard', '--', sources);
  if (isSame && untracked === '') return undefined;
  const [before, after] = await Promise.all([attempt(() => mappingAt(root, commit)), attempt(() => mappingIn(root))]);
  return { before, after };
};
