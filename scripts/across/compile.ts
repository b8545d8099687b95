import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderRules, renderTypes } from '@amend/compiler/print';
import { contracts, loadContract, readFile } from '@amend/compiler/read';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Texts by their paths in packages/amend/src, in the place of what stands there or beside it. */
export type Sources = Readonly<Record<string, string>>;

export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What the compiler says of each variant of packages/amend, all in one run. */
export const compile = (variants: readonly Sources[]): readonly (readonly CompilerError[])[] => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    symlinkSync(pathTo('node_modules'), join(folder, 'node_modules'), 'junction');
    // What a variant has not is looked for in the package.
    const rootDirs = [...variants.map((_, index) => `./${index}`), pathTo('../../packages/amend/src')];
    const tsconfig = { extends: pathTo('../../packages/amend/tsconfig.json'), compilerOptions: { rootDirs } };
    write('tsconfig.json', JSON.stringify({ ...tsconfig, include: ['.'] }));
    write('package.json', '{ "type": "module" }');
    for (const [index, sources] of variants.entries())
      for (const [path, text] of Object.entries(sources)) write(`${index}/${path}`, text);
    const tsc = pathTo('../../node_modules/.bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '--checkers', '1', '-p', folder], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found = [...stdout.matchAll(/^(\d+)\/(\S+)\((\d+),\d+\): error (.*(?:\n {2}.*)*)/gm)];
    if (status !== 0 && found.length === 0) throw new Error(`tsc failed: ${stdout}`);
    return variants.map((_, variant) =>
      found
        .filter(([, index]) => Number(index) === variant)
        .map(([, , file = '', line, message = '']) => ({ file, line: Number(line), message })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const machnet = loadContract(contracts.find(({ name }) => name === 'machnet@v4') as (typeof contracts)[number]);

type Schemas = NonNullable<NonNullable<typeof machnet.document.components>['schemas']>;

export interface Change {
  readonly contract?: (schemas: Schemas) => void;
  /** The text of Machnet's mapping, changed. */
  readonly mapping?: (text: string) => string;
}

/** The mapping of Machnet, and what is generated for it, after a change. */
export const variantOf = async ({ contract, mapping }: Change): Promise<Sources> => {
  const document = structuredClone(machnet.document);
  contract?.(document.components?.schemas ?? {});
  const changed = { ...machnet, document };
  const source = readFile('packages/amend/src/providers/machnet.ts');
  return {
    'v4/rules.ts': renderRules(changed),
    'v4/types.ts': await renderTypes(changed),
    'providers/machnet.ts': (mapping?.(source) ?? source).replaceAll(
      /@amend\/machnet\/(v4\/(rules|types))/g,
      '../$1.ts',
    ),
  };
};
