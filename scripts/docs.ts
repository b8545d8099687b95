import './tell-errors.ts';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts, readModel } from '@amend/compiler/read';
import { build } from 'esbuild';
import { readArguments } from './read-arguments.ts';

// Makes the documentation that the explorer's static files hold: `packages/explorer/dist/documentation`. What is up to date
// is left as it is.

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}packages/explorer/dist/`;
const folder = `${dist}documentation`;
const record = `${dist}.documentation`;

const inputs = [
  '*.md',
  'specs/*.md',
  'specs/*/v*.yaml',
  'packages/*/{README.md,package.json}',
  'packages/*/src/**/*.{ts,svg,css}',
  'packages/*/*.{svg,png}',
  'packages/explorer/*.ts',
  'scripts/docs.ts',
  'scripts/docs/*.ts',
  'pnpm-lock.yaml',
  'tsconfig*.json',
];

const fingerprint = (): string => {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, exclude: ['**/node_modules', '**/*.test.ts', '**/*.test-d.ts'] });
  for (const file of files.toSorted()) hash.update(`${file}\0${readFileSync(join(root, file), 'utf8')}\0`);
  return hash.digest('hex');
};

/** What a browser runs and shows on the pages. */
const assets = async (): Promise<Record<string, string>> => {
  const from = `${root}packages/explorer/src/docs/`;
  const { outputFiles } = await build({
    entryPoints: [`${from}search.ts`, `${from}docs.css`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    outdir: '/docs',
    write: false,
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]docs[\\/]/, 'docs/'), text]));
};

readArguments({ usage: 'Usage: npm run docs', options: {} });
const wanted = fingerprint();
if (existsSync(record) && readFileSync(record, 'utf8') === wanted) process.exit(0);

const { entriesOf, readApi } = await import('./docs/api.ts');
const { findFields, findOperations } = await import('./docs/found.ts');
const { packagesIn, readGuides } = await import('./docs/guides.ts');
const { makeSite } = await import('./docs/site.ts');

const entries = Object.assign({}, ...packagesIn(root).map((path) => entriesOf(join(root, path))));
mkdirSync(dist, { recursive: true });
const files = {
  ...makeSite({
    root,
    guides: readGuides(root),
    modules: await readApi(entries, join(root, 'tsconfig.packages.json')),
    contracts: contracts.map(({ name, path }) => ({
      name,
      path,
      title: String((readModel(name).document.info as { readonly title?: unknown }).title),
    })),
    found: [...(await findFields()), ...findOperations()],
  }),
  ...(await assets()),
};

// Whoever reads the old pages meanwhile, and whoever makes them too, finds a whole folder.
const beside = mkdtempSync(`${dist}.documentation-`);
for (const [name, content] of Object.entries(files)) {
  mkdirSync(dirname(join(beside, name)), { recursive: true });
  writeFileSync(join(beside, name), content);
}
rmSync(folder, { recursive: true, force: true });
renameSync(beside, folder);
writeFileSync(record, wanted);
