import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { contracts, readModel } from '@amend/compiler/read';
import { generatorNames, prepareGenerator } from './generators.ts';
import { type Report, ratioOf, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { runNode } from './run-node.ts';
import { inScratch, root } from './scratch.ts';

/** What one contender runs in its own folder, which holds the contracts, and the files that are then there. */
interface Contender {
  readonly folder: string;
  readonly commands: readonly string[][];
  readonly outputs: Readonly<Record<string, readonly string[]>>;
}

const outputsOf = (paths: (contract: (typeof contracts)[number]) => string[]): Contender['outputs'] =>
  Object.fromEntries(contracts.map((contract) => [contract.name, paths(contract)]));

/** Our command in a fresh clone, as it were: what is installed is linked, and nothing is generated yet. */
const ours = (folder: string): Contender => {
  for (const name of ['package.json', 'pnpm-lock.yaml', 'redocly.yaml', 'scripts'])
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !['node_modules', 'bench'].includes(basename(path)),
    });
  symlinkSync(join(root, 'scripts/node_modules'), join(folder, 'scripts/node_modules'), 'junction');
  return {
    folder,
    commands: [['scripts/generate.ts']],
    outputs: outputsOf(({ provider, version }) =>
      ['types.ts', 'operations.ts', 'validators.js'].map(
        (name) => `packages/${provider}/src/generated/${version}/${name}`,
      ),
    ),
  };
};

const openapiTypescript = (folder: string): Contender => {
  const cli = join(createRequire(import.meta.url).resolve('openapi-typescript'), '../../bin/cli.js');
  return {
    folder,
    commands: contracts.map(({ name, path }) => [cli, path, '-o', `out/${name}.ts`]),
    outputs: outputsOf(({ name }) => [`out/${name}.ts`]),
  };
};

const others = generatorNames.map((name) => {
  const jobs = contracts.map((contract) => ({
    name: contract.name,
    spec: contract.path,
    output: `out/${contract.name}`,
  }));
  const prepare = (folder: string): Contender => {
    const { command, modules } = prepareGenerator(name, folder, jobs, true);
    const [client = ''] = modules;
    return { folder, commands: [command], outputs: outputsOf((contract) => [`out/${contract.name}/${client}`]) };
  };
  return [name, prepare] as const;
});

const measure = async ({ folder, commands, outputs }: Contender): Promise<number> => {
  for (const name of ['packages', 'out']) rmSync(join(folder, name), { recursive: true, force: true });
  let milliseconds = 0;
  for (const command of commands) milliseconds += (await runNode(command, folder)).milliseconds;
  for (const [contract, paths] of Object.entries(outputs))
    for (const path of paths) {
      const text = readFileSync(join(folder, path), 'utf8');
      const missing = readModel(contract).operations.find(({ id }) => !text.includes(id))?.id;
      if (missing) throw new Error(`${path} has no ${missing}.`);
    }
  return milliseconds;
};

/** How long it takes to generate from all contracts, into empty folders: types, clients and validators. */
export const generate = (): Promise<Report[]> =>
  inScratch(async (scratch) => {
    const entries = [['ours', ours], ['openapi-typescript', openapiTypescript], ...others] as const;
    const contenders = Object.fromEntries(
      entries.map(([name, prepare]) => {
        cpSync(join(root, 'specs'), join(scratch, name, 'specs'), { recursive: true });
        return [name, prepare(join(scratch, name))];
      }),
    );
    const samples = await measureInRounds(Object.keys(contenders), (name) => measure(contenders[name] as Contender));
    return [
      {
        title: 'generation from all contracts',
        unit: 'ms',
        rows: rowsOf(samples),
        ratios: [
          ratioOf(samples, ['ours', 'openapi-typescript'], { atMost: 0.35 }),
          ...generatorNames.map((name) => ratioOf(samples, ['ours', name], { atMost: 1 })),
        ],
      },
    ];
  });
