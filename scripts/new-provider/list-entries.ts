import type { Files } from '@amend/compiler/folder';
import { type Document, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { fillFile } from './templates.ts';

const edit = (text: string, change: (document: Document) => void): string => {
  const document = parseDocument(text);
  change(document);
  return document.toString({ lineWidth: 0, singleQuote: true });
};

/** Adds an entry where its key belongs among the others. */
const insert = (document: Document, path: readonly string[], key: string, value: unknown): void => {
  const map = document.getIn(path) as YAMLMap;
  const pair = document.createPair<Scalar<string>>(key, value);
  if (path.at(-1) === 'importers') pair.key.spaceBefore = true;
  map.add(pair);
  map.items.sort((one, other) => (String(one.key) < String(other.key) ? -1 : 1));
};

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;

const withDependency = (text: string, name: string): string => {
  const manifest: Manifest = JSON.parse(text);
  const all = Object.entries({ ...manifest.dependencies, [name]: 'workspace:^' });
  const dependencies = Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`;
};

/** So that the installation asks no registry. The package `amend` depends on all that a provider's package depends on. */
const withPackage = (lock: Document, name: string): void => {
  const { dependencies, devDependencies }: Manifest = JSON.parse(fillFile('package/package.json.txt', { name }));
  const amend = ['importers', 'packages/amend'];
  const locked = Object.entries({ dependencies, devDependencies }).map(([kind, names]) => {
    const versions = Object.keys(names).map((each) => [each, lock.getIn([...amend, kind, each])]);
    return [kind, Object.fromEntries(versions)];
  });
  insert(lock, ['importers'], `packages/${name}`, Object.fromEntries(locked));
  insert(lock, [...amend, 'dependencies'], `@amend/${name}`, { specifier: 'workspace:^', version: `link:../${name}` });
};

/** A provider's paths are its own, with the slash that they end in. */
const rulesFor = (paths: readonly string[]) =>
  paths.some((path) => path.endsWith('/')) ? { rules: { 'no-path-trailing-slash': 'off' } } : {};

/** The lists with a new provider in them: that of the contracts, and those that tools need of a package. */
export const listFiles = (
  name: string,
  version: string,
  paths: readonly string[],
  read: (file: string) => string,
): Files => ({
  'redocly.yaml': edit(read('redocly.yaml'), (list) => {
    const entry = list.createNode({ root: `specs/${name}/${version}.yaml`, ...rulesFor(paths) }, { flow: true });
    list.setIn(['apis', `${name}@${version}`], entry);
  }),
  'packages/amend/package.json': withDependency(read('packages/amend/package.json'), `@amend/${name}`),
  'pnpm-lock.yaml': edit(read('pnpm-lock.yaml'), (lock) => withPackage(lock, name)),
});
