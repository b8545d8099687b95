import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from '@amend/compiler/read';
import { type Report, type Row, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { runNode } from './run-node.ts';
import { inScratch, root, write } from './scratch.ts';
import { planCalls } from './types/make-plans.ts';

const tsc = join(root, 'node_modules/typescript/lib/tsc.js');
const providers = [...new Set(contracts.map(({ provider }) => provider))];
const packages = ['contract', 'client', ...providers, 'amend'];

/** @throws if nobody has written it yet. */
const readCaller = (name: string): string => {
  const file = new URL(`types/${name}.ts`, import.meta.url);
  if (!existsSync(file))
    throw new Error(
      `scripts/bench/types/${name}.ts is missing: make a client and three calls there, as its neighbours do.`,
    );
  return readFileSync(file, 'utf8');
};

const plans = 'a hundred plans';

/** What is compiled: three calls of a client, Machnet's by openapi-fetch alone too, and plans. */
const readCallers = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries([...providers, 'openapi-fetch'].map((name) => [name, readCaller(name)])),
  [plans]: planCalls(),
});

/** How a caller compiles. */
const compilerOptions = {
  strict: true,
  target: 'es2024',
  module: 'nodenext',
  lib: ['es2024', 'dom'],
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

/** Puts the packages into a folder as npm would: with their declarations, and without their sources. */
const install = async (folder: string): Promise<void> => {
  const declarations = join(folder, 'declarations');
  const from = (path: string) => join(root, 'packages', path);
  const config = {
    extends: [from('client/tsconfig.json'), join(root, 'tsconfig.build.json')],
    compilerOptions: {
      customConditions: ['amend-source'],
      emitDeclarationOnly: true,
      rootDir: from(''),
      outDir: declarations,
    },
    files: [
      ...packages.map((name) => from(`${name}/src/index.ts`)),
      ...contracts.map(({ provider, version }) => from(`${provider}/src/generated/${version}/types.ts`)),
      ...providers.map((provider) => from(`amend/src/providers/${provider}.ts`)),
    ],
    include: [],
  };
  write(join(folder, 'declarations.json'), JSON.stringify(config));
  await runNode([tsc, '-p', join(folder, 'declarations.json')]);
  for (const name of packages) {
    const { publishConfig, ...manifest } = JSON.parse(readFileSync(from(`${name}/package.json`), 'utf8'));
    const installed = join(folder, 'node_modules', manifest.name);
    write(join(installed, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
    cpSync(join(declarations, name, 'src'), join(installed, 'dist'), { recursive: true });
  }
  symlinkSync(from('client/node_modules/openapi-fetch'), join(folder, 'node_modules/openapi-fetch'), 'junction');
};

const figure = (output: string, name: string): number => {
  const [, value] = new RegExp(`^${name}: *([0-9.]+)s?$`, 'm').exec(output) ?? [];
  if (value === undefined) throw new Error(`tsc tells no ${name}:\n${output}`);
  return Number(value);
};

/** What the compiler does for a file with one client and three calls, and for one with a hundred plans. */
export const types = (): Promise<Report[]> =>
  inScratch(async (folder) => {
    const callers = readCallers();
    await install(folder);
    const instantiations = new Map<string, number>();
    for (const [name, code] of Object.entries(callers)) {
      write(join(folder, `${name}.mts`), code);
      write(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.mts`] }));
    }
    const samples = await measureInRounds(Object.keys(callers), async (name) => {
      const { stdout } = await runNode([tsc, '-p', join(folder, `${name}.json`), '--extendedDiagnostics']);
      instantiations.set(name, figure(stdout, 'Instantiations'));
      return figure(stdout, 'Check time') * 1000;
    });
    const rows = [...instantiations].map(
      ([name, value]): Row => ({ name, value, ...(providers.includes(name) && { aim: { atMost: 20_000 } }) }),
    );
    return [
      {
        title: 'a client and three calls, or a hundred plans, in TypeScript',
        unit: 'instantiations',
        rows,
        ratios: [],
      },
      {
        title: 'a client and three calls, or a hundred plans, in TypeScript',
        unit: 'ms of type checking',
        rows: rowsOf(samples),
        ratios: [],
      },
    ];
  });
