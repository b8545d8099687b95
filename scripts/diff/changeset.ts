import { parse } from 'yaml';
import { type Change, highestOf, isAtLeast, type Level } from './change.ts';

export interface Package {
  name: string;
  version: string;
}

/** How much the version of each package has to rise. */
export type Bumps = Readonly<Record<string, Level>>;

/** Before 1.0.0, `^0.1.0` admits 0.1.1 and not 0.2.0: what breaks raises the minor number, all else the patch. */
const bumpOf = (version: string, level: Level): Level => {
  if (!version.startsWith('0.')) return level;
  return level === 'major' ? 'minor' : 'patch';
};

const touches = (name: string, { part, provider }: Change): boolean =>
  name === 'amend' || (part === 'contract' && (name === '@amend/mock' || name === `@amend/${provider}`));

/** What the changes ask of the packages that follow from contracts and mapping. */
export const bumpsFor = (changes: readonly Change[], packages: readonly Package[]): Bumps =>
  Object.fromEntries(
    packages.flatMap(({ name, version }) => {
      const level = highestOf(changes.filter((change) => touches(name, change)));
      return level ? [[name, bumpOf(version, level)]] : [];
    }),
  );

/** Markdown would take some signs of a message for markup. */
const line = ({ subject, what }: Change): string => `- ${subject}: ${what.replace(/[*_<[\]]/g, '\\$&')}`;

/** The text of a changeset; its file is for `changeset version` to read. */
export const renderChangeset = (bumps: Bumps, changes: readonly Change[]): string => {
  const facts = changes.filter(({ level }) => level !== 'patch');
  const subjects = [...new Set(changes.map(({ subject }) => subject))].join(', ');
  const title = highestOf(changes) === 'major' ? 'Breaking changes of' : 'Changes of';
  return `---
${Object.entries(bumps)
  .map(([name, bump]) => `'${name}': ${bump}`)
  .join('\n')}
---

${facts.length > 0 ? `${title} contracts and mapping:\n\n${facts.map(line).join('\n')}` : `Wording of ${subjects}.`}
`;
};

/** What a changeset declares; a file that is none declares nothing. */
export const readChangeset = (text: string): Bumps => {
  const [, matter] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  return ((matter && parse(matter)) ?? {}) as Bumps;
};

/** The packages whose rise no changeset declares, or not all of it. */
export const undeclared = (needed: Bumps, changesets: readonly Bumps[]): string[] =>
  Object.entries(needed)
    .filter(([name, bump]) => !changesets.some(({ [name]: declared }) => declared && isAtLeast(declared, bump)))
    .map(([name]) => name);
