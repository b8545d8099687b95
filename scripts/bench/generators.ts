import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { installPeers } from './peers.ts';
import { write } from './scratch.ts';

/** A contract, and the folder for what is made from it. */
export interface Job {
  readonly name: string;
  readonly spec: string;
  readonly output: string;
}

interface Generator {
  readonly configFile: string;
  /** One configuration for all jobs: in one process, each of these is at its fastest. */
  readonly configure: (jobs: readonly Job[], validators: boolean) => unknown;
  /** Below the folder with the other generators. */
  readonly program: string;
  readonly args: readonly string[];
  /** The modules that a caller imports, in the output folder. */
  readonly modules: (validators: boolean) => readonly string[];
}

const byName = <Value>(jobs: readonly Job[], value: (job: Job) => Value): Record<string, Value> =>
  Object.fromEntries(jobs.map((job) => [job.name, value(job)]));

const generators = {
  'hey-api': {
    configFile: 'hey-api.config.mjs',
    configure: (jobs, validators) =>
      jobs.map(({ spec, output }) => ({
        input: spec,
        output,
        plugins: ['@hey-api/client-fetch', { name: '@hey-api/sdk', validator: validators }, validators && 'zod'].filter(
          Boolean,
        ),
      })),
    program: 'node_modules/@hey-api/openapi-ts/bin/run.js',
    args: ['-f', 'hey-api.config.mjs', '--silent'],
    modules: () => ['sdk.gen.ts'],
  },
  orval: {
    configFile: 'orval.config.mjs',
    configure: (jobs, validators) =>
      byName(jobs, ({ spec, output }) => ({
        input: spec,
        output: {
          target: join(output, 'client.ts'),
          client: 'fetch',
          ...(validators && {
            schemas: { path: join(output, 'schemas'), type: 'zod' },
            override: { fetch: { runtimeValidation: true } },
          }),
        },
      })),
    program: 'node_modules/orval/dist/bin/orval.mjs',
    args: ['--config', 'orval.config.mjs'],
    modules: () => ['client.ts'],
  },
  redocly: {
    configFile: 'redocly.yaml',
    configure: (jobs, validators) => ({
      telemetry: 'off',
      client: { generators: validators ? ['typescript', 'zod'] : ['typescript'] },
      apis: byName(jobs, ({ spec, output }) => ({ root: spec, clientOutput: join(output, 'client.ts') })),
    }),
    program: createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js'),
    args: ['generate-client'],
    modules: (validators) => (validators ? ['client.ts', 'client.zod.ts'] : ['client.ts']),
  },
} as const satisfies Record<string, Generator>;

export type GeneratorName = keyof typeof generators;

/** The other generators of clients, each run as its manual says. */
export const generatorNames = Object.keys(generators) as GeneratorName[];

/** Makes a folder ready for one of them: what to run there, and the modules that it then writes for each job. */
export const prepareGenerator = (
  name: GeneratorName,
  folder: string,
  jobs: readonly Job[],
  validators: boolean,
): { command: string[]; modules: readonly string[] } => {
  const { configFile, configure, program, args, modules }: Generator = generators[name];
  const config = JSON.stringify(configure(jobs, validators));
  write(join(folder, configFile), configFile.endsWith('.mjs') ? `export default ${config};` : config);
  return { command: [resolve(installPeers(), program), ...args], modules: modules(validators) };
};
