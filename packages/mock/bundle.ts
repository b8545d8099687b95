import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

// Prism brings more than a hundred packages, one of which reports each installation. So the published mock holds what it
// needs of them, with their licences, and who installs it gets this workspace's packages alone.

/**
 * What nobody reaches: requests have been checked before Prism is asked, it is asked for JSON alone and for no callback,
 * and no schema of a contract refers to another file. Nor does anybody want names in seventy languages, or a log.
 */
const withoutUnreached: Plugin = {
  name: 'without-unreached',
  setup: ({ onLoad, onResolve, resolve }) => {
    const parts = /[\\/]prism-http[\\/]dist[\\/](?:forwarder|validator|mocker[\\/]callback)[\\/]/;
    const packages = /[\\/]node_modules[\\/](?:mime-types|type-is|json-schema-ref-parser|jsonpath-plus)[\\/]/;
    for (const filter of [parts, packages])
      onLoad({ filter }, ({ path }) => (path.endsWith('dateTime.js') ? undefined : { contents: '' }));
    const logging = /[\\/]prism-http[\\/]dist[\\/]utils[\\/]logger\.js$/;
    onLoad({ filter: logging }, () => ({ contents: 'exports.logRequest = exports.logResponse = () => {};' }));
    onResolve({ filter: /^@faker-js\/faker$/ }, ({ path, kind, resolveDir }) =>
      resolve(`${path}/locale/en`, { kind, resolveDir }),
    );
  },
};

const exported = ['index', 'browser', 'stop-with-npm'];

const { metafile, outputFiles } = await build({
  entryPoints: [...exported, 'cli'].map((name) => `dist/${name}.js`),
  bundle: true,
  // What is loaded on demand stays so.
  splitting: true,
  format: 'esm',
  // Where Prism's packages ask for a module of Node's, the build fails: a browser has none.
  platform: 'neutral',
  mainFields: ['browser', 'module', 'main'],
  target: ['node20', 'chrome111', 'firefox115', 'safari16.4'],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  external: ['amend', 'amend/*', '@amend/*', 'node:*'],
  plugins: [withoutUnreached],
  outdir: 'dist',
  metafile: true,
  write: false,
});

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** The folders of the packages that something in the bundle comes from. */
const foldersIn = ({ outputs }: Metafile): readonly string[] => {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  return [...new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []))];
};

const mit = readFileSync('../../LICENSE', 'utf8').replace(/^.*?(?=Permission )/s, '');

/** What a package's licence wants to be passed on. @throws if the package does not say. */
const licenceIn = (folder: string): string => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  if (texts.length === 0 && license !== 'MIT')
    throw new Error(`${name} ${version} has no licence that could be copied.`);
  const holder = (typeof author === 'object' ? author.name : author) ?? `the authors of ${name}`;
  const said = texts.length > 0 ? texts : [`Copyright (c) ${holder}\n\n${mit}`];
  return [`${name} ${version}`, ...said].map((text) => text.trim()).join('\n\n');
};

const licences = foldersIn(metafile).map(licenceIn).toSorted();

/** The declarations that a user's compiler reads. */
const reached = new Set<string>();
const reach = (file: string): void => {
  if (reached.has(file)) return;
  reached.add(file);
  const text = readFileSync(join('dist', file), 'utf8');
  for (const [, next = ''] of text.matchAll(/from '(\.[^']+)\.ts'/g)) reach(join(dirname(file), `${next}.d.ts`));
};
for (const name of exported) reach(`${name}.d.ts`);

for (const file of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  const path = join(file.parentPath, file.name);
  if (file.isFile() && !reached.has(relative('dist', path))) rmSync(path);
}
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
writeFileSync('dist/THIRD-PARTY-LICENSES', `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
