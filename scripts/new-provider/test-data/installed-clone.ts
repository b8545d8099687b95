import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneOfThis } from '../../testing/repository.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const binaries = join(root, 'node_modules/.bin');

export interface Ended {
  readonly code: number;
  readonly out: string;
}

/** A copy of the repository in which programs can be run. */
export interface InstalledClone {
  readonly folder: string;
  /** Runs a program in a folder of the copy. */
  readonly run: (at: string, program: string, ...args: string[]) => Promise<Ended>;
  /** What is new or changed, as git says it. */
  readonly changes: () => string[];
  readonly remove: () => void;
}

/** Copies the working tree, its generated code too, and installs what it needs without a network. */
export const installedClone = async (): Promise<InstalledClone> => {
  const { folder, git, remove } = cloneOfThis();
  const env = {
    ...process.env,
    NO_COLOR: '1',
    PATH: [binaries, dirname(process.execPath), process.env.PATH].join(delimiter),
  };
  const run: InstalledClone['run'] = (at, program, ...given) =>
    new Promise((resolve) => {
      // As the root's script does it.
      const args = program === 'tsc' ? ['--checkers', '1', ...given] : given;
      execFile(program, args, { cwd: join(folder, at), env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) || 1 : 0, out: stdout + stderr }),
      );
    });
  const generated = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src/generated`);
  for (const path of generated.filter((each) => existsSync(join(root, each))))
    cpSync(join(root, path), join(folder, path), { recursive: true });
  const { code, out } = await run('', 'pnpm', 'install', '--offline', '--frozen-lockfile', '--ignore-scripts');
  if (code !== 0) throw new Error(`The copy cannot be installed: ${out}`);
  return { folder, run, changes: () => git('status', '--short').trimEnd().split('\n').filter(Boolean), remove };
};
