import { variableOf } from '@amend/client/provider';
import { type Files, model } from './client-files.ts';
import type { UserContract } from './user-contract.ts';

/** What the entries of a provider are made of. */
export interface Entry {
  readonly name: string;
  readonly version: string;
  readonly user: UserContract;
}

/** @throws if the file has no such place: it was laid out anew since this was written. */
const insert = (file: string, text: string, place: RegExp, line: string): string => {
  const { index, 0: found } = place.exec(text) ?? { 0: '', index: -1 };
  if (index < 0)
    throw new Error(`${file} has no place for a new provider any more; scripts/new-provider looks for ${place}.`);
  return `${text.slice(0, index + found.length)}${line}\n${text.slice(index + found.length)}`;
};

type Dependencies = 'dependencies' | 'devDependencies';

const withDependency = (text: string, name: string, kind: Dependencies, version: string): string => {
  const manifest = JSON.parse(text) as { readonly [Kind in Dependencies]?: Readonly<Record<string, string>> };
  const all = Object.entries({ ...manifest[kind], [`@amend/${name}`]: version });
  const dependencies = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, [kind]: dependencies }, null, 2)}\n`;
};

const variable = (name: string, option: string): string => `\`${variableOf(name, option)}\``;

const environmentRow = ({ name, user: { credentials } }: Entry): string =>
  `| ${name} | ${credentials.map((option) => variable(name, option)).join(', ')} | ${variable(name, 'baseUrl')} |`;

/**
 * The lockfile, so that the installation asks no registry: the package depends on what its model depends on, and those
 * who depend on all providers on it.
 */
const withPackage = (text: string, { name }: Entry): string => {
  const file = 'pnpm-lock.yaml';
  const [block = ''] = new RegExp(`^ {2}packages/${model}:\\n(?: {4}.*\\n)+`, 'm').exec(text) ?? [];
  const link = (specifier: string, folder: string): string =>
    `      '@amend/${name}':\n        specifier: ${specifier}\n        version: link:${folder}/${name}`;
  const users = [
    [/^ {2}packages\/amend:\n {4}dependencies:\n/m, link('workspace:^', '..')],
    [/^ {2}scripts:\n {4}devDependencies:\n/m, link('workspace:*', '../packages')],
  ] as const;
  return users.reduce(
    (lock, [place, line]) => insert(file, lock, place, line),
    insert(file, text, /^ {2}packages\/cli:(?:\n {4}.*)+\n\n/m, block.replace(model, name)),
  );
};

/** What is written in each of the lists, by file: the contract's line, and one entry for whoever depends on all providers. */
const entries: { readonly [File in string]: (text: string, entry: Entry) => string } = {
  'redocly.yaml': (text, { name, version }) =>
    insert(
      'redocly.yaml',
      text,
      /^apis:\n(?: +.*\n)+/m,
      `  ${name}@${version}: { root: specs/${name}/${version}.yaml }`,
    ),
  'pnpm-lock.yaml': withPackage,
  'packages/amend/package.json': (text, { name }) => withDependency(text, name, 'dependencies', 'workspace:^'),
  'scripts/package.json': (text, { name }) => withDependency(text, name, 'devDependencies', 'workspace:*'),
  'packages/cli/README.md': (text, entry) =>
    insert('packages/cli/README.md', text, /^\| provider +\| credentials.*\n(?:\|.*\n)+/m, environmentRow(entry)),
};

/** The lists with a new provider in them. */
export const listFiles = (entry: Entry, read: (file: string) => string): Files =>
  Object.fromEntries(Object.entries(entries).map(([file, add]) => [file, add(read(file), entry)]));
