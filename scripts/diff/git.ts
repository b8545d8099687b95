import { execFileSync } from 'node:child_process';
import { UsageError } from '../usage-error.ts';

/** What git prints, or nothing where it fails. */
export const git = (cwd: string, ...args: string[]): string | undefined => {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch {
    return undefined;
  }
};

/** The root of the repository that a folder is in. */
export const rootOf = (folder: string): string => {
  const found = git(folder, 'rev-parse', '--show-toplevel')?.trim();
  if (!found)
    throw new UsageError(
      'This is no git repository, or git is not installed; run the command in a clone of this project.',
    );
  return found;
};

/** What the working tree is compared with. */
export interface Base {
  commit: string;
  /** In the words of the report. */
  name: string;
}

/** The commit of a revision; without one, that at which the branch left origin/main, or the last commit. */
export const baseOf = (root: string, revision: string | undefined): Base => {
  const commitOf = (name: string) =>
    git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)?.trim();
  if (revision !== undefined) {
    const commit = commitOf(revision);
    if (!commit) throw new UsageError(`There is no revision ${revision} here; name a commit, a branch or a tag.`);
    return { commit, name: revision };
  }
  const fork = commitOf('origin/main') && git(root, 'merge-base', 'HEAD', 'origin/main')?.trim();
  if (fork) return { commit: fork, name: 'where this branch left origin/main' };
  const head = commitOf('HEAD');
  if (!head) throw new UsageError('This repository has no commit yet, so there is nothing to compare with.');
  return { commit: head, name: 'HEAD' };
};

/** A file as it was at a commit; nothing if there was none. */
export const showFile = (root: string, commit: string, path: string): string | undefined =>
  git(root, 'show', `${commit}:${path}`);

/** Whether anything in a folder is not as it was at a commit. */
export const isChanged = (root: string, commit: string, folder: string): boolean =>
  git(root, 'diff', '--quiet', commit, '--', folder) === undefined ||
  git(root, 'ls-files', '--others', '--exclude-standard', '--', folder) !== '';
