import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of the repository that is a page of the documentation. */
export interface Guide {
  /** From the repository's root. */
  readonly source: string;
  readonly name: string;
  readonly group: 'Guides' | 'Packages';
  readonly markdown: string;
}

const guides = { 'README.md': 'index', 'specs/README.md': 'contracts', 'CONTRIBUTING.md': 'contributing' };

const foldersIn = (root: string): readonly string[] =>
  globSync('packages/*/package.json', { cwd: root }).map((file) => file.replace(/\/package\.json$/, ''));

/** The packages that are read before those that stand on them. */
const first = ['packages/contract', 'packages/client', 'packages/amend'];

/** The folders of all packages, the lowest first. */
export const packagesIn = (root: string): readonly string[] => [
  ...first,
  ...foldersIn(root)
    .map((folder) => folder.replaceAll('\\', '/'))
    .filter((folder) => !first.includes(folder))
    .toSorted(),
];

/** All texts that are pages. */
export const readGuides = (root: string): readonly Guide[] => {
  const read = (source: string): string => readFileSync(join(root, source), 'utf8');
  const own = Object.entries(guides).map(([source, name]) => ({ source, name, group: 'Guides' as const }));
  const packages = packagesIn(root)
    .map((folder) => ({
      source: `${folder}/README.md`,
      name: folder.slice('packages/'.length),
      group: 'Packages' as const,
    }))
    .filter(({ source }) => existsSync(join(root, source)));
  return [...own, ...packages].map((guide) => ({ ...guide, markdown: read(guide.source) }));
};

/** The first heading. */
export const titleOf = (markdown: string): string => /^# (.*)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? '';

/** The first paragraph, on one line. */
export const summaryOf = (markdown: string): string => {
  const [, , text = ''] = /^# .*$/m.test(markdown) ? ['', ...markdown.split(/\n{2,}/)] : [];
  return /^[\w`[]/.test(text) && !text.startsWith('```') ? text.trim().replaceAll(/\s+/g, ' ') : '';
};
