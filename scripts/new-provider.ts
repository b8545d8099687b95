import './tell-errors.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visible } from '@amend/client/visible';
import { readOptions } from './new-provider/options.ts';
import { planFiles } from './new-provider/plan-files.ts';
import { UsageError } from './usage-error.ts';

// Makes the files of a new provider from a contract: `npm run new-provider -- acme [--contract FILE]`.

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';
const options = readOptions(['specs', 'packages'].flatMap((folder) => readdirSync(root + folder)));
const { name, version } = options;
const { files, rows } = planFiles(options);
const code = Object.keys(files).filter((file) => /\.(ts|json)$/.test(file));

const steps: readonly (readonly [what: string, command: string, ...args: string[]])[] = [
  ['Linting the contract', 'redocly', 'lint', `${name}@${version}`],
  ['The installation', 'pnpm', 'install', '--prefer-offline', '--frozen-lockfile', '--ignore-scripts'],
  ['Generating the code', process.execPath, 'scripts/generate.ts', name, 'amend'],
  ['Laying out the code', 'biome', 'check', '--write', ...code],
  ['Writing down the mapping', 'pnpm', 'run', 'mapping', name],
  ['Drawing the matrix', 'pnpm', 'run', 'matrix'],
];

const before = [...Object.keys(files), 'packages/cli/matrix.svg'].map(
  (path) => [root + path, existsSync(root + path) ? readFileSync(root + path) : undefined] as const,
);
/** @throws {UsageError} with what the command said; everything is as it was before. */
const undo = (what: string, said: string): never => {
  for (const [path, text] of before)
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  for (const folder of ['specs', 'packages']) rmSync(`${root}${folder}/${name}`, { recursive: true, force: true });
  throw new UsageError(`${said}\n${what} failed; everything is as it was before.`);
};

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
  if (status !== 0) undo(what, stdout + stderr);
}

console.log(Object.keys(files).join('\n'));
const width = Math.max(...[...rows.keys()].map((property) => property.length));
console.log(`\nHow packages/amend/src/providers/${name}.ts maps what the contract has:\n`);
for (const [property, { code, because }] of rows)
  console.log(visible(`  ${property.padEnd(width)}  ${code === 'native' ? `native: ${because}` : because}`));
console.log(`
Next:
1. Hold specs/${name}/${version}.yaml and each row against the provider's pages.
2. \`npm run mock -- --only ${name}\` serves it; \`npm run check\` names each file that wants cases from those pages.`);
