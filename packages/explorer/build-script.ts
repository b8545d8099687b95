import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { providerNames } from 'amend/providers';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

export const page = `${root}src/page/`;

/** The providers' packages are those that `amend` has. */
export const fromAmend = createRequire(fileURLToPath(import.meta.resolve('amend')));

/** Of a provider's contract the page needs what its mapping takes, at once, and nothing that is loaded by its name. */
const loadedAtOnce: Plugin = {
  name: 'loaded-at-once',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /\/(?:answers|model|operations|rules|validators)$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'unreached', namespace: 'unreached' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'unreached' }, () => ({ contents: 'export {};' }));
    onLoad({ filter: /generated[\\/]providers\.ts$/ }, ({ path }) => {
      const imports: string[] = [];
      const code = readFileSync(path, 'utf8').replaceAll(
        /\(await import\(('\.\.\/providers\/[^']+')\)\)/g,
        (_, file) => `mapping${imports.push(file)}`,
      );
      const head = imports.map((file, index) => `import * as mapping${index + 1} from ${file};`);
      return { contents: head.join('') + code, loader: 'ts' };
    });
  },
};

/** The clients are bundled by themselves: together with them, all that they stand on would be loaded at first. */
const withoutClients: Plugin = {
  name: 'without-clients',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@amend\/[^/]+\/provider$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./clients/${path.split('/')[1]}.js`, external: true } : undefined,
    ),
};

/** Texts by the names of their files, and which of them a page loads before it asks for anything. */
export interface Scripts {
  readonly texts: Readonly<Record<string, string>>;
  readonly first: readonly string[];
  /** The files that they were made from, by full paths. */
  readonly sources: readonly string[];
}

const reachedIn = ({ outputs }: Metafile, from: string): readonly string[] => {
  const reached = new Set([from]);
  for (const file of reached)
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') reached.add(path);
  return [...reached].map((path) => relative('dist', path));
};

const bundle = async (options: BuildOptions & { entryPoints: Record<string, string> }): Promise<Scripts> => {
  const { metafile, outputFiles } = await build({
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    conditions: ['amend-source'],
    legalComments: 'none',
    absWorkingDir: root,
    outdir: 'dist',
    ...options,
    write: false,
    metafile: true,
  });
  return {
    texts: Object.fromEntries(
      outputFiles.map(({ path, text }) => [relative(`${root}dist`, path).replace('style.css', 'explorer.css'), text]),
    ),
    first: reachedIn(metafile, 'dist/explorer.js'),
    sources: Object.keys(metafile.inputs).flatMap((path) => (path.includes(':') ? [] : [resolve(root, path)])),
  };
};

const entryPoints = { explorer: `${page}main.tsx`, style: `${page}style.css` };

/** The page's scripts and its style sheet, each in one file. */
export const readWhole = (): Promise<Scripts> => bundle({ entryPoints, plugins: [loadedAtOnce] });

/** The same, with what is needed later in files of its own. */
export const readParts = async (): Promise<Scripts> => {
  const own = await bundle({ entryPoints, splitting: true, plugins: [loadedAtOnce, withoutClients] });
  const clients = await bundle({
    entryPoints: Object.fromEntries(
      providerNames.map((name) => [`clients/${name}`, fromAmend.resolve(`@amend/${name}/provider`)]),
    ),
    splitting: true,
    chunkNames: 'clients/[name]-[hash]',
  });
  return {
    texts: { ...own.texts, ...clients.texts },
    first: own.first,
    sources: [...own.sources, ...clients.sources],
  };
};
