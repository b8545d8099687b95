import './tell-errors.ts';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { visible } from '@amend/client/visible';
import { contracts, modelOf, parseContract, readFile } from '@amend/compiler/read';
import { callerFiles } from './new-provider/caller-files.ts';
import { clientFiles, type Files } from './new-provider/client-files.ts';
import { listFiles } from './new-provider/list-entries.ts';
import { capitalise, mappingFile } from './new-provider/mapping-file.ts';
import type { Rows } from './new-provider/mapping-rows.ts';
import { type Options, readOptions, readStart } from './new-provider/options.ts';
import { readUserContract } from './new-provider/user-contract.ts';
import { writeFiles } from './new-provider/write-files.ts';
import { UsageError } from './usage-error.ts';

// Makes the files of a new provider from a contract: `npm run new-provider -- acme [--contract FILE]`.

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';

/** @throws {UsageError} if the command fails, with what it said. */
const run = (what: string, command: string, ...args: string[]): void => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: onWindows && command !== process.execPath,
    env: { ...process.env, PATH: `${root}node_modules/.bin${onWindows ? ';' : ':'}${process.env.PATH}` },
  });
  if (status !== 0) throw new UsageError(`${stdout}${stderr}\n${what} failed; everything is as it was before.`);
};

const plan = (options: Options): { readonly files: Files; readonly rows: Rows } => {
  const { name, version } = options;
  const path = `specs/${name}/${version}.yaml`;
  const text = readStart(options, capitalise(name));
  const contract = parseContract({ name: `${name}@${version}`, provider: name, version, path }, text);
  const model = modelOf(contract);
  const user = readUserContract(model);
  const client = { name, version, title: capitalise(name) };
  const mapping = mappingFile(contract, user);
  return {
    files: {
      [path]: text,
      ...clientFiles(client, user),
      ...callerFiles(client, user, model),
      [`packages/amend/src/providers/${name}.ts`]: mapping.text,
      ...listFiles({ name, version, user }, readFile),
    },
    rows: mapping.rows,
  };
};

const make = (options: Options): void => {
  const { name } = options;
  const { files, rows } = plan(options);
  const matrix = readFile('packages/cli/matrix.svg');
  const undo = writeFiles(root, files);
  try {
    run('Linting the contract', 'redocly', 'lint', `${name}@${options.version}`);
    run('The installation', 'pnpm', 'install', '--prefer-offline', '--frozen-lockfile', '--ignore-scripts');
    run('Generating the code', process.execPath, 'scripts/generate.ts', name, 'amend');
    run(
      'Laying out the code',
      'biome',
      'check',
      '--write',
      ...Object.keys(files).filter((file) => /\.(ts|json|md)$/.test(file)),
    );
    run('Drawing the matrix', 'pnpm', 'run', 'matrix');
  } catch (error) {
    undo();
    rmSync(`${root}packages/${name}`, { recursive: true, force: true });
    writeFiles(root, { 'packages/cli/matrix.svg': matrix });
    throw error;
  }
  console.log(Object.keys(files).join('\n'));
  const width = Math.max(...[...rows.keys()].map((property) => property.length));
  console.log(`\nHow packages/amend/src/providers/${name}.ts maps what the contract has:\n`);
  for (const [property, { code, because }] of rows)
    console.log(visible(`  ${property.padEnd(width)}  ${code === 'native' ? `native: ${because}` : because}`));
  console.log(`
Next:
1. Hold specs/${name}/${options.version}.yaml and each row against the provider's pages.
2. \`npm run mock -- --only ${name}\` serves it; \`npm run check\` names each file that wants cases from those pages.`);
};

const taken = [
  ...readdirSync(`${root}specs`),
  ...readdirSync(`${root}packages`),
  ...contracts.map(({ provider }) => provider),
];
make(readOptions(taken));
