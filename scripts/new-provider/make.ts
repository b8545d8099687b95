import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visible } from '@amend/client/visible';
import type { Files } from '@amend/compiler/folder';
import { UsageError } from '../usage-error.ts';
import type { PlannedFiles } from './plan-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const onWindows = process.platform === 'win32';

type Step = readonly [what: string, command: string, ...args: string[]];

/** From a contract to code: what every change of one needs. */
export const contractSteps = (name: string, version: string): readonly Step[] => [
  ['Linting the contract', 'redocly', 'lint', `${name}@${version}`],
  ['Generating the code', process.execPath, 'scripts/generate.ts', name, 'amend'],
];

/** What a new provider needs besides. */
export const providerSteps = (name: string, version: string, files: Files): readonly Step[] => {
  const [lint, generate] = contractSteps(name, version) as [Step, Step];
  const code = Object.keys(files).filter((file) => /\.(ts|json)$/.test(file));
  return [
    lint,
    ['The installation', 'pnpm', 'install', '--prefer-offline', '--frozen-lockfile', '--ignore-scripts'],
    generate,
    ['Laying out the code', 'biome', 'check', '--write', ...code],
    ['Writing down the mapping', 'pnpm', 'run', 'mapping', name],
    ['Drawing the matrix', 'pnpm', 'run', 'matrix'],
  ];
};

/** Writes files and takes steps; where one fails, everything is as it was. @throws {UsageError} with what the command said. */
export const make = (name: string, files: Files, steps: readonly Step[], tell = (said: string) => said): void => {
  const before = [...Object.keys(files), 'packages/cli/matrix.svg'].map(
    (path) => [root + path, existsSync(root + path) ? readFileSync(root + path) : undefined] as const,
  );
  const made = ['specs', 'packages']
    .map((folder) => `${root}${folder}/${name}`)
    .filter((folder) => !existsSync(folder));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
  }
  for (const [what, command, ...args] of steps) {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      encoding: 'utf8',
      shell: onWindows && command !== process.execPath,
      env: { ...process.env, PATH: `${root}node_modules/.bin${onWindows ? ';' : ':'}${process.env.PATH}` },
    });
    if (status === 0) continue;
    for (const [path, text] of before)
      if (text === undefined) rmSync(path, { force: true });
      else writeFileSync(path, text);
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
    throw new UsageError(tell(`${stdout}${stderr}\n${what} failed; everything is as it was before.`));
  }
};

/** Tells which files there are now, and how the mapping came about. */
export const tellMade = (name: string, version: string, { files, rows, notes }: PlannedFiles): void => {
  console.log(Object.keys(files).join('\n'));
  const width = Math.max(...[...rows.keys()].map((property) => property.length));
  console.log(`\nHow packages/amend/src/providers/${name}.ts maps what the contract has:\n`);
  for (const [property, { code, because }] of rows)
    console.log(visible(`  ${property.padEnd(width)}  ${code === 'native' ? `native: ${because}` : because}`));
  for (const note of notes) console.log(visible(`\n${note}`));
  console.log(`
Next:
1. Hold specs/${name}/${version}.yaml and each row against the provider's pages.
2. \`npm run mock -- --only ${name}\` serves it; \`npm run check\` names each file that wants cases from those pages.`);
};
