import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

export const page = fileURLToPath(new URL('src/page/', import.meta.url));

/** Of a provider's contract the page needs what its mapping takes, at once, and nothing that is loaded by its name. */
const loadedAtOnce: Plugin = {
  name: 'loaded-at-once',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /\/(?:operations|rules|validators|webhook(?:\.ts)?)$/ }, ({ kind }) =>
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
  return [...reached].map((path) => basename(path));
};

/** The page's scripts and its style sheet; in one file each, or with what is needed later apart. */
export const readScripts = async (isSplit: boolean): Promise<Scripts> => {
  const { metafile, outputFiles } = await build({
    entryPoints: { explorer: `${page}main.tsx`, style: `${page}style.css` },
    bundle: true,
    splitting: isSplit,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    conditions: ['amend-source'],
    legalComments: 'none',
    plugins: [loadedAtOnce],
    outdir: 'dist',
    absWorkingDir: root,
    write: false,
    metafile: true,
  });
  return {
    texts: Object.fromEntries(
      outputFiles.map(({ path, text }) => [basename(path).replace('style.css', 'explorer.css'), text]),
    ),
    first: reachedIn(metafile, 'dist/explorer.js'),
    sources: Object.keys(metafile.inputs).flatMap((path) => (path.includes(':') ? [] : [resolve(root, path)])),
  };
};
