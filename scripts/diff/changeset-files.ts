import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bumps, type Package, readChangeset } from './changeset.ts';
import { type Base, git, showFile } from './git.ts';

/** The packages of the workspace that are published. */
export const publishedPackages = (root: string): Package[] =>
  readdirSync(join(root, 'packages')).flatMap((folder) => {
    const path = join(root, 'packages', folder, 'package.json');
    if (!existsSync(path)) return [];
    const {
      name,
      version,
      private: isPrivate,
    } = JSON.parse(readFileSync(path, 'utf8')) as Package & { private?: true };
    return isPrivate ? [] : [{ name, version }];
  });

/** The changesets that the base does not have, or has with another text. */
export const newChangesets = (root: string, { commit }: Base): Bumps[] => {
  const folder = join(root, '.changeset');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ name, text }) => showFile(root, commit, `.changeset/${name}`) !== text)
    .map(({ text }) => readChangeset(text));
};

/** Writes the proposal, over an older one of the same branch and base; gives its path from the root. */
export const writeChangeset = (root: string, { commit }: Base, text: string): string => {
  const branch = git(root, 'rev-parse', '--abbrev-ref', 'HEAD')?.trim();
  const id = createHash('sha256').update(`${commit} ${branch}`).digest('hex').slice(0, 8);
  const path = `.changeset/contracts-${id}.md`;
  mkdirSync(join(root, '.changeset'), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
};
