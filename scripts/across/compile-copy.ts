import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderRules, renderTypes } from '@amend/compiler/print';
import { contracts, loadContract } from '@amend/compiler/read';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const machnetContract = loadContract(contracts.find(({ name }) => name === 'machnet@v4') as (typeof contracts)[number]);

type Schemas = NonNullable<NonNullable<typeof machnetContract.document.components>['schemas']>;

export interface Change {
  readonly contract?: (schemas: Schemas) => void;
  /** The text of Machnet's mapping, changed. */
  readonly mapping?: (text: string) => string;
}

export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A copy of packages/amend, and of what is generated for Machnet, that may be changed and compiled. */
export const copyPackage = (probes: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-'));
  const isSource = (path: string) => !/\.test(-d)?\.ts$/.test(path);
  cpSync(pathTo('../../packages/amend/src'), join(folder, 'src'), { recursive: true, filter: isSource });
  cpSync(pathTo('../../packages/machnet/src/generated/v4'), join(folder, 'v4'), { recursive: true });
  symlinkSync(pathTo('../../packages/amend/node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const [name, text] of Object.entries(probes)) writeFileSync(join(folder, 'src', name), text);
  const paths = {
    '@amend/machnet/v4/validators': ['./v4/validators.d.ts'],
    '@amend/machnet/v4/*': ['./v4/*.ts'],
    amend: ['./src/index.ts'],
    'amend/*': ['./src/providers/*.ts'],
  };
  const tsconfig = {
    extends: pathTo('../../packages/amend/tsconfig.json'),
    compilerOptions: { paths },
    include: ['src'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const source = readFileSync(pathTo('../../packages/amend/src/providers/machnet.ts'), 'utf8');

  const compile = async ({ contract, mapping }: Change): Promise<CompilerError[]> => {
    const document = structuredClone(machnetContract.document);
    contract?.(document.components?.schemas ?? {});
    const changed = { ...machnetContract, document };
    writeFileSync(join(folder, 'v4/rules.ts'), renderRules(changed));
    writeFileSync(join(folder, 'v4/types.ts'), await renderTypes(changed));
    writeFileSync(join(folder, 'src/providers/machnet.ts'), mapping?.(source) ?? source);
    const tsc = pathTo('../../node_modules/.bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    const errors = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error (.*(?:\n {2}.*)*)/gm)].map(
      ([, path = '', line, message = '']) => ({ file: path.split('/').at(-1) ?? '', line: Number(line), message }),
    );
    if (status !== 0 && errors.length === 0) throw new Error(`tsc failed: ${stdout}`);
    return errors;
  };
  return { compile, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
