import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A repository for a test. */
export interface Repository {
  folder: string;
  git: (...args: string[]) => string;
  remove: () => void;
}

const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];

/** A repository whose first commit is what `fill` writes into its folder. */
const repository = (fill: (folder: string) => void): Repository => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-clone-'));
  const git = (...args: string[]) => execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' });
  fill(folder);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Base');
  return { folder, git, remove: () => rmSync(folder, { recursive: true }) };
};

/** A repository of these files, by their paths. */
export const repositoryOf = (files: Readonly<Record<string, string>>): Repository =>
  repository((folder) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of this repository, as the working tree is. */
export const cloneOfThis = (): Repository =>
  repository((folder) => {
    const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
    const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
    for (const file of files)
      if (statSync(join(root, file), { throwIfNoEntry: false })?.isFile()) cpSync(join(root, file), join(folder, file));
  });
