import { execFile, execFileSync } from 'node:child_process';
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installPackages } from './install-packages.ts';
import { expected, startProviders } from './provider-server.ts';

// The packages as they are published, in each runtime that this machine has.

const inFolder = installPackages();
writeFileSync(
  inFolder('run.js'),
  "import { callEach } from './consumer.js';\nconsole.log(JSON.stringify(await callEach(process.argv[2])));\n",
);
let providers: Awaited<ReturnType<typeof startProviders>>;

beforeAll(async () => {
  providers = await startProviders();
  return providers.stop;
});

afterAll(() => rmSync(inFolder(), { recursive: true }));

const find = (program: string, version = '') =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((place) => join(place, program))
    .filter((path) => existsSync(path) && !realpathSync(path).includes('node_modules'))
    .find((path) => execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith(version));

test.for([
  { runtime: 'the workspace’s Node', program: process.execPath, args: [] },
  { runtime: 'Node 20, the oldest that is supported', program: find('node', 'v20.'), args: [] },
  { runtime: 'Deno', program: find('deno'), args: ['run', '--allow-net'] },
  { runtime: 'Bun', program: find('bun'), args: ['run'] },
])('in $runtime', async ({ program, args }, { skip }) => {
  if (!program) return skip('this machine has none');
  const { stdout } = await promisify(execFile)(program, [...args, inFolder('run.js'), providers.origin]);
  expect(JSON.parse(stdout)).toEqual(expected);
});
