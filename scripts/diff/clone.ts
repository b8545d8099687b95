import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const diff = fileURLToPath(new URL('../diff.ts', import.meta.url));

/** A repository for a test, whose first commit is the working tree as it is, or the part under some paths. */
export interface Clone {
  folder: string;
  git: (...args: string[]) => string;
  /** Runs the command there, as a user would. */
  diff: (...args: string[]) => { code: number; stdout: string; stderr: string };
  remove: () => void;
}

const run = (cwd: string, command: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { code: status ?? -1, stdout, stderr };
};

export const cloneOf = (...paths: string[]): Clone => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-clone-'));
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...paths];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files)
    if (statSync(join(root, file), { throwIfNoEntry: false })?.isFile()) cpSync(join(root, file), join(folder, file));
  const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...args: string[]) => execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Base');
  return {
    folder,
    git,
    diff: (...args) => run(folder, process.execPath, ['--conditions=amend-source', diff, ...args]),
    remove: () => rmSync(folder, { recursive: true }),
  };
};
